import type { Answer } from "../lib/schema.ts";
import { Nearest } from "./Nearest.tsx";
import { Options } from "./Options.tsx";

/** A question back, with its options as buttons of a form that works without script. */
export function ClarifyView({ question, answer }: { question: string; answer: Answer }) {
  return (
    <>
      <p class="answer__lead">{answer.clarify?.question ?? "Can you say that another way?"}</p>
      <Options question={question} previous={answer.id} options={answer.clarify?.options ?? []} />
      <Nearest passages={answer.nearest} />
    </>
  );
}
