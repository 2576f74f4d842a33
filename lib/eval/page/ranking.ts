/**
 * How good a ranking is, as trec_eval and BEIR count it.
 * @module
 */

/** What is relevant to a query, and how much: document to grade, every grade above 0. */
export type Relevant = ReadonlyMap<string, number>;

/** Normalised discounted cumulative gain of the first `depth` documents, with linear gain. */
export function ndcg(ranked: readonly string[], relevant: Relevant, depth = 10): number {
  const gain = (grades: readonly number[]) =>
    grades.slice(0, depth).reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
  const ideal = gain([...relevant.values()].sort((a, b) => b - a));
  return gain(ranked.map((id) => relevant.get(id) ?? 0)) / ideal;
}

/** Share of the relevant documents among the first `depth`. */
export function recall(ranked: readonly string[], relevant: Relevant, depth = 10): number {
  return ranked.slice(0, depth).filter((id) => relevant.has(id)).length / relevant.size;
}
