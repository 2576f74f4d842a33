/**
 * Answers computed by code from waypoints and definitions.
 * @module
 */
import type { Library } from "../corpus/library.ts";
import { readConversion, writeConversion } from "./conversion.ts";
import { readLeg, writeLeg } from "./distance.ts";
import { type Draft, draftAnswer } from "../answers/draft.ts";
import { CitationList } from "../answers/citations.ts";

/** A typed trail question answered by code, or null when the question is of another kind. */
export function trailFact(question: string, library: Library, trail: string | null): Draft | null {
  return conversionFact(question) ?? distanceFact(question, library, trail);
}

function conversionFact(question: string): Draft | null {
  const conversion = readConversion(question);
  if (conversion === null) return null;
  const { from, to } = conversion;
  const inputs = { value: from.value, from: from.unit.label, to: to.label };
  const temperature = to.dimension === "temperature";
  const formula = temperature
    ? "°C = (°F − 32) × 5/9"
    : `1 ${from.unit.label} = ${Number((from.unit.factor / to.factor).toPrecision(8))} ${to.label}`;
  return {
    ...draftAnswer("computed"),
    sentences: [{ text: writeConversion(conversion), origin: "computed", citations: [] }],
    computed: { function: "convert", inputs, formula, asOf: null },
  };
}

function distanceFact(question: string, library: Library, trail: string | null): Draft | null {
  const leg = readLeg(question, library.waypoints, trail);
  const from = leg === null ? null : library.document(leg.from.documentId);
  const to = leg === null ? null : library.document(leg.to.documentId);
  if (leg === null || from === null || to === null) return null;
  const list = new CitationList();
  const cited = [list.cite(from, leg.from).n, list.cite(to, leg.to).n];
  const inputs = {
    trail: leg.trail,
    from: leg.from.name,
    fromMiles: leg.from.miles!,
    to: leg.to.name,
    toMiles: leg.to.miles!,
  };
  return {
    ...draftAnswer("computed"),
    sentences: [{ text: writeLeg(leg), origin: "computed", citations: cited }],
    citations: list.citations,
    computed: {
      function: "distance",
      inputs,
      formula: "difference of the two distances from the start of the trail",
      asOf: from.asOf,
    },
  };
}
