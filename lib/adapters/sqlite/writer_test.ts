import assert from "node:assert/strict";
import { buildPackFile, FILES, filesIn, inFolder } from "../../../tests/build_pack.ts";
import { fakeEmbedder, recordsOf } from "../../../tests/fakes_pack.ts";
import { PackError } from "./format.ts";
import { openPack } from "./reader.ts";
import { verifyPack } from "./verify.ts";
import { type PackHeader, PackWriter } from "./writer.ts";

const embedder = fakeEmbedder();
const HEADER: PackHeader = {
  ...{ id: "test", title: "T", encoder: embedder.id, encoderSha256: embedder.sha256 },
  ...{ dimension: embedder.dimension, fingerprint: "1:abc" },
};
const [record] = await recordsOf(FILES, embedder);

Deno.test("nothing is at the path before finish, and nothing beside it after", () =>
  inFolder((folder) => {
    const path = `${folder}/deep/er/test.cairn`;
    const writer = new PackWriter(path, HEADER);
    writer.add(record!);
    assert.ok(!filesIn(`${folder}/deep/er`).includes("test.cairn"));
    assert.equal(writer.chunks, record!.chunks.length);
    const hash = writer.finish();
    assert.deepEqual(filesIn(`${folder}/deep/er`), ["test.cairn"]);
    assert.equal(verifyPack(path).header.contentHash, hash);
  }));

Deno.test("abandoning leaves no trace and the old pack whole", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    await buildPackFile(path, FILES, embedder);
    const before = Deno.readFileSync(path);
    const writer = new PackWriter(path, HEADER);
    writer.add(record!);
    writer.abandon();
    writer.abandon();
    assert.deepEqual(filesIn(folder), ["test.cairn"]);
    assert.deepEqual(Deno.readFileSync(path), before);
  }));

Deno.test("a build that fails in the middle leaves no trace", () =>
  inFolder(async (folder) => {
    const broken = fakeEmbedder();
    let left = 3;
    const failing = {
      ...broken,
      embed: (text: string) => left-- > 0 ? broken.embed(text) : Promise.reject(new Error("out of memory")),
    };
    await assert.rejects(buildPackFile(`${folder}/test.cairn`, FILES, failing), /out of memory/);
    assert.deepEqual(filesIn(folder), []);
  }));

Deno.test(
  "a pack that is open stays readable while it is replaced",
  { ignore: Deno.build.os === "windows" },
  () =>
    inFolder(async (folder) => {
      const path = `${folder}/test.cairn`;
      await buildPackFile(path, FILES, embedder);
      const pack = openPack(path, embedder);
      await buildPackFile(path, { "new.md": "# New\n\nOther text." }, embedder);
      assert.match(pack.document("test/water")!.text, /Boil the water/);
      assert.equal(pack.document("test/new"), null);
      pack.close();
    }),
);

Deno.test("the same input gives the same content hash, other input another", () =>
  inFolder(async (folder) => {
    const hash = async (name: string, files = FILES) =>
      (await buildPackFile(`${folder}/${name}`, files)).hash;
    const first = await hash("a.cairn");
    assert.equal(await hash("b.cairn"), first);
    const { "water.md": water, ...rest } = FILES;
    assert.notEqual(await hash("c.cairn", { ...rest, "water.md": `${water}\nMore.` }), first);
    assert.notEqual(await hash("d.cairn", { ...rest, "water2.md": water! }), first);
  }));

Deno.test("a track is written whole when its points are part of a larger buffer", () =>
  inFolder((folder) => {
    const hashOf = (points: Float64Array) => {
      const writer = new PackWriter(`${folder}/t.cairn`, HEADER);
      writer.add({ ...record!, document: { ...record!.document, tracks: [{ name: "T", points }] } });
      return writer.finish();
    };
    const larger = Float64Array.of(9, 9, 9, 1, 2, NaN);
    assert.equal(hashOf(larger.subarray(3)), hashOf(Float64Array.of(1, 2, NaN)));
  }));

Deno.test("a folder that cannot be written is named", () =>
  inFolder((folder) => {
    Deno.writeTextFileSync(`${folder}/file`, "");
    assert.throws(() => new PackWriter(`${folder}/file/test.cairn`, HEADER), (error) => {
      assert.ok(error instanceof PackError);
      assert.match(error.message, /Cannot write .*-o/);
      assert.ok(error.cause instanceof Error);
      return true;
    });
  }));

Deno.test("what a killed build left is removed once the pack is built; nothing else is", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    const left = ["test.cairn.0a1b2c3d.part", "test.cairn.0a1b2c3d.part-journal"];
    const kept = [
      "test.cairn.part",
      "test.cairn.0a1b2c3d.part.md",
      "test.cairn.notes123.part",
      "other.cairn.0a1b2c3d.part",
    ];
    for (const name of [...left, ...kept]) Deno.writeTextFileSync(`${folder}/${name}`, "");
    await buildPackFile(path, FILES, embedder);
    assert.deepEqual(filesIn(folder), ["test.cairn", ...kept].sort());
  }));
