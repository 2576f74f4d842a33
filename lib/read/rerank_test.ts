import assert from "node:assert/strict";
import { fakeEmbedder, fakeLibrary, fakeReader } from "../../tests/fakes_pack.ts";
import { logOdds } from "../math/statistics.ts";
import type { Reader, Reading } from "../ports.ts";
import type { Retrieval } from "../records.ts";
import { retrieve } from "../retrieve/retrieve.ts";
import { READ, rerank } from "./rerank.ts";

const FILES = {
  "water.md":
    "# Water\n\n## Boiling\n\nBoil the water for one minute.\n\n## Filters\n\nA filter cleans water.",
  "bears.md": "# Bears\n\nBears drink water.",
  "huts.md": "# Huts\n\nA hut has water.",
};
const embedder = fakeEmbedder();
const library = await fakeLibrary(FILES, embedder);
const NOTHING: Reading = { answerable: 0.5, support: 0, partly: 0, answer: null, words: [] };

/** A reader that finds one document's answer as likely as told, and remembers what it was given. */
function scripted(answerable: (text: string) => number) {
  const given: { asked: string; title: string; text: string }[] = [];
  const reader: Reader = {
    ...fakeReader(),
    read(asked, passage) {
      given.push({ asked, ...passage });
      return Promise.resolve({ ...NOTHING, answerable: answerable(passage.text) });
    },
  };
  return { reader, given };
}

const shown = ({ hits }: Retrieval) =>
  hits.map(({ chunk }) => [chunk.documentId, ...chunk.headings].join(" "));

Deno.test("what is likelier to answer comes first, by fused score and log-odds together", async () => {
  const found = await retrieve(library, embedder, "water");
  const { reader } = scripted((text) => text.startsWith("Bears") ? 0.79 : 0.01);
  const read = await rerank(library, reader, found);
  assert.equal(read.hits[0]!.head.id, "fake/bears");
  const standing = read.hits.map(({ fused, reading }) => fused + READ.weight * logOdds(reading!.answerable));
  assert.deepEqual(standing, standing.toSorted((a, b) => b - a));
});

Deno.test("an undecided reader changes no order", async () => {
  const found = await retrieve(library, embedder, "boil water");
  const { reader } = scripted(() => 0.5);
  assert.deepEqual(shown(await rerank(library, reader, found)), shown(found));
});

Deno.test("only the first passages are read; the others follow as they were, unread", async () => {
  const found = await retrieve(library, embedder, "water");
  assert.equal(found.hits.length, 4);
  const { reader, given } = scripted((text) => text === given[0]!.text ? 0.1 : 0.7);
  const read = await rerank(library, reader, found, 2);
  assert.deepEqual(shown(read), [1, 0, 2, 3].map((i) => shown(found)[i]));
  assert.deepEqual(read.hits.map(({ reading }) => reading !== null), [true, true, false, false]);
  assert.deepEqual(read.hits.slice(2), found.hits.slice(2));
  assert.equal(given.length, 2);
});

Deno.test("the reader is given the repaired question, the title with its headings and the passage's text", async () => {
  const found = await retrieve(library, embedder, "boil the watter for one minute");
  const { reader, given } = scripted(() => 0.5);
  await rerank(library, reader, found, 1);
  assert.deepEqual(given, [{
    asked: "boil the water for one minute",
    title: "Water > Boiling",
    text: "Boil the water for one minute.",
  }]);
});

Deno.test("scores, terms and question stay what they were, and the retrieval is not changed in place", async () => {
  const found = await retrieve(library, embedder, "water");
  const before = structuredClone(found.hits.map(({ fused, reading }) => ({ fused, reading })));
  const read = await rerank(library, fakeReader(), found);
  assert.deepEqual(found.hits.map(({ fused, reading }) => ({ fused, reading })), before);
  assert.deepEqual({ ...read, hits: [] }, { ...found, hits: [] });
  assert.deepEqual(
    read.hits.map(({ fused }) => fused).toSorted(),
    found.hits.map(({ fused }) => fused).toSorted(),
  );
});

Deno.test("no hits and no depth need no reader", async () => {
  const reader: Reader = { ...fakeReader(), read: () => assert.fail("nothing is to be read") };
  const found = await retrieve(library, embedder, "water");
  assert.deepEqual(await rerank(library, reader, { ...found, hits: [] }), { ...found, hits: [] });
  assert.deepEqual(await rerank(library, reader, found, 0), found);
});

Deno.test("a reader that is quite sure stays within bounds", async () => {
  const found = await retrieve(library, embedder, "water");
  for (const p of [0, 1]) {
    const { hits } = await rerank(library, scripted(() => p).reader, found);
    assert.equal(hits.length, found.hits.length);
    const read = hits.filter(({ reading }) => reading !== null);
    assert.deepEqual(read.map(({ reading }) => reading!.answerable), read.map(() => p));
  }
});

Deno.test("reading ends with a passage that surely answers, and not before", async () => {
  const found = await retrieve(library, embedder, "water");
  for (const [p, count] of [[READ.sure, 1], [READ.sure - 0.01, 4]] as const) {
    const { reader, given } = scripted(() => p);
    const { hits } = await rerank(library, reader, found);
    assert.equal(given.length, count);
    assert.deepEqual(hits.map(({ reading }) => reading !== null), hits.map((_, i) => i < count));
  }
});
