/**
 * Logistic regression: the calibrated probability of a decision, and how it is fitted.
 * @module
 */
import { sigmoid } from "../math/statistics.ts";

/** A fitted model over named features: standardised, weighted, summed, squashed. */
export interface LogisticModel {
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Each feature's share of the score, in log-odds. Missing features count as their mean. */
export function pushes(model: LogisticModel, values: Readonly<Record<string, number>>): number[] {
  return model.features.map((name, i) =>
    model.weights[i]! * ((values[name] ?? model.mean[i]!) - model.mean[i]!) / model.scale[i]!
  );
}

/** Probability between 0 and 1. */
export function probability(model: LogisticModel, values: Readonly<Record<string, number>>): number {
  return sigmoid(pushes(model, values).reduce((sum, push) => sum + push, model.bias));
}

/** One labelled example. */
export interface Example {
  readonly values: Readonly<Record<string, number>>;
  readonly label: 0 | 1;
}

/**
 * Fits by Newton's method with an L2 penalty on standardised weights (not on the bias), so the result
 * depends on nothing but the examples.
 *
 * @param penalty weight of the L2 term; 1 is mild for a few hundred examples
 */
export function fitLogistic(
  features: readonly string[],
  examples: readonly Example[],
  penalty = 1,
): LogisticModel {
  if (examples.length === 0) throw new RangeError("Cannot fit a logistic model to no examples");
  const rows = examples.map((example) => features.map((name) => example.values[name] ?? 0));
  const mean = features.map((_, j) => average(rows.map((row) => row[j]!)));
  const scale = features.map((_, j) => Math.sqrt(average(rows.map((row) => (row[j]! - mean[j]!) ** 2))) || 1);
  const x = rows.map((row) => [1, ...row.map((value, j) => (value - mean[j]!) / scale[j]!)]);
  const n = features.length + 1;
  let w = new Array<number>(n).fill(0);
  for (let step = 0; step < 50; step++) {
    const gradient = new Array<number>(n).fill(0);
    const hessian = Array.from(
      { length: n },
      (_, i) => new Array<number>(n).fill(0).map((_, j) => (i === j && i > 0 ? penalty : 0)),
    );
    for (const [i, row] of x.entries()) {
      const p = sigmoid(row.reduce((sum, value, j) => sum + value * w[j]!, 0));
      for (let a = 0; a < n; a++) {
        gradient[a]! += (p - examples[i]!.label) * row[a]!;
        for (let b = 0; b < n; b++) hessian[a]![b]! += p * (1 - p) * row[a]! * row[b]!;
      }
    }
    for (let a = 1; a < n; a++) gradient[a]! += penalty * w[a]!;
    for (let a = 0; a < n; a++) hessian[a]![a]! += 1e-9;
    const delta = solve(hessian, gradient);
    w = w.map((value, j) => value - delta[j]!);
    if (Math.max(...delta.map(Math.abs)) < 1e-9) break;
  }
  return { features, mean, scale, weights: w.slice(1), bias: w[0]! };
}

/** Which way a feature may push: up, down, or as the examples say. */
export type Sign = 1 | -1 | 0;

/**
 * As `fitLogistic`, with features that would push the wrong way left out, the strongest offender first: from few
 * examples a weight against all reason is chance, and it would decide where all else is clear. Those left out keep weight 0.
 */
export function fitMonotone(
  features: readonly string[],
  signs: Readonly<Record<string, Sign>>,
  examples: readonly Example[],
  penalty = 1,
): LogisticModel {
  const all = fitLogistic(features, examples, penalty);
  const wrongness = (model: LogisticModel, name: string) =>
    -(signs[name] ?? 0) * model.weights[model.features.indexOf(name)]!;
  let model = all;
  for (;;) {
    const [worst] = model.features.filter((name) => wrongness(model, name) > 0)
      .sort((a, b) => wrongness(model, b) - wrongness(model, a));
    if (worst === undefined) break;
    model = fitLogistic(model.features.filter((name) => name !== worst), examples, penalty);
  }
  const weights = features.map((name) => model.weights[model.features.indexOf(name)] ?? 0);
  return { ...all, weights, bias: model.bias };
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: number[][], vector: readonly number[]): number[] {
  const n = vector.length;
  const a = matrix.map((row, i) => [...row, vector[i]!]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(a[row]![column]!) > Math.abs(a[pivot]![column]!)) pivot = row;
    }
    [a[column], a[pivot]] = [a[pivot]!, a[column]!];
    for (let row = column + 1; row < n; row++) {
      const factor = a[row]![column]! / a[column]![column]!;
      for (let k = column; k <= n; k++) a[row]![k]! -= factor * a[column]![k]!;
    }
  }
  const result = new Array<number>(n).fill(0);
  for (let row = n - 1; row >= 0; row--) {
    let sum = a[row]![n]!;
    for (let k = row + 1; k < n; k++) sum -= a[row]![k]! * result[k]!;
    result[row] = sum / a[row]![row]!;
  }
  return result;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
