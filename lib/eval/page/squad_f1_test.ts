import assert from "node:assert/strict";
import { bestF1Threshold, f1, f1At, type Tried } from "./squad_f1.ts";

Deno.test("F1 of two answers is what score_public.py gives", async (t) => {
  const cases: [string, string, number][] = [
    ["the Norse-man's", "Norsemans", 1],
    ["The cat the hat", "cat hat hat", 0.8],
    ["a", "the", 1],
    ["", "x", 0],
    ["to be to be", "to be or not", 0.5],
    ["éa the", "éa", 1],
    ["U.S.A.", "usa", 1],
    ["in the 10th and 11th centuries", "10th and 11th centuries", 8 / 9],
  ];
  for (const [a, b, expected] of cases) {
    await t.step(`${a} and ${b}`, () => {
      assert.equal(f1(a, b), expected);
      assert.equal(f1(b, a), expected);
    });
  }
});

const tried = (answerable: boolean, score: number, answer: string, answers: string[] = []): Tried => {
  return { answerable, answers, score, answer };
};

Deno.test("silence is right where nothing answers, and only there", () => {
  assert.equal(f1At(tried(true, 0.5, "in France", ["France", "Paris"]), 0.5), 2 / 3);
  assert.equal(f1At(tried(true, 0.4, "France", ["France"]), 0.5), 0);
  assert.equal(f1At(tried(true, 0.9, "", ["France"]), 0.5), 0);
  assert.equal(f1At(tried(true, 0.9, "France"), 0.5), 0);
  assert.equal(f1At(tried(false, 0.5, "France"), 0.5), 0);
  assert.equal(f1At(tried(false, 0.4, "France"), 0.5), 1);
  assert.equal(f1At(tried(false, 0.9, ""), 0.5), 1);
});

Deno.test("the best threshold is the lowest score that gives the highest mean", () => {
  const all = [
    tried(true, 0.4, "x", ["x"]),
    tried(true, 0.3, "x", ["x"]),
    tried(false, 0.2, "x"),
    tried(false, 0.35, "x"),
  ];
  assert.equal(bestF1Threshold(all), 0.3);
});
