import assert from "node:assert/strict";
import { indexTerms, quantityTerms, queryTokens, termOf, tokenize } from "./tokens.ts";

Deno.test("tokenize finds words and numbers", async (t) => {
  const cases: [string, string[]][] = [
    ["Bears' caves aren’t near.", ["bears", "caves", "aren't", "near"]],
    ["14,505 ft, 2.5 mi", ["14,505", "ft", "2.5", "mi"]],
    ["ends at 5.", ["ends", "at", "5"]],
    ["mile 3, then 4", ["mile", "3", "then", "4"]],
    ["miles 1,2,3 of 1,234,567", ["miles", "1", "2", "3", "of", "1,234,567"]],
    ["2026-11-20", ["2026", "11", "20"]],
    ["Cafe\u0301 Ñandú", ["cafe", "nandu"]],
    ["🏔️ up", ["up"]],
    ["H2O", ["h", "2", "o"]],
    ["!? —", []],
    ["", []],
  ];
  for (const [text, expected] of cases) {
    await t.step(
      JSON.stringify(text),
      () => assert.deepEqual(tokenize(text).map(({ word }) => word), expected),
    );
  }
});

Deno.test("a token's range is where it stands, also after emoji", () => {
  const text = "🏔️ Café 1,200 m";
  const found = tokenize(text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(found, ["Café", "1,200", "m"]);
});

Deno.test("forms of a word share a term", () => {
  assert.equal(termOf("boiling"), termOf("boiled"));
  assert.equal(termOf("ranger's"), termOf("ranger"));
  assert.equal(termOf("14,505"), "14505");
  assert.notEqual(termOf("water"), termOf("waiter"));
});

Deno.test("equal amounts in any unit share a term", async (t) => {
  const same = [["8 mi", "12.9 km"], ["100 °C", "212 °F"], ["1 kg", "1,000 g"], ["0 °C", "32 °F"]] as const;
  for (const [a, b] of same) {
    await t.step(`${a} = ${b}`, () => assert.deepEqual(quantityTerms(a), quantityTerms(b)));
  }
  await t.step("but not different ones", () => {
    assert.notDeepEqual(quantityTerms("8 mi"), quantityTerms("8 km"));
    assert.notDeepEqual(quantityTerms("10 °C"), quantityTerms("-10 °C"));
  });
  assert.deepEqual(indexTerms("8 mi"), ["8", "mi", "q_length_13000"]);
});

Deno.test("a question's terms are its topic, each once", async (t) => {
  const cases: [string, string[]][] = [
    ["How do I treat the water, and treating water how?", ["treat", "water"]],
    ["what is it", ["what", "is", "it"]],
    ["", []],
    ["¿?", []],
  ];
  for (const [question, expected] of cases) {
    await t.step(JSON.stringify(question), () => {
      assert.deepEqual(queryTokens(question).map(({ word }) => word), expected);
    });
  }
});
