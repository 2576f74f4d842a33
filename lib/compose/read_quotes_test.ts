import assert from "node:assert/strict";
import { fakeEmbedder, fakeLibrary, fakeReader } from "../../tests/fakes_pack.ts";
import type { Reader } from "../ports.ts";
import { retrieve } from "../retrieve/retrieve.ts";
import { quotable } from "./quote.ts";
import { readQuotes } from "./read_quotes.ts";

const embedder = fakeEmbedder();
const library = await fakeLibrary({
  "water.md": "# Water\n\n## Boiling\n\nBoil the water for one minute. Boil water longer in the hills. Rest.",
  "bleach.md": "# Bleach\n\nTo use bleach on water:\n\n1. Add 2 drops of bleach.\n2. Wait 30 minutes.",
}, embedder);
const ranked = async (question: string) => quotable(library, await retrieve(library, embedder, question));

/** A reader that finds texts as likely to answer as told, and remembers what it was given. */
function scripted(answerable: (text: string) => number) {
  const given: { asked: string; title: string; text: string }[] = [];
  const reader: Reader = {
    ...fakeReader(),
    async read(asked, passage) {
      given.push({ asked, ...passage });
      return { ...await fakeReader().read(asked, passage), answerable: answerable(passage.text) };
    },
  };
  return { reader, given };
}

Deno.test("the quote that answers likeliest by itself comes first, the others stay as they were", async () => {
  const before = await ranked("boil water");
  const { reader, given } = scripted((text) => text === given[0]?.text ? 0.1 : 0.9);
  const { ranked: after, answerable } = await readQuotes(reader, "boil water", before);
  assert.equal(given.length, 2);
  assert.deepEqual(given[0], {
    asked: "boil water",
    title: "Water > Boiling",
    text: "Boil water longer in the hills.",
  });
  assert.deepEqual(after, [before[1], before[0], ...before.slice(2)]);
  assert.equal(answerable, 0.9);
});

Deno.test("what surely does not answer is not quoted beside what does", async () => {
  const before = await ranked("boil water");
  const { reader, given } = scripted((text) => text === given[0]?.text ? 0.05 : 0.9);
  const { ranked: after } = await readQuotes(reader, "boil water", before);
  assert.deepEqual(after, [before[1], ...before.slice(2)]);
});

Deno.test("an undecided reader changes no order", async () => {
  const before = await ranked("boil water");
  assert.deepEqual((await readQuotes(scripted(() => 0.5).reader, "boil water", before)).ranked, before);
});

Deno.test("a list is read whole and once", async () => {
  const { reader, given } = scripted(() => 0.5);
  await readQuotes(reader, "bleach drops wait", await ranked("bleach drops wait"));
  assert.equal(given[0]!.text, "To use bleach on water: 1. Add 2 drops of bleach. 2. Wait 30 minutes.");
  assert.ok(!given[1]!.text.includes("bleach"), given[1]!.text);
});

Deno.test("nothing to quote, nothing read", async () => {
  const { reader, given } = scripted(() => 0.5);
  assert.deepEqual(await readQuotes(reader, "x", []), { ranked: [], answerable: null });
  assert.equal(given.length, 0);
});
