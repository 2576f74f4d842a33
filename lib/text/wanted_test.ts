import assert from "node:assert/strict";
import { type Wanted, wanted } from "./wanted.ts";

const NOTHING: Wanted = { number: null, money: false, phone: false, procedure: false };

Deno.test("wanted reads the kind of answer from the question's words", async (t) => {
  const cases: [string, Partial<Wanted>][] = [
    ["How far is Trail Camp?", { number: ["length", "angle"] }],
    ["HOW HIGH is it", { number: ["length", "angle"] }],
    ["How long do I boil water?", { number: ["time", "length"] }],
    ["How many miles to the top?", { number: ["length"] }],
    ["How cold does it get?", { number: ["temperature"] }],
    ["How many drops of bleach?", { number: [] }],
    ["How much does a permit cost?", { number: [], money: true }],
    ["What is the rangers’ phone number?", { phone: true }],
    ["How do I treat blisters?", { procedure: true }],
    ["What should we do about ticks?", { procedure: true }],
    ["Who was John Muir?", {}],
    ["", {}],
  ];
  for (const [question, expected] of cases) {
    await t.step(question || "empty", () => assert.deepEqual(wanted(question), { ...NOTHING, ...expected }));
  }
});
