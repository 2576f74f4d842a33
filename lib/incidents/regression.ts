/**
 * An incident as a case of a suite, so that it stays mended.
 * @module
 */
import type { Question } from "../records.ts";
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

/** What the case expects when nobody says so. */
export function expectOf(
  { outcome }: Pick<Incident, "outcome">,
  { expect, must = [] }: Wanted,
): SuiteCase["expect"] {
  const refused = outcome === "refuse" || outcome === "clarify";
  return expect ?? (refused || must.length > 0 ? "answer" : "either");
}

/** What went with the question and a suite cannot ask with, in words: why a case may come out otherwise there. */
export function unsaid({ packs }: Pick<Incident, "packs">, { calm }: Question): string[] {
  const chosen = packs === null ? [] : [
    `It was asked of ${packs.length === 0 ? "no pack" : `these packs alone: ${packs.join(", ")}`}.`,
  ];
  return [...(calm === true ? ['It was asked after "Not an emergency": no card was shown.'] : []), ...chosen];
}

/**
 * The case that fails as long as the answer comes out as it was reported. Unless somebody says what is wanted: what was
 * shown must not be shown again, and what was refused must be answered.
 */
export function regressionCase(
  incident: Pick<Incident, "id" | "outcome">,
  question: string,
  answer: Pick<Answer, "sentences">,
  wanted: Wanted = {},
): SuiteCase {
  const expect = expectOf(incident, wanted);
  const { must = [] } = wanted;
  return {
    id: `incident-${incident.id}`,
    question,
    expect,
    category: "incident",
    documents: [],
    must: [...must],
    must_not: expect === "refuse" || must.length > 0 ? [] : answer.sentences.map(({ text }) => literal(text)),
  };
}

/** A pattern that finds these words. */
function literal(text: string): string {
  const named = text.length <= NAMED ? text : text.slice(0, text.lastIndexOf(" ", NAMED));
  return named.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
