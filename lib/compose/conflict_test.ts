import assert from "node:assert/strict";
import { fakeEmbedder, fakeLibrary } from "../../tests/fakes_pack.ts";
import type { Reading } from "../ports.ts";
import type { Hit } from "../records.ts";
import { retrieve } from "../retrieve/retrieve.ts";
import { conflict } from "./conflict.ts";
import { quotable, quote } from "./quote.ts";

const embedder = fakeEmbedder();
const old = "---\nas_of: 2019-06-01\n---\n# Huts of the valley\n\nThe hut has 18 bunks.";
const young = "---\nas_of: 2026-06-01\n---\n# The hut\n\nThe hut has 24 bunks for 2 people each.";

/** What a conflict makes of "bunks of the hut", with the passages it read. */
async function asked(files: Record<string, string>, answerable: number) {
  const library = await fakeLibrary(files, embedder);
  const retrieval = await retrieve(library, embedder, "How many bunks has the hut?");
  const read: string[] = [];
  const reading: Reading = { answerable, support: 0, partly: 0, answer: null, words: [] };
  const quotes = quote(library, retrieval, quotable(library, retrieval));
  const found = await conflict(library, retrieval, quotes, {
    disagree: (a, b) => a.text !== b.text && a.about !== b.about,
    read(hit: Hit) {
      read.push(hit.chunk.documentId);
      return Promise.resolve({ ...hit, reading });
    },
  });
  return { found, read };
}

Deno.test("two documents that disagree are both quoted, the newest first", async () => {
  const { found, read } = await asked({ "old.md": old, "young.md": young }, 0.9);
  assert.deepEqual(found?.citations.map(({ n, asOf }) => [n, asOf]), [[1, "2026-06-01"], [2, "2019-06-01"]]);
  assert.match(found!.sentences[0]!.text, /24 bunks/);
  assert.match(found!.sentences[1]!.text, /18 bunks/);
  assert.equal(read.length, 1, "only what disagrees is read");
});

Deno.test("a passage that does not answer speaks against nothing", async () => {
  assert.equal((await asked({ "old.md": old, "young.md": young }, 0.4)).found, null);
});

Deno.test("one document does not disagree with itself, nor one trail's with another's", async () => {
  assert.equal((await asked({ "both.md": `${old}\n\n## Later\n\nThe hut has 24 bunks.` }, 0.9)).found, null);
  const trails = {
    "a.md": old.replace("---\n#", "trail: A\n---\n#"),
    "b.md": young.replace("---\n#", "trail: B\n---\n#"),
  };
  assert.equal((await asked(trails, 0.9)).found, null);
});
