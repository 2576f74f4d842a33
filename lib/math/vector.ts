/**
 * Vectors as the index keeps them: int8, unit length × 127.
 * @module
 */

/** int8 components of a unit vector are its components times this. */
export const INT8_SCALE = 127;

/** Cosine of a unit vector and row `row` of a row-major int8 matrix of the same dimension. */
export function cosineAt(query: Float32Array, matrix: Int8Array, row: number): number {
  const dimension = query.length;
  const offset = row * dimension;
  let sum = 0;
  for (let i = 0; i < dimension; i++) sum += query[i]! * matrix[offset + i]!;
  return sum / INT8_SCALE;
}

/** Indices and scores of the `k` largest scores, best first; equal scores keep index order. */
export function topK(scores: ArrayLike<number>, k: number): { index: number; score: number }[] {
  const best: { index: number; score: number }[] = [];
  if (k <= 0) return best;
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index]!;
    if (best.length === k && score <= best[k - 1]!.score) continue;
    let at = best.length;
    while (at > 0 && best[at - 1]!.score < score) at--;
    best.splice(at, 0, { index, score });
    if (best.length > k) best.pop();
  }
  return best;
}
