import assert from "node:assert/strict";
import { buildPackFile, FILES, inFolder } from "../../../tests/build_pack.ts";
import { fakeEmbedder, fakePack, recordsOf } from "../../../tests/fakes_pack.ts";
import type { Pack } from "../../ports.ts";
import { openPack } from "./reader.ts";

const embedder = fakeEmbedder();

async function withPack(use: (pack: Pack) => void | Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    await buildPackFile(`${folder}/test.cairn`, FILES, embedder);
    const pack = openPack(`${folder}/test.cairn`, embedder);
    try {
      await use(pack);
    } finally {
      pack.close();
    }
  });
}

Deno.test("a pack gives back what was written, as the pack in memory does", () =>
  withPack(async (pack) => {
    const memory = fakePack("test", await recordsOf(FILES, embedder));
    const numbers = Array.from({ length: memory.chunkCount }, (_, n) => n);
    assert.equal(pack.chunkCount, memory.chunkCount);
    assert.equal(pack.meanLength, memory.meanLength);
    assert.deepEqual(pack.documents(), memory.documents());
    for (const { id } of memory.documents()) assert.deepEqual(pack.document(id), memory.document(id));
    for (const n of numbers) {
      assert.deepEqual(pack.chunk(n), memory.chunk(n));
      assert.deepEqual(pack.terms(n), memory.terms(n));
      assert.deepEqual(pack.spans(n), memory.spans(n));
    }
    assert.deepEqual(pack.vectors(), memory.vectors());
    const sorted = (map: ReadonlyMap<string, number>) => [...map].sort();
    assert.deepEqual(sorted(pack.vocabulary()), sorted(memory.vocabulary()));
    assert.deepEqual(sorted(pack.words()), sorted(memory.words()));
    assert.deepEqual(pack.waypoints(), memory.waypoints());
    for (const terms of [["water"], ["drop", "happi"], ["2"], ["q_length_0"], ["none"], ["cafe"], []]) {
      assert.deepEqual(pack.lexical(terms, 9).sort(), memory.lexical(terms, 9).sort(), terms.join());
    }
  }));

Deno.test("the header and the heads tell what is inside", () =>
  withPack((pack) => {
    const { hash, ...info } = pack.info;
    assert.match(hash, /^[0-9a-f]{64}$/);
    assert.deepEqual(info, {
      ...{ id: "test", title: "Test pack", documents: 3, chunks: 4, encoder: "fake-encoder", signed: false },
    });
    const [water, dome] = pack.documents();
    assert.deepEqual([water!.id, water!.title, water!.asOf], ["test/water", "🏔️ Water", "2026-11"]);
    assert.deepEqual([dome!.id, dome!.perishable, dome!.aliases], [
      "test/trails/dome",
      ["snow", "permit"],
      ["The Cables"],
    ]);
    assert.ok(!("text" in water!) && !("blocks" in water!));
    assert.equal(pack.document("test/none"), null);
    assert.throws(() => pack.chunk(4), RangeError);
    assert.throws(() => pack.chunk(-1), RangeError);
  }));

Deno.test("a word search takes any text, keeps its limit and its bounds", () =>
  withPack((pack) => {
    for (const term of ['"', "a OR b", "NEAR(", "*", "title:x", "'; DROP TABLE terms; --", ""]) {
      assert.doesNotThrow(() => pack.lexical([term], 5), term);
    }
    assert.equal(pack.lexical(["water", "dome", "cpr"], 2).length, 2);
    const all = pack.lexical(["water", "dome"], 9);
    assert.deepEqual(pack.lexical(["water", "dome"], 9, new Set([all.at(-1)!])), [all.at(-1)!]);
    assert.deepEqual(pack.lexical(["water"], 9, new Set()), []);
  }));

Deno.test("opening changes no byte of the file", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    await buildPackFile(path, FILES, embedder);
    const before = Deno.readFileSync(path);
    const pack = openPack(path, embedder);
    pack.lexical(["water"], 3);
    pack.close();
    assert.deepEqual(Deno.readFileSync(path), before);
    assert.deepEqual([...Deno.readDirSync(folder)].length, 1);
  }));
