/**
 * What the retrieved passages tell about whether they answer: the inputs of the decision.
 *
 * Scores are raw; nothing is divided by the best of the list (the best of nothing is still nothing).
 * @module
 */
import { idf } from "../corpus/bm25.ts";
import { coverage } from "../corpus/coverage.ts";
import type { Library } from "../corpus/library.ts";
import type { Hit, QueryTerm, Retrieval } from "../records.ts";
import { logOdds } from "../math/statistics.ts";
import { quantities } from "../text/units.ts";
import type { Sign } from "./logistic.ts";
import { indexTerms } from "../text/tokens.ts";
import { wanted } from "../text/wanted.ts";

/** Names in the order in which the fitted model holds them. */
export const FEATURES = [
  "dense",
  "span",
  "spanSecond",
  "lexicalShare",
  "coverage",
  "spanCoverage",
  "missing",
  "margin",
  "unknownShare",
  "unknownName",
  "numberMissing",
  "procedure",
  "terms",
  "reading",
  "readingSecond",
  "answerSure",
  "quoteReading",
] as const;

/** Which way each may push the probability; 0 leaves it to the examples. */
export const SIGNS: Readonly<Record<(typeof FEATURES)[number], Sign>> = {
  dense: 1,
  span: 1,
  spanSecond: 1,
  lexicalShare: 1,
  coverage: 1,
  spanCoverage: 1,
  missing: -1,
  margin: 1,
  unknownShare: -1,
  unknownName: -1,
  numberMissing: -1,
  procedure: 0,
  terms: 0,
  reading: 1,
  readingSecond: 0,
  answerSure: 1,
  quoteReading: 1,
};

export type Features = Record<(typeof FEATURES)[number], number>;

/**
 * Features of the passages that would be quoted. All are between about -1 and 1, except `terms`
 * (logarithm of the number of topical terms).
 *
 * @param quoted probability, by the reader, that what would be quoted answers by itself; null when nothing would be
 */
export function features(
  library: Library,
  retrieval: Retrieval,
  knowsWord: (word: string) => boolean,
  quoted: number | null,
): Features {
  const [best] = retrieval.hits;
  const top = retrieval.hits.slice(0, 3);
  const spans = top.flatMap((hit) => hit.spans.slice(0, 2).map((span) => span.cosine)).sort((a, b) => b - a);
  const readings = retrieval.hits.flatMap(({ reading }) =>
    reading === null ? [] : [logOdds(reading.answerable) / 10]
  )
    .sort((a, b) => b - a);
  const unknown = retrieval.terms.filter((term) => term.df === 0);
  return {
    dense: Math.max(0, ...top.map((hit) => hit.dense)),
    span: spans[0] ?? 0,
    spanSecond: spans[1] ?? 0,
    lexicalShare: best?.lexicalShare ?? 0,
    coverage: best === undefined
      ? 0
      : Math.max(...top.map((hit) => coverage(library, retrieval.terms, passageTerms(library, hit)))),
    spanCoverage: best === undefined
      ? 0
      : Math.max(...top.map((hit) => spanCoverage(library, retrieval.terms, hit))),
    missing: best === undefined
      ? 1
      : Math.min(...top.map((hit) => rarestMissing(library, retrieval.terms, passageTerms(library, hit)))),
    margin: best === undefined
      ? 0
      : best.fused - retrieval.hits[Math.min(7, retrieval.hits.length - 1)]!.fused,
    unknownShare: retrieval.terms.length === 0 ? 0 : unknown.length / retrieval.terms.length,
    unknownName: unknown.some((term) => !knowsWord(term.word)) ? 1 : 0,
    numberMissing: numberMissing(library, retrieval),
    procedure: wanted(retrieval.question).procedure ? 1 : 0,
    terms: Math.log(1 + retrieval.terms.length),
    reading: readings[0] ?? -1,
    readingSecond: readings[1] ?? -1,
    answerSure: best?.reading?.answer?.score ?? 0,
    quoteReading: quoted === null ? -1 : logOdds(quoted) / 10,
  };
}

/** Terms of a passage with its headings, and with its title unless that is left out. */
export function passageTerms(library: Library, hit: Hit, withTitle = true): Set<string> {
  const { title, headings, body } = library.terms(hit);
  return new Set([...(withTitle ? title : []), ...headings, ...body]);
}

/** The same for the best sentence with its headings: a fact should stand in one sentence. */
function spanCoverage(library: Library, terms: readonly QueryTerm[], hit: Hit): number {
  const [span] = hit.spans;
  if (span === undefined) return 0;
  const text = library.document(hit.chunk.documentId)?.text.slice(span.start, span.end) ?? "";
  const { title, headings } = library.terms(hit);
  return coverage(library, terms, new Set([...title, ...headings, ...indexTerms(text)]));
}

/** How rare the rarest missing word is, 0 (none missing) to 1 (it occurs nowhere). */
function rarestMissing(library: Library, terms: readonly QueryTerm[], held: ReadonlySet<string>): number {
  const most = Math.log(1 + (library.chunks + 0.5) / 0.5);
  return Math.max(
    0,
    ...terms.filter(({ term }) => !held.has(term)).map(({ term }) => idf(library, term) / most),
  );
}

/** 1 when the question wants a number and none of its kind stands in the best passages. */
function numberMissing(library: Library, retrieval: Retrieval): number {
  const want = wanted(retrieval.question);
  if (want.number === null && !want.money && !want.phone) return 0;
  const texts = retrieval.hits.slice(0, 3).map((hit) =>
    library.document(hit.chunk.documentId)?.text.slice(hit.chunk.start, hit.chunk.end) ?? ""
  );
  if (want.money) return texts.some((text) => /[$€£]\s?\d/.test(text)) ? 0 : 1;
  if (want.phone) return texts.some((text) => /\d{3}/.test(text)) ? 0 : 1;
  const dimensions = want.number!;
  if (dimensions.length === 0) return texts.some((text) => /\d/.test(text)) ? 0 : 1;
  return texts.some((text) => quantities(text).some((q) => dimensions.includes(q.unit.dimension))) ? 0 : 1;
}
