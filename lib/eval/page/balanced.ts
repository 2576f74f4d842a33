/**
 * Balanced accuracy: the mean share that is right among the positives and among the negatives.
 * @module
 */

/** Scores of what is so, and of what is not. */
export interface Scores {
  readonly positive: readonly number[];
  readonly negative: readonly number[];
}

/** Thresholds that are tried for the best. */
const TRIED = 200;

/** What is right at a threshold, 1 or 0 each: of the positives and of the negatives. */
export function rightAt({ positive, negative }: Scores, threshold: number): [number[], number[]] {
  return [positive.map((x) => x >= threshold ? 1 : 0), negative.map((x) => x < threshold ? 1 : 0)];
}

/** Balanced accuracy at a threshold; a side without examples counts as wrong. */
export function balancedAccuracy(scores: Scores, threshold: number): number {
  const [positive, negative] = rightAt(scores, threshold).map((right) =>
    right.reduce((sum, x) => sum + x, 0) / Math.max(1, right.length)
  );
  return (positive! + negative!) / 2;
}

/** The threshold with the highest balanced accuracy, of about 200 among the scores. */
export function bestThreshold(scores: Scores): number {
  return highest(someOf([...scores.positive, ...scores.negative], TRIED), (t) => balancedAccuracy(scores, t));
}

/** The distinct values in order, thinned to about `count`. */
export function someOf(values: readonly number[], count: number): number[] {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const step = Math.max(1, Math.floor(distinct.length / count));
  return distinct.filter((_, i) => i % step === 0);
}

/** The first of the values for which `of` is highest; NaN where there are none. */
export function highest(values: readonly number[], of: (value: number) => number): number {
  let best = { value: NaN, reached: -Infinity };
  for (const value of values) {
    const reached = of(value);
    if (reached > best.reached) best = { value, reached };
  }
  return best.value;
}

/** How many of the positives score above all but `share` of the negatives. */
export function kept({ positive, negative }: Scores, share: number): number {
  const sorted = negative.toSorted((a, b) => b - a);
  const bar = sorted[Math.floor(share * sorted.length)] ?? -Infinity;
  return positive.filter((x) => x > bar).length;
}
