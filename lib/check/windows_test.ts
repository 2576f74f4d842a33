import assert from "node:assert/strict";
import { partsOf, tokensOf, window, WINDOW_TOKENS } from "./windows.ts";

const textsOf = (parts: readonly { text: string }[]) => parts.map(({ text }) => text);

Deno.test("a text is cut at sentence ends and line breaks, and each part knows its place", async (t) => {
  const cases: [string, string[]][] = [
    ["Boil it. Let it cool!\nIs it cool?  Drink.", ["Boil it.", "Let it cool!", "Is it cool?", "Drink."]],
    ["1. Sit.\n2. Rest.", ["1.", "Sit.", "2.", "Rest."]],
    ["It is 2.5 mi. 🏔️ Up…", ["It is 2.5 mi.", "🏔️ Up…"]],
    ["no end", ["no end"]],
    ["\n\n A.\n \nB. \n", [" A.", "B."]],
    [" \n ", []],
    ["", []],
  ];
  for (const [text, expected] of cases) {
    await t.step(JSON.stringify(text), () => {
      const parts = partsOf(text);
      assert.deepEqual(textsOf(parts), expected);
      for (const { piece, start, end, text: shown } of parts) {
        assert.equal(piece, 0);
        assert.equal(text.slice(start, end), shown);
      }
    });
  }
});

Deno.test("a list of evidence is taken as it is", () => {
  assert.deepEqual(partsOf(["One. Two.", ""]), [
    { piece: 0, text: "One. Two.", start: 0, end: 9 },
    { piece: 1, text: "", start: 0, end: 0 },
  ]);
  assert.deepEqual(partsOf([]), []);
});

Deno.test("what fits is kept whole", () => {
  const parts = partsOf("Boil water. Let it cool. Bears sleep.");
  assert.deepEqual(window("Do bears sleep?", parts), parts);
  assert.deepEqual(window("x", []), []);
});

Deno.test("of what does not fit the parts nearest to the claim are kept, in reading order", () => {
  const parts = partsOf(
    "The hut is far. Boil water for a minute. Bears eat berries. Clear water boils late. A wolf ran off.",
  );
  const kept = window("Water must boil.", parts, 2 * tokensOf("Boil water for a minute."));
  assert.deepEqual(textsOf(kept), ["Boil water for a minute.", "Clear water boils late."]);
});

Deno.test("rare words weigh more than common ones, and small words nothing", () => {
  const common = Array.from({ length: 6 }, (_, i) => `The water is at lake number ${i}.`);
  const parts = partsOf([...common, "A marmot was seen there."]);
  const kept = window("The water was seen by a marmot.", parts, tokensOf(common[0]!));
  assert.deepEqual(textsOf(kept), ["A marmot was seen there."]);
});

Deno.test("without a shared word the first parts are kept", () => {
  const parts = partsOf(["a b c", "d e f", "g h i"]);
  assert.deepEqual(textsOf(window("x", parts, 2 * tokensOf("a b c"))), ["a b c", "d e f"]);
});

Deno.test("one part is kept even if it is longer than the window", () => {
  const long = "bear ".repeat(WINDOW_TOKENS);
  assert.deepEqual(textsOf(window("bear", partsOf([long, "A hut stands here."]))), [long]);
});

Deno.test("a window is as long as asked for at most", () => {
  const parts = partsOf(Array.from({ length: 200 }, (_, i) => `Sentence ${i} of a text about bears.`));
  const kept = window("bears", parts);
  const tokens = kept.reduce((sum, { text }) => sum + tokensOf(text), 0);
  assert.ok(tokens <= WINDOW_TOKENS && tokens > 0.8 * WINDOW_TOKENS, String(tokens));
  assert.deepEqual(kept, kept.toSorted((a, b) => a.piece - b.piece));
});
