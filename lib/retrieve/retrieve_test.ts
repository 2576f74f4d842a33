import assert from "node:assert/strict";
import { fakeEmbedder, fakeLibrary, fakePack, recordsOf } from "../../tests/fakes_pack.ts";
import { Library } from "../corpus/library.ts";
import { bm25, bm25Ceiling } from "../corpus/bm25.ts";
import { type Mode, readQuestion, RETRIEVE, retrieve } from "./retrieve.ts";

const FILES = {
  "water.md":
    "# Water\n\n## Boiling\n\nBoil the water for one minute. Let it cool.\n\n## Filters\n\nA ceramic filter stops giardia.",
  "bears.md": "# Bears\n\nKeep your food in a canister. Bears smell it from 3 miles away.",
  "blisters.md": "# Blisters\n\nTape a hot spot early.",
};
const embedder = fakeEmbedder(["stove"]);
const library = await fakeLibrary(FILES, embedder);
const ask = (question: string, options = {}) => retrieve(library, embedder, question, options);
const MODES: readonly Mode[] = ["full", "hybrid", "lexical", "dense"];

Deno.test("every mode ranks the passage about the question first", async (t) => {
  for (const mode of MODES) {
    await t.step(mode, async () => {
      const { hits } = await ask("Does a ceramic filter stop giardia?", { mode });
      assert.deepEqual(hits[0]!.chunk.headings, ["Filters"]);
      for (const [i, hit] of hits.entries()) assert.ok(i === 0 || hits[i - 1]!.fused >= hit.fused);
      assert.equal(new Set(hits.map(({ chunk }) => chunk.n)).size, hits.length, "no passage twice");
    });
  }
});

Deno.test("scores are raw: what the formulas give, not a share of the best hit", async () => {
  const { hits, terms } = await ask("boil water");
  const searched = terms.map(({ term }) => term);
  for (const hit of hits) {
    assert.equal(hit.lexical, bm25(library, searched, library.terms(hit)));
    assert.equal(hit.lexicalShare, hit.lexical / bm25Ceiling(library, searched));
    const best = hit.spans[0]?.cosine ?? 0;
    const fused = hit.dense + RETRIEVE.lexicalWeight * hit.lexicalShare + RETRIEVE.spanWeight * best;
    assert.ok(Math.abs(hit.fused - fused) < 1e-9);
    assert.deepEqual([...hit.spans].sort((a, b) => b.cosine - a.cosine), hit.spans);
  }
  const nothing = await ask("quantum chromodynamics");
  assert.ok(nothing.hits.every(({ lexical, lexicalShare }) => lexical === 0 && lexicalShare === 0));
  assert.ok((nothing.hits[0]?.fused ?? 0) < 0.6 * hits[0]!.fused, "the best of nothing is still nothing");
});

Deno.test("lexical mode finds only passages that share a term", async () => {
  assert.deepEqual((await ask("quantum", { mode: "lexical" })).hits, []);
  const found = await ask("canister", { mode: "lexical" });
  assert.deepEqual(found.hits.map(({ head }) => head.id), ["fake/bears"]);
});

Deno.test("equal amounts in other units match", async () => {
  const { hits } = await ask("4.8 km", { mode: "lexical" });
  assert.deepEqual(hits.map(({ head }) => head.id), ["fake/bears"]);
});

Deno.test("a bound search never leaves its documents", async (t) => {
  for (const mode of MODES) {
    await t.step(mode, async () => {
      const { hits } = await ask("boil water", { mode, only: (id: string) => id === "fake/bears" });
      assert.ok(hits.every(({ head }) => head.id === "fake/bears"));
    });
  }
  assert.deepEqual((await ask("boil water", { only: () => false })).hits, []);
});

Deno.test("keep bounds the hits", async () => {
  assert.equal((await ask("water", { keep: 2 })).hits.length, 2);
  assert.equal((await ask("water", { keep: 0 })).hits.length, 0);
});

Deno.test("several packs are searched as one", async () => {
  const packs = await Promise.all(
    Object.entries(FILES).map(async ([path, raw], i) => {
      return fakePack(`p${i}`, await recordsOf({ [path]: raw }, embedder));
    }),
  );
  const split = await retrieve(new Library(packs, embedder), embedder, "boil water");
  const joint = await ask("boil water");
  const shown = ({ hits }: typeof joint) =>
    hits.map(({ chunk, fused }) => [chunk.headings, fused.toFixed(9)]);
  assert.deepEqual(shown(split), shown(joint));
});

Deno.test("typos are repaired in the terms and in the text, in place", () => {
  const { terms, repaired } = readQuestion(library, "🏔️ Does a ceramc Filtre stop giardiaa?");
  assert.equal(repaired, "🏔️ Does a ceramic filter stop giardia?");
  assert.deepEqual(terms.map(({ typed, word, df }) => [typed, word, df]), [
    ["ceramc", "ceramic", 1],
    ["filtre", "filter", 1],
    ["stop", "stop", 1],
    ["giardiaa", "giardia", 1],
  ]);
});

Deno.test("no packs and no words give no hits", async () => {
  assert.deepEqual((await retrieve(new Library([], embedder), embedder, "water")).hits, []);
  assert.deepEqual((await ask("?!")).terms, []);
});
