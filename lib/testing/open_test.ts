import assert from "node:assert/strict";
import { openForTest } from "./open.ts";

Deno.test("what cannot be tested with is said before anything is opened", async (t) => {
  const cases = [
    ["nothing to answer from", { packs: [] }, /name a folder or packs/],
    ["no day", { today: "tomorrow" }, /"tomorrow": write a day/],
    ["a day that is none", { today: "2026-02-30" }, /"2026-02-30": write a day/],
  ] as const;
  for (const [name, options, says] of cases) {
    await t.step(name, () => assert.rejects(openForTest(options), says));
  }
});

Deno.test("a folder is built, damaged files are named, other files do not matter, closing twice is closing once", async (t) => {
  const folder = await Deno.makeTempDir({ prefix: "cairn-open-" });
  try {
    await t.step(
      "no such folder",
      () => assert.rejects(openForTest({ folder: `${folder}/none` }), /there is no such folder/),
    );
    await t.step("no document", () => assert.rejects(openForTest({ folder }), /holds no readable document/));
    await Deno.writeTextFile(`${folder}/my_test.ts`, "");
    await Deno.writeTextFile(`${folder}/hut.md`, "# Hut\n\nThe hut has 18 bunks.");
    await t.step("a document beside a test", async () => {
      const cairn = await openForTest({ folder, today: "2026-11-21" });
      const { document } = await cairn.ask("bunks?");
      assert.match(document("folder/hut")!.text, /18 bunks/);
      await cairn.close();
      await cairn.close();
    });
    await Deno.writeTextFile(`${folder}/bad.gpx`, "<gpx><wpt");
    await t.step("a damaged file", () => assert.rejects(openForTest({ folder }), /bad\.gpx/));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
