/**
 * Suites: questions with what must come of them.
 * @module
 */
import { type Answer, type Outcome, SuiteCase } from "../schema.ts";
import { readJsonLines } from "./jsonl.ts";

/** Outcomes that show content as an answer. */
export const ANSWERED: ReadonlySet<Outcome> = new Set(["answer", "caution", "card", "computed"]);

/** How a case came out. */
export type Verdict = "right" | "refused" | "wrong";

export async function readSuite(path: string): Promise<SuiteCase[]> {
  const cases: SuiteCase[] = [];
  for await (const { value, line } of readJsonLines(path, SuiteCase)) {
    for (const pattern of [...value.must, ...value.must_not]) {
      try {
        new RegExp(pattern, "i");
      } catch (error) {
        throw new SyntaxError(
          `${path}, line ${line}: ${pattern} is no regular expression: ${(error as Error).message}`,
        );
      }
    }
    cases.push(value);
  }
  return cases;
}

/** Whether what is shown holds every `must` pattern and its sentences none of `must_not`. */
export function holds(test: SuiteCase, answer: Pick<Answer, "sentences" | "citations">): boolean {
  const shown = answer.sentences.map((sentence) => sentence.text).join(" ");
  const quoted = `${answer.citations.map((citation) => citation.quote).join(" ")} ${shown}`;
  return test.must.every((pattern) => new RegExp(pattern, "i").test(quoted)) &&
    !test.must_not.some((pattern) => new RegExp(pattern, "i").test(shown));
}

/** Right, refused although answerable, or wrong: a wrong answer, or an answer where none was due. */
export function judge(test: SuiteCase, answer: Answer): Verdict {
  const answered = ANSWERED.has(answer.outcome);
  if (test.expect === "answer") return !answered ? "refused" : holds(test, answer) ? "right" : "wrong";
  if (test.expect === "refuse") return answered ? "wrong" : "right";
  return holds({ ...test, must: [] }, answer) ? "right" : "wrong";
}
