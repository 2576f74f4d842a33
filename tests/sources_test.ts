/** Sources that disagree, and statements that hold for a part of the year: what the real application makes of them. */
import assert from "node:assert/strict";
import {
  assertAnswers,
  assertCaution,
  assertClarifies,
  assertGrounded,
  openForTest,
} from "../lib/testing/mod.ts";
import { withFolder } from "./folder.ts";

const FILES = {
  "hut-2019.md":
    "---\nas_of: 2019-06-01\n---\n# Larch Hut\n\nLarch Hut has 18 bunks and a wood stove. The door is green.\n",
  "hut-2026.md":
    "---\nas_of: 2026-05-01\n---\n# Larch Hut after the rebuilding\n\nLarch Hut has 24 bunks in two rooms.\n",
  "permits.md":
    "# Permits for Larch Pass\n\nFrom May 1 to November 1 Larch Pass takes 60 hikers a day. From November 2 to April 30 Larch Pass takes 15 hikers a day.\n",
};

Deno.test("two sources that disagree are both shown, the newest first", async () => {
  await withFolder(FILES, async (folder) => {
    await using cairn = await openForTest({ folder: `${folder}/docs`, today: "2026-10-01" });
    const asked = await cairn.ask("How many bunks does Larch Hut have?");
    assertCaution(asked, "conflicting_sources");
    assertGrounded(asked);
    assert.deepEqual(asked.answer.citations.map(({ asOf }) => asOf), ["2026-05-01", "2019-06-01"]);
    assert.deepEqual(asked.answer.sentences.map(({ text }) => /\d+ bunks/.exec(text)?.[0]), [
      "24 bunks",
      "18 bunks",
    ]);
  });
});

Deno.test("what holds for a part of the year is asked back, and the choice goes on with the question", async () => {
  await withFolder(FILES, async (folder) => {
    await using cairn = await openForTest({ folder: `${folder}/docs`, today: "2026-10-01" });
    const question = "How many hikers does Larch Pass take a day?";
    const asked = await cairn.ask(question);
    assertClarifies(asked, "May 1 to November 1");
    assert.equal(asked.answer.clarify?.question, "For when?");
    const winter = await cairn.ask(question, { id: asked.answer.id, choice: "November 2 to April 30" });
    assertAnswers(winter, "15 hikers");
  });
});
