import assert from "node:assert/strict";
import { bootstrap, hanleyMcNeil, meanOfMeans } from "./intervals.ts";

const near = (a: number, b: number, by: number) => assert.ok(Math.abs(a - b) < by, `${a} is not ${b}`);

Deno.test("the interval of an area is Hanley and McNeil's", () => {
  // Their 1982 example: area 0.893, 51 abnormal and 58 normal images, standard error 0.0325.
  const { low, high } = hanleyMcNeil(0.893, 51, 58);
  near(low, 0.893 - 1.96 * 0.03251, 1e-4);
  near(high, 0.893 + 1.96 * 0.03251, 1e-4);
  assert.equal(hanleyMcNeil(0.99, 5, 5).high, 1);
  assert.deepEqual(hanleyMcNeil(1, 10, 10), { low: 1, high: 1 });
});

Deno.test("the mean of means is balanced accuracy of two groups", () => {
  assert.equal(meanOfMeans([[1, 0, 1, 1]]), 0.75);
  assert.equal(meanOfMeans([[1, 1], [0, 0, 0, 1]]), 0.625);
  assert.ok(Number.isNaN(meanOfMeans([[]])));
});

Deno.test("the bootstrap is the same for a seed, and near the normal interval of many", () => {
  const group = Array.from({ length: 400 }, (_, i) => i % 4 === 0 ? 1 : 0);
  const interval = bootstrap([group], 3);
  assert.deepEqual(bootstrap([group], 3), interval);
  assert.notDeepEqual(bootstrap([group], 4), interval);
  const spread = 1.96 * Math.sqrt(0.25 * 0.75 / 400);
  near(interval.low, 0.25 - spread, 0.01);
  near(interval.high, 0.25 + spread, 0.01);
});

Deno.test("groups are drawn from apart", () => {
  assert.deepEqual(bootstrap([[1, 1, 1], [0]]), { low: 0.5, high: 0.5 });
});
