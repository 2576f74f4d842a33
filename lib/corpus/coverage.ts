import { type Corpus, idf } from "./bm25.ts";

/**
 * Share of a question's weight in rare words that a set of terms holds, 0 to 1. A word that every passage
 * holds weighs little, one that few hold weighs much.
 */
export function coverage(
  corpus: Corpus,
  terms: readonly { readonly term: string }[],
  held: ReadonlySet<string>,
): number {
  let sum = 0;
  let total = 0;
  for (const { term } of terms) {
    const weight = idf(corpus, term);
    total += weight;
    if (held.has(term)) sum += weight;
  }
  return total === 0 ? 0 : sum / total;
}
