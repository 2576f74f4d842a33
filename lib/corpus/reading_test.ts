import assert from "node:assert/strict";
import { fakeEmbedder, fakeLibrary } from "../../tests/fakes_pack.ts";
import type { Reading } from "../ports.ts";
import type { Hit } from "../records.ts";
import { retrieve } from "../retrieve/retrieve.ts";
import { weightIn } from "./reading.ts";

const embedder = fakeEmbedder();
const library = await fakeLibrary({
  "a.md": "# Water\n\nBears drink.\n\n## Boiling\n\nBoil the water. Let it cool.",
}, embedder);
const { hits } = await retrieve(library, embedder, "boil");
const hit = hits[0]!;
const text = library.document(hit.chunk.documentId)!.text;

/** The hit, read: each word of the passage with the weight it is given. */
function read(weights: Readonly<Record<string, number>>): Hit {
  const passage = text.slice(hit.chunk.start, hit.chunk.end);
  const words = Object.entries(weights).map(([word, weight]) => {
    const start = passage.indexOf(word);
    return { start, end: start + word.length, weight };
  });
  const reading: Reading = { answerable: 1, support: 0, partly: 0, answer: null, words };
  return { ...hit, reading };
}

const range = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

Deno.test("the passage does not begin its document, so that offsets matter", () => {
  assert.ok(hit.chunk.start > 0);
});

Deno.test("weights are summed over the words that lie within the stretch", async (t) => {
  const weighed = read({ Boil: 0.5, water: 0.25, cool: 0.25 });
  const cases = [
    ["Boil the water. Let it cool.", 1],
    ["Boil the water.", 0.75],
    ["the water. Let", 0.25],
    ["Let it", 0],
    ["Bears drink.", 0],
  ] as const;
  for (const [words, expected] of cases) {
    await t.step(words, () => assert.equal(weightIn(weighed, range(words)), expected));
  }
});

Deno.test("a word that only begins in the stretch does not count", () => {
  assert.equal(weightIn(read({ Boil: 1 }), range("Boi")), 0);
});

Deno.test("an unread hit and one without words weigh nothing", () => {
  assert.equal(weightIn(hit, range("Boil")), 0);
  assert.equal(weightIn(read({}), range("Boil")), 0);
});
