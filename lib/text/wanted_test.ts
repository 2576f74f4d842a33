import assert from "node:assert/strict";
import { asksSomething, type Wanted, wanted } from "./wanted.ts";

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

Deno.test("a message that asks is told from one that only tells", async (t) => {
  const asks = [
    "bone is poking thru the skin, shove it in again?",
    "friend under the avalanche - ski down for help or dig, what now",
    "he is cold and how do i warm him",
    "where on the body put the hot bottles",
    "she stopped shivering. should we walk on",
    "do i pull it out",
  ];
  const tells = [
    "he fell and is bleeding",
    "fell in a creek, freezing, can't think straight",
    "my wife mumbles and stumbles and is so cold",
    "chest pain, help",
    "",
  ];
  for (const message of asks) await t.step(message, () => assert.equal(asksSomething(message), true));
  for (const message of tells) {
    await t.step(message || "empty", () => assert.equal(asksSomething(message), false));
  }
});
