import type { Answer } from "../lib/schema.ts";
import { CardAnswer } from "./CardAnswer.tsx";
import { ClarifyView } from "./ClarifyView.tsx";
import { ComputedView } from "./ComputedView.tsx";
import { Icon } from "./Icon.tsx";
import { RefusalView } from "./RefusalView.tsx";
import { runsOf } from "./runs.ts";
import { RunView } from "./RunView.tsx";
import { cardOffer, cautionText } from "../lib/text/wording.ts";

/** What an answer is shown with. */
export interface AnswerProps {
  question: string;
  answer: Answer;
}

/** An answer of any outcome. */
export function AnswerView({ question, answer }: AnswerProps) {
  return (
    <article class={`answer answer--${answer.outcome}`} aria-labelledby="answer-title">
      <h2 id="answer-title" class="answer__question hidden">{question}</h2>
      {answer.notices.map((notice) => (
        <p class="notice" key={notice.id}>
          <Icon name="flag" />
          <span>Ranger notice: {notice.text}</span>
        </p>
      ))}
      <Outcome question={question} answer={answer} />
      {answer.card && answer.outcome !== "card" && <CardOffer card={answer.card} />}
    </article>
  );
}

/** The way to a card that may be meant, without a claim that it is. */
function CardOffer({ card }: { card: string }) {
  const { lead, link } = cardOffer(card);
  return (
    <p class="card-offer">
      {lead}{" "}
      <a class="button button--quiet" href={`/emergency/${card}`}>
        <Icon name={card} />
        {link}
      </a>
    </p>
  );
}

function Outcome({ question, answer }: AnswerProps) {
  switch (answer.outcome) {
    case "card":
      return <CardAnswer question={question} answer={answer} />;
    case "refuse":
      return <RefusalView answer={answer} />;
    case "clarify":
      return <ClarifyView question={question} answer={answer} />;
    default:
      return (
        <>
          {answer.outcome === "caution" && (
            <p class="notice notice--caution">
              <Icon name="caution" />
              <span>{cautionText(answer)}</span>
            </p>
          )}
          {runsOf(answer).map((run, i) => <RunView run={run} key={i} />)}
          {answer.computed && <ComputedView computed={answer.computed} />}
        </>
      );
  }
}
