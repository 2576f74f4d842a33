import assert from "node:assert/strict";
import { tokenize } from "../text/tokens.ts";
import { unknownPlaces } from "./places.ts";

const EVERYDAY = new Set(["easiest", "cheapest", "slippery"]);
const isWord = (word: string) => EVERYDAY.has(word);

/** Terms of the question of which those in `absent` occur in no pack. */
const termsOf = (question: string, absent: readonly string[]) =>
  tokenize(question).map(({ word, term }) => ({
    typed: word,
    word,
    term,
    df: absent.includes(word) ? 0 : 3,
  }));

Deno.test("a name that no pack holds is an unknown place", async (t) => {
  const cases: [string, string[], string[]][] = [
    ["How long is the Blorfle Trail?", ["blorfle"], ["blorfle"]],
    ["how long is the blorfle trail", ["blorfle"], ["blorfle"]],
    ["Is there water at Blorfle?", ["blorfle"], ["blorfle"]],
    ["Permits for mount blorfle", ["blorfle"], ["blorfle"]],
    ["From Blorfle Quux to the Zork Hut", ["blorfle", "quux", "zork"], ["blorfle", "quux", "zork"]],
    ["Is there snow on the Čížek Peak", ["cizek"], ["cizek"]],
    ["How long is the Whitney Trail?", [], []],
    ["How long is the Whitney Trail in tevas?", ["tevas"], []],
    ["Can I eat blorfle berries?", ["blorfle"], []],
    ["", [], []],
  ];
  for (const [question, absent, places] of cases) {
    await t.step(question || "empty", () => {
      assert.deepEqual(unknownPlaces(question, termsOf(question, absent), isWord).sort(), places);
    });
  }
});

Deno.test("an everyday word before way, trail or pass is no place", async (t) => {
  const cases = [
    ["What is the easiest way to purify water?", "easiest"],
    ["What is the cheapest way to store food?", "cheapest"],
    ["How do I walk on a slippery trail?", "slippery"],
  ] as const;
  for (const [question, absent] of cases) {
    await t.step(
      question,
      () => assert.deepEqual(unknownPlaces(question, termsOf(question, [absent]), isWord), []),
    );
  }
});
