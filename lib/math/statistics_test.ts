import assert from "node:assert/strict";
import { randomFrom } from "./random.ts";
import { auroc, quantile, wilson } from "./statistics.ts";

const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 5e-4, `${a} is not ${b}`);

Deno.test("wilson gives the published intervals and never leaves 0 to 1", () => {
  // Newcombe 1998, table I, method 3.
  const published = [[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [
    1,
    29,
    0.0061,
    0.1718,
  ]];
  for (const [hits, n, low, high] of published) {
    const interval = wilson(hits!, n!);
    near(interval.low, low!);
    near(interval.high, high!);
  }
  assert.deepEqual(wilson(0, 0), { low: 0, high: 1 });
  for (let hits = 0; hits <= 5; hits++) {
    const { low, high } = wilson(hits, 5);
    assert.ok(low >= 0 && low <= hits / 5 && hits / 5 <= high && high <= 1, `${hits} of 5`);
  }
});

Deno.test("auroc counts pairs, ties half", () => {
  assert.equal(auroc([3, 2], [1, 0]), 1);
  assert.equal(auroc([0], [1]), 0);
  assert.equal(auroc([1, 1], [1]), 0.5);
  assert.equal(auroc([2, 0], [1]), 0.5);
  assert.ok(Number.isNaN(auroc([], [1])) && Number.isNaN(auroc([1], [])));
});

Deno.test("auroc is what ranks give (Mann and Whitney)", () => {
  const random = randomFrom(11);
  for (let round = 0; round < 30; round++) {
    const draw = (n: number) => Array.from({ length: n }, () => Math.floor(random() * 8));
    const [positive, negative] = [draw(12), draw(9)];
    const sorted = [...positive, ...negative].sort((a, b) => a - b);
    const rank = (x: number) => (sorted.indexOf(x) + sorted.lastIndexOf(x)) / 2 + 1;
    const sum = positive.reduce((total, x) => total + rank(x), 0);
    near(auroc(positive, negative), (sum - 12 * 13 / 2) / (12 * 9));
  }
});

Deno.test("quantile is one of the values", () => {
  const values = [5, 1, 4, 2, 3];
  assert.equal(quantile(values, 0), 1);
  assert.equal(quantile(values, 0.5), 3);
  assert.equal(quantile(values, 1), 5);
  assert.deepEqual(values, [5, 1, 4, 2, 3], "the caller's order stays");
  assert.ok(Number.isNaN(quantile([], 0.5)));
});
