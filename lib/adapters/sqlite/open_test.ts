import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { buildPackFile, FILES, inFolder } from "../../../tests/build_pack.ts";
import { fakeEmbedder } from "../../../tests/fakes_pack.ts";
import { FORMAT_VERSION, PackError } from "./format.ts";
import { openPack } from "./reader.ts";
import { summarize } from "./summary.ts";
import { verifyPack } from "./verify.ts";

const embedder = fakeEmbedder();
const sql = (path: string, statement: string) => {
  const db = new DatabaseSync(path);
  db.exec(statement);
  db.close();
};

const BROKEN: [string, (path: string) => void, RegExp][] = [
  ["missing", (path) => Deno.removeSync(path), /no such file.*pack build FOLDER -o/],
  ["empty", (path) => Deno.truncateSync(path, 0), /not an SQLite file/],
  ["no SQLite", (path) => Deno.writeTextFileSync(path, "x".repeat(9000)), /not an SQLite file/],
  ["a folder", (path) => {
    Deno.removeSync(path);
    Deno.mkdirSync(path);
  }, /Cannot open/],
  ["cut in the header", (path) => Deno.truncateSync(path, 60), /not an SQLite file/],
  ["cut in the middle", (path) => Deno.truncateSync(path, 9000), /cut short: 9000 of \d+ bytes/],
  ["one byte short", (path) => Deno.truncateSync(path, Deno.statSync(path).size - 1), /cut short/],
  ["another application", (path) => sql(path, "PRAGMA application_id = 7"), /not a Cairn pack/],
  ["a newer format", (path) => sql(path, `PRAGMA user_version = ${FORMAT_VERSION + 1}`), /Update Cairn/],
  ["no header", (path) => sql(path, "DROP TABLE header"), /damaged/],
  ["a header without id", (path) => sql(path, "DELETE FROM header WHERE key = 'id'"), /no id/],
  [
    "a document of another pack",
    (path) => sql(path, "UPDATE documents SET id = 'cards/hypothermia' WHERE n = 0"),
    /holds cards\/hypothermia/,
  ],
  ["never finished", (path) => sql(path, "DELETE FROM header WHERE key = 'content_hash'"), /no content_hash/],
];

Deno.test("what cannot be opened says why, and how to mend it", async (t) => {
  for (const [name, damage, message] of BROKEN) {
    await t.step(name, () =>
      inFolder(async (folder) => {
        const path = `${folder}/test.cairn`;
        await buildPackFile(path, FILES, embedder);
        damage(path);
        for (const open of [() => openPack(path, embedder), () => verifyPack(path), () => summarize(path)]) {
          assert.throws(open, (error) => {
            assert.ok(error instanceof PackError, String(error));
            assert.match(error.message, message);
            assert.ok(error.message.includes(path));
            if (!/Cannot open/.test(error.message)) assert.match(error.message, /pack build/);
            return true;
          });
        }
      }));
  }
});

Deno.test("a pack of another encoder cannot be searched but is still described", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    await buildPackFile(path, FILES, embedder);
    for (const other of [{ ...embedder, sha256: "0".repeat(64) }, { ...embedder, dimension: 3 }]) {
      assert.throws(() => openPack(path, other), {
        name: "PackError",
        message: /fake-encoder.*cannot be compared/,
      });
    }
    const { documents, passages, trails, cards, oldest, newest, signed } = summarize(path);
    assert.deepEqual({ documents, passages, trails, cards, oldest, newest, signed }, {
      ...{ documents: 3, passages: 4, trails: ["Half Dome"], cards: 1 },
      ...{ oldest: "2026-11", newest: "2026-11", signed: "no" },
    });
  }));

Deno.test("whichever page is lost, opening works or says what is wrong", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    await buildPackFile(path, FILES, embedder);
    const whole = Deno.readFileSync(path);
    for (let page = 0; page < whole.length / 4096; page++) {
      Deno.writeFileSync(
        path,
        whole.slice().fill(0, page * 4096 + (page === 0 ? 100 : 0), (page + 1) * 4096),
      );
      try {
        openPack(path, embedder).close();
      } catch (error) {
        assert.ok(error instanceof PackError, `page ${page}: ${error}`);
      }
    }
  }));

Deno.test("a page lost while the pack is open is told as such, with what mends it", () =>
  inFolder(async (folder) => {
    const path = `${folder}/test.cairn`;
    await buildPackFile(path, FILES, embedder);
    sql(path, "UPDATE documents SET blocks = '{' WHERE n = 0; DROP TABLE spans; DROP TABLE waypoints");
    const pack = openPack(path, embedder);
    for (const read of [() => pack.document("test/water"), () => pack.spans(0), () => pack.waypoints()]) {
      assert.throws(read, {
        name: "PackError",
        message: /test\.cairn is damaged: .*pack build FOLDER -o .*test\.cairn$/,
      });
    }
    pack.close();
  }));

Deno.test("a file that is no pack is never offered as the place to build one", () =>
  inFolder((folder) => {
    const notes = `${folder}/notes.md`;
    Deno.writeTextFileSync(notes, "# Notes\n".repeat(50));
    for (const path of [notes, `${folder}/data.sqlite`]) {
      if (path !== notes) sql(path, "CREATE TABLE a (b)");
      assert.throws(() => verifyPack(path), (error) => {
        assert.ok(error instanceof PackError);
        assert.ok(!error.message.includes(`-o ${path}`), error.message);
        assert.match(error.message, /pack build FOLDER -o \S+\.cairn/);
        return true;
      });
    }
  }));
