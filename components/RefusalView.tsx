import type { Answer } from "../lib/schema.ts";
import { Nearest } from "./Nearest.tsx";
import { refusalText } from "./text.ts";

/** No answer: what was not found, what would answer it, whom to ask, and the nearest passages. */
export function RefusalView({ answer }: { answer: Answer }) {
  return (
    <>
      <p class="answer__lead">{refusalText(answer.reason)}</p>
      {answer.help && (
        <dl class="help">
          <div>
            <dt>What would answer it</dt>
            <dd>{answer.help.wanted}</dd>
          </div>
          <div>
            <dt>Whom to ask</dt>
            <dd>{answer.help.ask}</dd>
          </div>
        </dl>
      )}
      <Nearest passages={answer.nearest} />
    </>
  );
}
