import assert from "node:assert/strict";
import { fakeEmbedder, fakePack, recordsOf } from "../../tests/fakes_pack.ts";
import { Library } from "./library.ts";

const embedder = fakeEmbedder(["purse"]);
const water = fakePack(
  "a",
  await recordsOf({
    "water.md": "# Water\n\nBoil the water. Giardia dies.\n\n## Filters\n\nA filter of ceramic.",
  }, embedder),
);
const trail = fakePack(
  "b",
  await recordsOf({
    "dome.md":
      "---\ntrail: Half Dome\n---\n# Dome\n\n| Waypoint | Miles |\n|---|---|\n| Vernal Fall | 1.5 |\n\nNo water.",
  }, embedder),
);

Deno.test("several packs are one collection", () => {
  const library = new Library([water, trail], embedder);
  assert.equal(library.chunks, 3);
  assert.equal(library.documentFrequency("water"), 3, "the title counts for every passage");
  assert.equal(library.documentFrequency("ceram"), 1);
  assert.equal(library.documentFrequency("unheard"), 0);
  const lengths = [water, trail].flatMap((pack) => {
    return Array.from({ length: pack.chunkCount }, (_, n) => pack.terms(n).body.length);
  });
  assert.equal(library.meanLength, lengths.reduce((a, b) => a + b) / 3);
  assert.deepEqual(library.heads().map(({ id }) => id), ["a/water", "b/dome"]);
  assert.equal(library.document("b/dome")?.trail, "Half Dome");
  assert.equal(library.document("c/none"), null);
  assert.deepEqual(library.waypoints.map(({ name, miles }) => [name, miles]), [["Vernal Fall", 1.5]]);
  assert.deepEqual(library.trails.trails, ["Half Dome"]);
});

Deno.test("a passage brings its document and terms", () => {
  const library = new Library([water, trail], embedder);
  const passage = library.passage(water, 1);
  assert.equal(passage.head.id, "a/water");
  assert.deepEqual(passage.chunk.headings, ["Filters"]);
  assert.deepEqual(library.terms(passage).headings, ["filter"]);
  assert.throws(() => library.passage(water, 9), RangeError);
});

Deno.test("typos are repaired from all packs, but not what everyday language knows", () => {
  const library = new Library([water, trail], embedder);
  assert.equal(library.repair("giarda"), "giardia");
  assert.equal(library.repair("vernol"), "vernal");
  assert.equal(library.repair("giardia"), null);
  assert.equal(new Library([fakePack("c", [])], embedder).repair("giarda"), null);
  assert.equal(library.repair("purse"), null);
  assert.ok(library.hasWord("ceramic") && !library.hasWord("ceram"));
});

Deno.test("no pack is an empty collection", () => {
  const library = new Library([], embedder);
  assert.deepEqual([library.chunks, library.meanLength, library.documentFrequency("water")], [0, 0, 0]);
  assert.deepEqual(library.heads(), []);
});
