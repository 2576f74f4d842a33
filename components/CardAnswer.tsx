import type { Answer } from "../lib/schema.ts";
import { ASIDE_LEAD, cardAndAside } from "../lib/text/card_aside.ts";
import { CRISIS_CARD, NOT_AN_EMERGENCY } from "../lib/text/choices.ts";
import { Icon } from "./Icon.tsx";
import { Options } from "./Options.tsx";
import { runsOf } from "./runs.ts";
import { PartView, RunView } from "./RunView.tsx";
import { SourceLine } from "./SourceLine.tsx";

/** An emergency card as the answer: big steps, the whole card and the way to help one tap away. */
export function CardAnswer({ question, answer }: { question: string; answer: Answer }) {
  const { own, aside } = cardAndAside(answer);
  const runs = runsOf({ ...answer, sentences: own });
  const source = runs[0]?.source ?? null;
  return (
    <div class="card">
      <h3 class="card__title">
        {answer.card && <Icon name={answer.card} />}
        {source?.title ?? "Emergency"}
      </h3>
      {aside.length > 0 && (
        <aside class="card__aside">
          <h4>{ASIDE_LEAD}</h4>
          {runsOf({ ...answer, sentences: aside }).map((run, i) => <RunView run={run} key={i} />)}
        </aside>
      )}
      <div class="card__steps">
        {runs.flatMap((run) => run.parts).map((part, i) => <PartView part={part} key={i} />)}
      </div>
      <p class="card__actions">
        <a class="button button--alarm" href="/emergency/calling-for-help">
          <Icon name="calling-for-help" />Call for help
        </a>
        {answer.card && <a class="button button--quiet" href={`/emergency/${answer.card}`}>Whole card</a>}
      </p>
      {source && <SourceLine citation={source} />}
      {/* A card that is shown in error must not stand between the asker and the answer. */}
      <Options
        question={question}
        previous={answer.id}
        options={[NOT_AN_EMERGENCY]}
        lead={answer.card === CRISIS_CARD ? "Only looking for trail information?" : "Is nobody in danger?"}
      />
    </div>
  );
}
