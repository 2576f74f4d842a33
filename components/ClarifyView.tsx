import type { Answer } from "../lib/schema.ts";
import { Nearest } from "./Nearest.tsx";

/** A question back, with its options as buttons of a form that works without script. */
export function ClarifyView({ question, answer }: { question: string; answer: Answer }) {
  return (
    <>
      <p class="answer__lead">{answer.clarify?.question ?? "Can you say that another way?"}</p>
      {answer.clarify && answer.clarify.options.length > 0 && (
        <form method="post" action="/" class="options">
          <input type="hidden" name="question" value={question} />
          <input type="hidden" name="previous" value={answer.id} />
          {answer.clarify.options.map((option) => (
            <button type="submit" name="choice" value={option} class="button button--quiet" key={option}>
              {option}
            </button>
          ))}
        </form>
      )}
      <Nearest passages={answer.nearest} />
    </>
  );
}
