import type { Answer } from "../lib/schema.ts";
import { Nearest } from "./Nearest.tsx";
import { isCrisisHelp } from "../lib/text/crisis.ts";
import { refusalLead } from "../lib/text/wording.ts";

/** No answer: what was not found, what would answer it, whom to ask, and the nearest passages. */
export function RefusalView({ answer }: { answer: Answer }) {
  const [wanted, ask] = isCrisisHelp(answer.help)
    ? ["Who can help", "What to do now"]
    : ["What would answer it", "Whom to ask"];
  return (
    <>
      <p class="answer__lead">{refusalLead(answer)}</p>
      {answer.help && (
        <dl class="help">
          <div>
            <dt>{wanted}</dt>
            <dd>{answer.help.wanted}</dd>
          </div>
          <div>
            <dt>{ask}</dt>
            <dd>{answer.help.ask}</dd>
          </div>
        </dl>
      )}
      <Nearest passages={answer.nearest} />
    </>
  );
}
