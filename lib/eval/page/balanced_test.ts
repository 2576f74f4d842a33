import assert from "node:assert/strict";
import { balancedAccuracy, bestThreshold, kept, rightAt, someOf } from "./balanced.ts";

const scores = { positive: [0.9, 0.6, 0.4], negative: [0.5, 0.2, 0.1, 0.1] };

Deno.test("balanced accuracy weighs both sides alike; a score at the threshold counts as above", () => {
  assert.equal(balancedAccuracy(scores, 0.5), (2 / 3 + 3 / 4) / 2);
  assert.equal(balancedAccuracy(scores, 0), 0.5);
  assert.equal(balancedAccuracy(scores, 2), 0.5);
  assert.equal(balancedAccuracy({ positive: [], negative: [0] }, 0.5), 0.5);
  assert.deepEqual(rightAt(scores, 0.5), [[1, 1, 0], [0, 1, 1, 1]]);
});

Deno.test("the best threshold is one of the scores", () => {
  assert.equal(bestThreshold(scores), 0.4);
  assert.equal(balancedAccuracy(scores, 0.4), 7 / 8);
  assert.ok(Number.isNaN(bestThreshold({ positive: [], negative: [] })));
});

Deno.test("thinned values keep their order and the first", () => {
  assert.deepEqual(someOf([3, 1, 2, 2], 200), [1, 2, 3]);
  assert.deepEqual(someOf([1, 2, 3, 4, 5, 6], 2), [1, 4]);
});

Deno.test("kept counts positives above what the share of the negatives may pass", () => {
  const negative = Array.from({ length: 20 }, (_, i) => i / 20);
  // One of twenty may pass: the bar is the second highest, 0.9.
  assert.equal(kept({ positive: [0.95, 0.91, 0.9, 0.1], negative }, 0.05), 2);
  assert.equal(kept({ positive: [0.9, 0.5], negative: [0.5] }, 0.05), 1);
  assert.equal(kept({ positive: [0.1], negative: [] }, 0.05), 1);
});
