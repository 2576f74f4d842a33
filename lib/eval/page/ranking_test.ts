import assert from "node:assert/strict";
import { ndcg, recall } from "./ranking.ts";
import { readQrels } from "./scifact.ts";

const relevant = new Map([["a", 1], ["b", 1]]);

Deno.test("nDCG by hand", async (t) => {
  const second = 1 / Math.log2(3);
  const ideal = 1 + second;
  const cases: [string, string[], ReadonlyMap<string, number>, number][] = [
    ["both first", ["b", "a", "x"], relevant, 1],
    ["one at rank 2", ["x", "a"], relevant, second / ideal],
    ["none", ["x", "y"], relevant, 0],
    ["nothing found", [], relevant, 0],
    ["at rank 10", [..."123456789", "a"], new Map([["a", 1]]), 1 / Math.log2(11)],
    ["at rank 11", [..."1234567890", "a"], new Map([["a", 1]]), 0],
    ["graded", ["low", "high"], new Map([["high", 3], ["low", 1]]), (1 + 3 * second) / (3 + second)],
  ];
  for (const [name, ranked, judged, expected] of cases) {
    await t.step(name, () => assert.ok(Math.abs(ndcg(ranked, judged) - expected) < 1e-12));
  }
});

Deno.test("recall counts relevant documents among the first ten", () => {
  assert.equal(recall(["a", "x"], relevant), 0.5);
  assert.equal(recall([..."1234567890", "a", "b"], relevant), 0);
});

Deno.test("judgements of grade 0 and the header are no relevant documents", () => {
  const judged = readQrels("query-id\tcorpus-id\tscore\n1\ta\t1\n1\tb\t0\n1\tc\t2\n2\td\t0\n");
  assert.deepEqual([...judged].map(([query, documents]) => [query, [...documents]]), [["1", [["a", 1], [
    "c",
    2,
  ]]]]);
});
