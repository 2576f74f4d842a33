/**
 * 95 % intervals of figures that are no plain shares.
 * @module
 */
import { randomFrom } from "../../math/random.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;
const DRAWS = 1000;

/** Interval of an area under the ROC curve (Hanley and McNeil 1982), kept within 0 and 1. */
export function hanleyMcNeil(area: number, positives: number, negatives: number): Interval {
  const q1 = area / (2 - area);
  const q2 = 2 * area ** 2 / (1 + area);
  const variance =
    (area * (1 - area) + (positives - 1) * (q1 - area ** 2) + (negatives - 1) * (q2 - area ** 2)) /
    (positives * negatives);
  const spread = Z * Math.sqrt(Math.max(0, variance));
  return { low: Math.max(0, area - spread), high: Math.min(1, area + spread) };
}

/** Mean of the groups' means: a plain mean of one group, balanced accuracy of two. */
export function meanOfMeans(groups: readonly (readonly number[])[]): number {
  return mean(groups.map(mean));
}

/** Percentile interval of `meanOfMeans` from 1,000 draws with replacement within each group; the same for the same seed. */
export function bootstrap(groups: readonly (readonly number[])[], seed = 1): Interval {
  const random = randomFrom(seed);
  const draw = (group: readonly number[]) => group.map(() => group[Math.floor(random() * group.length)]!);
  const drawn = Array.from({ length: DRAWS }, () => meanOfMeans(groups.map(draw))).sort((a, b) => a - b);
  return { low: drawn[0.025 * DRAWS]!, high: drawn[0.975 * DRAWS - 1]! };
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
