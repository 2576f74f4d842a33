/**
 * An incident as a case of a suite, so that it stays mended.
 * @module
 */
import type { Answer, SuiteCase } from "../schema.ts";
import type { Incident } from "./incident.ts";

/** Characters of a sentence that a pattern names: enough to know it again, short enough to survive a comma. */
const NAMED = 60;

/** What somebody who knows better wants to come of the question. */
export interface Wanted {
  readonly expect?: SuiteCase["expect"];
  /** What must be shown, as regular expressions. */
  readonly must?: readonly string[];
}

/**
 * The case that fails as long as the answer comes out as it was reported. Unless somebody says what is wanted: what was
 * shown must not be shown again, and what was refused must be answered.
 */
export function regressionCase(
  { id, outcome }: Pick<Incident, "id" | "outcome">,
  question: string,
  answer: Pick<Answer, "sentences">,
  { expect, must = [] }: Wanted = {},
): SuiteCase {
  const refused = outcome === "refuse" || outcome === "clarify";
  const wanted = expect ?? (refused || must.length > 0 ? "answer" : "either");
  return {
    id: `incident-${id}`,
    question,
    expect: wanted,
    category: "incident",
    documents: [],
    must: [...must],
    must_not: wanted === "refuse" || must.length > 0 ? [] : answer.sentences.map(({ text }) => literal(text)),
  };
}

/** A pattern that finds these words. */
function literal(text: string): string {
  const named = text.length <= NAMED ? text : text.slice(0, text.lastIndexOf(" ", NAMED));
  return named.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
