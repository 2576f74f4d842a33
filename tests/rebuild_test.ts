/** Building a pack again: only what changed is encoded, and the result is what a first build would give. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { cairn } from "./console.ts";
import { GOOD, withFolder } from "./folder.ts";

const Report = z.object({
  documents: z.int(),
  chunks: z.int(),
  reused: z.int(),
  skipped: z.array(z.unknown()),
  hash: z.string().nullable(),
});
const Info = z.object({ id: z.string(), title: z.string(), documents: z.int(), content: z.string() });

async function build(folder: string, name = "pack.cairn", ...options: string[]) {
  const { code, out, err } = await cairn(
    ...["pack", "build", `${folder}/docs`, "-o", `${folder}/${name}`, "--json", ...options],
  );
  assert.equal(code, 0, err);
  return Report.parse(JSON.parse(out));
}

async function info(folder: string, name = "pack.cairn") {
  return Info.parse(JSON.parse((await cairn("pack", "info", `${folder}/${name}`, "--json")).out));
}

Deno.test("what did not change is not encoded again, and the pack is that of a first build", async (t) => {
  await withFolder(GOOD, async (folder) => {
    const docs = `${folder}/docs`;
    const first = await build(folder);
    assert.deepEqual([first.documents, first.reused, first.skipped], [3, 0, []]);
    const steps: readonly (readonly [string, () => Promise<void>, documents: number, reused: number])[] = [
      ["nothing", () => Promise.resolve(), 3, 3],
      ["one file changed", () => Deno.writeTextFile(`${docs}/hut.md`, "# The hut\n\nIt sleeps 14.\n"), 3, 2],
      ["one more file", () => Deno.writeTextFile(`${docs}/a.txt`, "Bring a lamp to the hut.\n"), 4, 3],
      ["one file fewer", () => Deno.remove(`${docs}/loop.gpx`), 3, 3],
      ["one file renamed", () => Deno.rename(`${docs}/a.txt`, `${docs}/lamp.txt`), 3, 2],
    ];
    for (const [name, change, documents, reused] of steps) {
      await t.step(name, async () => {
        await change();
        const again = await build(folder);
        assert.deepEqual([again.documents, again.reused], [documents, reused]);
        assert.equal(again.hash === null, name === "nothing");
        await build(folder, "fresh/pack.cairn");
        assert.deepEqual(await info(folder), await info(folder, "fresh/pack.cairn"));
        assert.equal((await cairn("pack", "verify", `${folder}/pack.cairn`)).code, 0);
        await Deno.remove(`${folder}/fresh`, { recursive: true });
      });
    }
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name).sort(), ["docs", "pack.cairn"]);
  });
});

Deno.test("a new title or a new name is taken even when no file changed", async (t) => {
  await withFolder(GOOD, async (folder) => {
    await build(folder, "pack.cairn", "--title", "Old");
    await t.step("title", async () => {
      await build(folder, "pack.cairn", "--title", "New");
      assert.equal((await info(folder)).title, "New");
    });
    await t.step("name", async () => {
      await Deno.copyFile(`${folder}/pack.cairn`, `${folder}/other.cairn`);
      await build(folder, "other.cairn");
      assert.equal((await info(folder, "other.cairn")).id, "other");
    });
  });
});

Deno.test("building again mends a damaged pack, as verify says", async (t) => {
  const damages: readonly (readonly [string, (path: string) => void])[] = [
    ["cut short", (path) => Deno.truncateSync(path, Math.floor(Deno.statSync(path).size * 0.6))],
    ["no SQLite", (path) => Deno.writeTextFileSync(path, "gone ".repeat(500))],
    ["a changed text", (path) => edit(path, "UPDATE documents SET text = replace(text, '12', '99')")],
    ["a lost passage", (path) => edit(path, "DELETE FROM terms WHERE rowid = 0")],
    [
      "of another encoder",
      (path) => edit(path, "UPDATE header SET value = 'ff' WHERE key = 'encoder_sha256'"),
    ],
  ];
  for (const [name, damage] of damages) {
    await t.step(name, async () => {
      await withFolder(GOOD, async (folder) => {
        const path = `${folder}/pack.cairn`;
        const { hash } = await build(folder);
        damage(path);
        const found = await cairn("pack", "verify", path);
        assert.equal(found.code, 1);
        assert.ok(found.err.includes(`deno task cairn pack build FOLDER -o ${path}`));
        await build(folder);
        assert.equal((await cairn("pack", "verify", path)).code, 0, "it is as damaged as before");
        assert.equal((await info(folder)).content, hash);
      });
    });
  }
});

function edit(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
}

Deno.test("a build that is killed goes on where it was, and the same bytes come of it", async () => {
  const pages = Array.from({ length: 150 }, (_, i) => [
    `${String(i).padStart(3, "0")}.md`,
    `# Camp ${i}\n\nCamp ${i} lies ${i} miles from the road. Water is ${i % 7} minutes away.\n`,
  ]);
  await withFolder(Object.fromEntries(pages), async (folder) => {
    await build(folder, "whole/pack.cairn");
    const root = new URL("..", import.meta.url).pathname;
    const child = new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-q",
        "-A",
        `${root}main.ts`,
        "pack",
        "build",
        `${folder}/docs`,
        "-o",
        `${folder}/pack.cairn`,
      ],
      ...{ stdout: "null", stderr: "null" },
    }).spawn();
    const part = () => [...Deno.readDirSync(folder)].find(({ name }) => /\.part$/.test(name))?.name;
    const kept = () => {
      const name = part();
      return name === undefined ? 0 : Deno.statSync(`${folder}/${name}`).size;
    };
    while (kept() < 250_000) await new Promise((done) => setTimeout(done, 10));
    child.kill("SIGKILL");
    await child.status;
    assert.notEqual(part(), undefined, "it was killed before it came to its end");
    const again = await build(folder);
    assert.ok(again.reused >= 25 && again.reused < 150, `${again.reused} documents were taken over`);
    assert.deepEqual(
      await Deno.readFile(`${folder}/pack.cairn`),
      await Deno.readFile(`${folder}/whole/pack.cairn`),
    );
    assert.equal(part(), undefined);
  });
});
