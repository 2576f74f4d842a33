import assert from "node:assert/strict";
import { randomFrom } from "./random.ts";
import { cosineAt, INT8_SCALE, topK } from "./vector.ts";

Deno.test("topK agrees with sorting everything", () => {
  const random = randomFrom(4);
  for (let round = 0; round < 200; round++) {
    // Few distinct values, so that ties are common.
    const scores = Array.from({ length: Math.floor(random() * 30) }, () => Math.round(random() * 6) - 3);
    const k = Math.floor(random() * 12);
    const sorted = scores.map((score, index) => ({ index, score }))
      .sort((a, b) => b.score - a.score || a.index - b.index);
    assert.deepEqual(topK(scores, k), sorted.slice(0, k), `${scores} k=${k}`);
  }
});

Deno.test("topK keeps -0 and 0 in index order and takes any array", () => {
  assert.deepEqual(topK([-0, 0, -0], 2).map(({ index }) => index), [0, 1]);
  assert.deepEqual(topK(Float32Array.of(0.25, 0.5), 9).map(({ index }) => index), [1, 0]);
  assert.deepEqual(topK([], 3), []);
});

Deno.test("cosineAt reads the right row", () => {
  const query = Float32Array.of(0.6, 0.8);
  const matrix = Int8Array.of(127, 0, 0, 127, -76, -102);
  assert.ok(Math.abs(cosineAt(query, matrix, 0) - 0.6) < 1e-6);
  assert.ok(Math.abs(cosineAt(query, matrix, 1) - 0.8) < 1e-6);
  assert.ok(Math.abs(cosineAt(query, matrix, 2) + 1) < 1.5 / INT8_SCALE);
});
