import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { buildPackFile, FILES, inFolder } from "../../../tests/build_pack.ts";
import { fakeEmbedder } from "../../../tests/fakes_pack.ts";
import { randomFrom } from "../../math/random.ts";
import { PackError } from "./format.ts";
import { verifyPack } from "./verify.ts";

const embedder = fakeEmbedder();

/** Problems that verifying finds, a file that cannot be read being one. */
function problemsOf(path: string): readonly string[] {
  try {
    return verifyPack(path).problems;
  } catch (error) {
    assert.ok(error instanceof PackError, String(error));
    return [error.message];
  }
}

async function withPack(use: (path: string) => void): Promise<void> {
  await inFolder(async (folder) => {
    await buildPackFile(`${folder}/test.cairn`, FILES, embedder);
    use(`${folder}/test.cairn`);
  });
}

Deno.test("a whole pack has no problem", () =>
  withPack((path) => {
    const { header, problems } = verifyPack(path);
    assert.deepEqual(problems, []);
    assert.equal(header.id, "test");
  }));

Deno.test("every change of the content is found", async (t) => {
  const cases: [string, RegExp][] = [
    ["UPDATE documents SET text = replace(text, 'Boil', 'Foil')", /hash/],
    ["UPDATE header SET value = 'other' WHERE key = 'title'", /hash/],
    ["UPDATE chunks SET end = start WHERE n = 0", /impossible range/],
    ["UPDATE chunks SET end = 99999 WHERE n = 0", /past the text/],
    ["UPDATE chunks SET vector = x'00' WHERE n = 1", /broken vector/],
    ["UPDATE spans SET vector = x'00' WHERE chunk = 0", /broken vector/],
    ["UPDATE spans SET start = 0 WHERE chunk = 1", /outside their passage/],
    ["UPDATE spans SET kind = 'row' WHERE chunk = 0", /hash/],
    ["UPDATE waypoints SET miles = 8 WHERE i = 1", /hash/],
    ["UPDATE words SET count = count + 1 WHERE word = 'water'", /hash/],
    ["DELETE FROM terms WHERE rowid = 1", /missing from the word index/],
  ];
  for (const [statement, problem] of cases) {
    await t.step(statement, () =>
      withPack((path) => {
        const db = new DatabaseSync(path);
        db.exec(statement);
        db.close();
        assert.match(problemsOf(path).join("\n"), problem);
      }));
  }
});

Deno.test("a lost page is found, whichever", () =>
  withPack((path) => {
    const whole = Deno.readFileSync(path);
    for (let page = 1; page < whole.length / 4096; page++) {
      const start = page * 4096;
      if (whole.subarray(start, start + 4096).every((byte) => byte === 0)) continue;
      Deno.writeFileSync(path, whole.slice().fill(0, start, start + 4096));
      assert.ok(problemsOf(path).length > 0, `page ${page} of ${whole.length / 4096}`);
    }
  }));

Deno.test("a changed letter in any document is found", () =>
  withPack((path) => {
    const whole = Deno.readFileSync(path);
    const text = new TextDecoder("latin1").decode(whole);
    const random = randomFrom(9);
    const places = ["Boil the water", "Push hard", "Happy Isles", "Add 2 drops"].map((words) =>
      text.indexOf(words)
    );
    for (const place of places) {
      assert.ok(place > 0);
      const changed = whole.slice();
      changed[place + Math.floor(random() * 4)]! ^= 1;
      Deno.writeFileSync(path, changed);
      assert.ok(problemsOf(path).length > 0);
    }
  }));
