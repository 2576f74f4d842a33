/**
 * What a failed assertion shows: the question, what was said, the passages with their scores, and what tipped the decision.
 * @module
 */
import { formatExplanation } from "../commands/format.ts";
import { collapse } from "../text/normalize.ts";
import type { Asked } from "./open.ts";

/** Features named as what tipped the decision. */
const TIPPED = 3;

/** An error that explains itself; `problem` is its first line. */
export class CairnAssertionError extends Error {
  override readonly name = "CairnAssertionError";

  constructor(problem: string, asked: Asked) {
    super(`${problem}\n${describe(asked)}`);
  }
}

/** The whole case as text. */
export function describe({ question, answer, explanation }: Asked): string {
  const { outcome, reason, sentences, citations, nearest, clarify } = answer;
  const shown = citations.length > 0 ? citations : nearest;
  return [
    `Question: ${question}`,
    `Outcome: ${outcome}${reason === null ? "" : `, ${reason}`}${
      clarify === null ? "" : `: ${clarify.question} ${clarify.options.join(" / ")}`
    }`,
    ...sentences.map(({ text }) => `  “${text}”`),
    citations.length > 0 ? "Passages cited:" : "Nearest passages:",
    ...shown.map(({ n, documentId, start, end, quote }) =>
      `  [${n}] ${documentId} ${start}–${end} “${collapse(quote)}”`
    ),
    ...explanation.probability === null
      ? []
      : [`Tipped by: ${explanation.byRule ? `a rule, ${explanation.note}` : tipped(explanation.features)}`],
    formatExplanation(explanation),
  ].join("\n");
}

function tipped(features: Asked["explanation"]["features"]): string {
  return features.toSorted((a, b) => Math.abs(b.push) - Math.abs(a.push)).slice(0, TIPPED)
    .map(({ name, push }) => `${name} ${push >= 0 ? "for" : "against"} answering (${push.toFixed(2)})`).join(
      ", ",
    );
}
