import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { buildPackFile, FILES, filesIn, inFolder } from "../../../tests/build_pack.ts";
import { fakeEmbedder } from "../../../tests/fakes_pack.ts";
import { INDEX_VERSION } from "../../index/version.ts";
import { openReusable } from "./reuse.ts";
import { verifyPack } from "./verify.ts";

const CHANGED = { ...FILES, "water.md": "# Water\n\nFilter it." };

Deno.test("only what is new is encoded", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    const first = fakeEmbedder();
    await buildPackFile(path, FILES, first);
    assert.ok(first.embedded.length > 0);

    const again = fakeEmbedder();
    const unchanged = await buildPackFile(path, FILES, again);
    assert.deepEqual([again.embedded, unchanged.hash, unchanged.reused], [[], null, 3]);

    const partly = fakeEmbedder();
    const report = await buildPackFile(path, CHANGED, partly);
    assert.deepEqual(partly.embedded, ["Water: Filter it.", "Water\nFilter it."]);
    assert.deepEqual([report.documents, report.reused], [3, 2]);
    assert.deepEqual(verifyPack(path).problems, []);

    const fresh = await buildPackFile(`${folder}/fresh.cairn`, CHANGED);
    assert.equal(report.hash, fresh.hash, "what is taken over is what would be encoded");
  }));

Deno.test("a file that moved or left is not taken over", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    await buildPackFile(path);
    const { "water.md": water, ...rest } = FILES;
    const embedder = fakeEmbedder();
    const report = await buildPackFile(path, { ...rest, "moved.md": water! }, embedder);
    assert.deepEqual([report.documents, report.reused], [3, 2]);
    assert.ok(embedder.embedded.length > 0, "its name is part of its terms");
    assert.equal((await buildPackFile(path, rest)).documents, 2);
  }));

Deno.test("another encoder encodes everything anew", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    await buildPackFile(path);
    const other = fakeEmbedder([], "0".repeat(64));
    assert.equal((await buildPackFile(path, FILES, other)).reused, 0);
    assert.equal(verifyPack(path).header.encoderSha256, other.sha256);
  }));

Deno.test("what cannot serve is no source", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    const embedder = fakeEmbedder();
    assert.equal(openReusable(path, embedder, INDEX_VERSION), null, "missing");
    await buildPackFile(path, FILES, embedder);
    assert.equal(openReusable(path, embedder, "another version"), null);
    openReusable(path, embedder, INDEX_VERSION)!.close();
    const db = new DatabaseSync(path);
    db.exec("UPDATE chunks SET start = start + 1 WHERE n = 1");
    db.close();
    assert.equal(openReusable(path, embedder, INDEX_VERSION), null, "changed");
    Deno.truncateSync(path, 5000);
    assert.equal(openReusable(path, embedder, INDEX_VERSION), null, "cut short");
  }));

Deno.test("a damaged pack can be built again in its place, whichever page is lost", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    await buildPackFile(path);
    const whole = Deno.readFileSync(path);
    for (let page = 0; page < whole.length / 4096; page++) {
      Deno.writeFileSync(
        path,
        whole.slice().fill(0, page * 4096 + (page === 0 ? 100 : 0), (page + 1) * 4096),
      );
      await assert.doesNotReject(buildPackFile(path, CHANGED), `page ${page}`);
      assert.deepEqual(verifyPack(path).problems, [], `page ${page}`);
    }
  }));

Deno.test("what cannot be read later is encoded again", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    const embedder = fakeEmbedder();
    await buildPackFile(path, FILES, embedder);
    const previous = openReusable(path, embedder, INDEX_VERSION)!;
    const { path: name, hash } = new DatabaseSync(path, { readOnly: true })
      .prepare("SELECT path, hash FROM documents WHERE n = 0").get() as { path: string; hash: string };
    assert.notEqual(previous.record(name, hash), null);
    const db = new DatabaseSync(path);
    db.exec("DROP TABLE spans");
    db.close();
    assert.equal(previous.record(name, hash), null);
    previous.close();
  }));

Deno.test("what a killed build had finished is taken over, and the same bytes come of it", () =>
  inFolder(async (folder) => {
    const many = Object.fromEntries(
      Array.from(
        { length: 60 },
        (_, i) => [`${String(i).padStart(2, "0")}.md`, `# Page ${i}\n\nText of page ${i}.`],
      ),
    );
    await buildPackFile(`${folder}/whole.cairn`, many);
    const path = `${folder}/test.cairn`;
    const first = fakeEmbedder();
    // What lies on the disk when the program is killed is what a copy finds at that moment.
    const dying: typeof first = {
      ...first,
      embed: (text) => {
        if (!text.includes("Page 55")) return first.embed(text);
        for (const name of filesIn(folder)) {
          if (/\.part/.test(name)) Deno.copyFileSync(`${folder}/${name}`, `${folder}/copy ${name}`);
        }
        return Promise.reject(new Error("killed"));
      },
    };
    await assert.rejects(buildPackFile(path, many, dying), /killed/);
    for (const name of filesIn(folder)) {
      if (name.startsWith("copy ")) Deno.renameSync(`${folder}/${name}`, `${folder}/${name.slice(5)}`);
    }
    assert.match(filesIn(folder).join(" "), /test\.cairn\.[0-9a-f]{8}\.part/);
    const second = fakeEmbedder();
    const report = await buildPackFile(path, many, second);
    assert.deepEqual([report.documents, report.reused], [60, 50], "kept after every 25 documents");
    assert.ok(second.embedded.every((text) => !/Page [0-4]?\d\b/.test(text)), "nothing is encoded twice");
    assert.deepEqual(filesIn(folder), ["test.cairn", "whole.cairn"]);
    assert.deepEqual(Deno.readFileSync(path), Deno.readFileSync(`${folder}/whole.cairn`));
  }));

Deno.test("what another build still writes is left alone", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    const [gate, begun] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = fakeEmbedder();
    const waiting = buildPackFile(path, FILES, {
      ...slow,
      embed: async (text) => {
        begun.resolve();
        await gate.promise;
        return await slow.embed(text);
      },
    });
    await begun.promise;
    const quick = await buildPackFile(path, CHANGED);
    assert.ok(filesIn(folder).some((name) => name.endsWith(".part")), "the other build's file is there");
    gate.resolve();
    const late = await waiting;
    assert.notEqual(late.hash, quick.hash);
    assert.deepEqual(filesIn(folder), ["test.cairn"]);
    assert.equal(verifyPack(path).header.contentHash, late.hash, "the last to finish stands");
  }));
