/**
 * Small statistics for reports.
 * @module
 */

/** Wilson's 95 % interval of a share (Wilson 1927): honest for small counts and shares near 0 and 1. */
export function wilson(hits: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const z = 1.959964;
  const p = hits / n;
  const middle = p + z * z / (2 * n);
  const spread = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const scale = 1 + z * z / n;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/** Area under the ROC curve: the chance that a positive scores above a negative, ties counting half. */
export function auroc(positive: readonly number[], negative: readonly number[]): number {
  if (positive.length === 0 || negative.length === 0) return NaN;
  let above = 0;
  for (const a of positive) for (const b of negative) above += a > b ? 1 : a === b ? 0.5 : 0;
  return above / (positive.length * negative.length);
}

/** The value below which `share` of the values lie (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** Log-odds of a probability, kept within ±10. */
export function logOdds(p: number): number {
  const inside = Math.min(1 - 4.5e-5, Math.max(4.5e-5, p));
  return Math.log(inside / (1 - inside));
}

/** The probability with these log-odds. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
