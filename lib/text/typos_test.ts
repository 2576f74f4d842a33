import assert from "node:assert/strict";
import { randomFrom } from "../math/random.ts";
import { SHORTEST_REPAIRED, TypoIndex, withinOneEdit } from "./typos.ts";

/** Optimal string alignment distance, by the textbook. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) d[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const substitute = d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, substitute);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
      }
    }
  }
  return d[a.length]![b.length]!;
}

const word = (random: () => number) =>
  Array.from({ length: 3 + Math.floor(random() * 5) }, () => "abc"[Math.floor(random() * 3)]).join("");

Deno.test("withinOneEdit agrees with the edit distance", () => {
  const random = randomFrom(2);
  let near = 0;
  for (let i = 0; i < 5000; i++) {
    const [a, b] = [word(random), word(random)];
    near += distance(a, b) <= 1 ? 1 : 0;
    assert.equal(withinOneEdit(a, b), distance(a, b) <= 1, `${a} ${b}`);
  }
  assert.ok(near > 50, "the sample holds near pairs");
  assert.ok(withinOneEdit("", "a") && withinOneEdit("", "") && !withinOneEdit("", "ab"));
});

Deno.test("repair finds what scanning the whole vocabulary finds", () => {
  const random = randomFrom(3);
  const words = new Map(Array.from({ length: 120 }, () => [word(random), 1 + Math.floor(random() * 99)]));
  const index = new TypoIndex(words);
  for (let i = 0; i < 800; i++) {
    const typed = word(random);
    const near = [...words.keys()].filter((known) => distance(known, typed) === 1);
    // Shortest known word that can be meant: one letter was typed too many.
    const meant = near.filter((known) => known.length >= SHORTEST_REPAIRED - 1);
    const ranks = meant.map((known) => (known[0] === typed[0] ? 1e6 : 0) + words.get(known)!);
    const repaired = index.repair(typed);
    if (typed.length < SHORTEST_REPAIRED || words.has(typed) || meant.length === 0) {
      assert.equal(repaired, null, typed);
    } else {
      assert.ok(repaired !== null && meant.includes(repaired), typed);
      assert.equal(ranks[meant.indexOf(repaired)], Math.max(...ranks), typed);
    }
  }
});

Deno.test("repair leaves alone what it should", async (t) => {
  const index = new TypoIndex(new Map([["giardia", 9], ["whitney", 3], ["camp", 4], ["12345", 1]]));
  const cases = [
    ["giarda", "giardia", "a letter left out"],
    ["giardiaa", "giardia", "a letter too many"],
    ["wihtney", "whitney", "neighbours swapped"],
    ["xhitney", "whitney", "a wrong first letter"],
    ["whitney", null, "known"],
    ["camq", null, "too short"],
    ["12346", null, "a number"],
    ["giar", null, "too far"],
    ["", null, "empty"],
  ] as const;
  for (const [typed, expected, why] of cases) {
    await t.step(`${typed}: ${why}`, () => assert.equal(index.repair(typed), expected));
  }
});

Deno.test("the more frequent of two candidates wins, unless only the other shares the first letter", () => {
  const index = new TypoIndex(new Map([["stone", 5], ["store", 8], ["atove", 99]]));
  assert.equal(index.repair("stove"), "store");
});
