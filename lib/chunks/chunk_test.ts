import assert from "node:assert/strict";
import { randomFrom } from "../math/random.ts";
import { readMarkdown } from "../documents/markdown.ts";
import { chunkDocument, MAX_WORDS } from "./chunk.ts";

function passagesOf(markdown: string, title = "") {
  const { text, blocks } = readMarkdown(markdown);
  return chunkDocument(text, blocks, title).map((passage) => ({
    ...passage,
    text: text.slice(passage.start, passage.end),
    parts: passage.units.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`),
  }));
}

const words = (text: string) => text.split(/\s+/).length;
const prose = (n: number) => `Word ${"word ".repeat(n - 2)}end.`;

Deno.test("every passage stands under its headings, without the title", () => {
  const found = passagesOf("intro\n\n# T\n\na\n\n## B\n\nb\n\n#### C\n\nc\n\n## D\n\nd\n\n# E\n\ne", "T");
  assert.deepEqual(found.map(({ text, headings }) => [text, headings.join(" > ")]), [
    ["intro", ""],
    ["a", ""],
    ["b", "B"],
    ["c", "B > C"],
    ["d", "D"],
    ["e", "E"],
  ]);
});

Deno.test("units are sentences, items and rows; code is never cut", () => {
  const [found] = passagesOf(
    "One. Two!\n\n- a. b.\n- c\n\n| h | i |\n|---|---|\n| 1. 2. | x |\n\n```\nx. y.\n```",
  );
  assert.deepEqual(found!.parts, [
    ...["sentence: One.", "sentence: Two!", "item: • a. b.", "item: • c"],
    ...["header: h | i", "row: 1. 2. | x", "row: x. y."],
  ]);
});

Deno.test("a passage ends before it grows too long", async (t) => {
  await t.step("at a block when there is enough", () => {
    assert.deepEqual(passagesOf(`${prose(70)}\n\n${prose(80)}`).map(({ text }) => words(text)), [70, 80]);
  });
  await t.step("inside a block that alone is too long", () => {
    const found = passagesOf(Array.from({ length: 30 }, () => prose(10)).join(" "));
    assert.deepEqual(found.map(({ text }) => words(text)), [120, 120, 60]);
  });
  await t.step("a long sentence stays whole", () => {
    assert.deepEqual(passagesOf(`${prose(10)} ${prose(300)} ${prose(10)}`).map(({ text }) => words(text)), [
      ...[10, 300, 10],
    ]);
  });
  await t.step("an introduction stays with what it introduces", () => {
    const items = Array.from({ length: 5 }, () => `- ${prose(20)}`).join("\n");
    assert.deepEqual(passagesOf(`Do this:\n\n${items}`).map(({ units }) => units.length), [6]);
  });
});

Deno.test("a document without content has no passage", () => {
  assert.deepEqual(passagesOf(""), []);
  assert.deepEqual(passagesOf("# Only\n\n## Headings", "Only"), []);
});

Deno.test("passages hold all the text outside headings, once, whole and in order", () => {
  const random = randomFrom(5);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]!;
  const block = () =>
    pick([
      () => `${"#".repeat(1 + Math.floor(random() * 4))} 🏔️ Cafe\u0301`,
      () => Array.from({ length: 1 + random() * 12 }, () => prose(2 + Math.floor(random() * 40))).join(" "),
      () => `- 👩‍🚒 ${prose(3 + Math.floor(random() * 200))}\n  - Mt. e\u0301 is 5 mi.`,
      () => `| a | b |\n|---|---|\n| ${prose(30)} | 🏕️ |`,
      () => "> quoted. “Twice.”",
      () => "```\ncode\n\ncode\n```",
    ])();
  for (let round = 0; round < 100; round++) {
    const { text, blocks } = readMarkdown(Array.from({ length: 1 + random() * 12 }, block).join("\n\n"));
    const found = chunkDocument(text, blocks, "");
    const content = blocks.filter(({ kind }) => kind !== "heading").map(({ start, end }) =>
      text.slice(start, end)
    );
    const squeeze = (parts: readonly string[]) => parts.join("").replace(/\s/g, "");
    const units = found.flatMap((passage) => passage.units);
    assert.equal(squeeze(units.map(({ start, end }) => text.slice(start, end))), squeeze(content));
    let at = 0;
    for (const passage of found) {
      assert.ok(passage.start >= at && passage.end > passage.start);
      assert.equal(passage.start, passage.units[0]!.start);
      assert.equal(passage.end, passage.units.at(-1)!.end);
      const size = passage.units.reduce((sum, { start, end }) => sum + words(text.slice(start, end)), 0);
      assert.ok(size <= MAX_WORDS || passage.units.length === 1);
      at = passage.end;
    }
  }
});
