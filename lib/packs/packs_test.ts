/** Packs compared, merged and turned back into files. */
import assert from "node:assert/strict";
import { fakeEmbedder, recordsOf } from "../../tests/fakes_pack.ts";
import type { IndexedDocument } from "../records.ts";
import { diffPacks } from "./diff.ts";
import { extractFiles, safePath } from "./extract.ts";
import { mergePacks, SamePackError } from "./merge.ts";

const embedder = fakeEmbedder();
const hut = await recordsOf(
  { "hut.md": "# Hut\n\nIt sleeps 14.", "ford.md": "# Ford\n\nCross early." },
  embedder,
);
const dome = await recordsOf({ "dome.md": "---\ntrail: Half Dome\n---\n# Dome\n\nGo up." }, embedder);

Deno.test("a diff names what was added, removed and changed", () => {
  const edition = (path: string, hash: string) => ({ path, title: path, asOf: null, hash });
  const { added, removed, changed, same } = diffPacks(
    [edition("a", "1"), edition("b", "1"), edition("c", "1")],
    [edition("a", "1"), edition("c", "2"), edition("d", "1")],
  );
  const paths = [added, removed].map((list) => list.map(({ path }) => path));
  assert.deepEqual([paths, changed.map(([old, young]) => [old.hash, young.hash]), same], [[["d"], ["b"]], [[
    "1",
    "2",
  ]], 1]);
});

Deno.test("merged packs keep every document under the name of its pack", () => {
  const written: IndexedDocument[] = [];
  let fingerprint = "";
  const open = (name: string) => {
    fingerprint = name;
    return {
      get chunks() {
        return written.reduce((sum, { chunks }) => sum + chunks.length, 0);
      },
      add: (record: IndexedDocument) => void written.push(record),
      finish: () => "hash",
      abandon: () => {},
    };
  };
  const part = (id: string, records: readonly IndexedDocument[]) => ({
    id,
    contentHash: id,
    records: () => records,
  });
  const merged = mergePacks([part("park", dome), part("club", hut)], open);
  assert.deepEqual(written.map(({ path }) => path), ["club/hut.md", "club/ford.md", "park/dome.md"]);
  assert.deepEqual(merged, { documents: 3, chunks: 3, hash: "hash" });
  assert.match(fingerprint, /^\w+:[0-9a-f]{64}$/);
  assert.throws(() => mergePacks([part("park", hut), part("park", dome)], open), SamePackError);
});

Deno.test("extracted files stay in their folder, and no two are one", () => {
  const [first] = hut;
  const named = (path: string) => ({ ...first!, path });
  const tracks = [{ name: "Up & down", points: Float64Array.of(46.1, 7.1, NaN, 46.2, 7.2, 1800) }];
  const files = [...extractFiles([
    named("../../etc/passwd.md"),
    named("a/Hut.md"),
    named("a/hut.txt"),
    { ...named("con.gpx"), document: { ...first!.document, tracks } },
  ])];
  assert.deepEqual(files.map(({ path }) => path), [
    ...["etc/passwd.md", "a/Hut.md", "a/hut (2).md", "_con.md", "_con-track.gpx"],
  ]);
  assert.match(files[0]!.content, /^---\ntitle: Hut\n---\n\n# Hut\n\nIt sleeps 14\.\n$/);
  assert.match(files.at(-1)!.content, /<name>Up &amp; down<\/name>.*\n<trkpt lat="46.1" lon="7.1"><\/trkpt>/);
  assert.equal(safePath("/.."), "document");
  assert.equal(safePath("C:\\x\\..\\y\u0000."), "C_/x/y_");
});
