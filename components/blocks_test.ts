import assert from "node:assert/strict";
import type { Block } from "../lib/schema.ts";
import { groupBlocks, Marker, passageRange } from "./blocks.ts";

const TEXT = "T\n\none two\n\na | bb | c";

Deno.test("Marker cuts at the passage's ends and anchors its first piece only", async (t) => {
  await t.step("inside a paragraph", () => {
    const marker = new Marker(TEXT, { start: 3, end: 6 });
    assert.deepEqual(marker.pieces(3, 10), [{ text: "one", mark: "first" }, { text: " two", mark: "none" }]);
  });
  await t.step("over blocks and cells", () => {
    const marker = new Marker(TEXT, { start: 7, end: 17 });
    assert.deepEqual(marker.pieces(3, 10), [{ text: "one ", mark: "none" }, { text: "two", mark: "first" }]);
    const row: Block = { start: 12, end: 22, kind: "row" };
    assert.deepEqual(marker.cells(row).map((cell) => cell.map(({ text, mark }) => `${mark}:${text}`)), [
      ["rest:a"],
      ["rest:b", "none:b"],
      ["none:c"],
    ]);
  });
  await t.step("no passage", () => {
    assert.deepEqual(new Marker(TEXT, null).pieces(3, 10), [{ text: "one two", mark: "none" }]);
  });
});

Deno.test("passageRange takes whole numbers inside the text", () => {
  assert.deepEqual(passageRange("abcdef", "1", "99"), { start: 1, end: 6 });
  for (
    const [start, end] of [["3", "3"], ["9", "12"], ["-1", "2"], ["1.5", "3"], [null, "3"], [
      "1",
      null,
    ]] as const
  ) {
    assert.equal(passageRange("abcdef", start, end), null);
  }
});

Deno.test("blocks are grouped into lists with nesting, tables and single blocks", () => {
  const lines: [Block["kind"], string, number?][] = [
    ["heading", "Title", 1],
    ["item", "• a", 1],
    ["item", "• b", 2],
    ["item", "• c", 1],
    ["header", "h | i"],
    ["row", "1 | 2"],
    ["header", "j | k"],
    ["paragraph", "end"],
  ];
  let text = "";
  const blocks = lines.map(([kind, line, level]): Block => {
    const start = text.length;
    text += `${line}\n`;
    return { start, end: start + line.length, kind, ...(level ? { level } : {}) };
  });
  const groups = groupBlocks({ title: "Title", text, blocks });
  assert.deepEqual(groups.map(({ kind }) => kind), ["list", "table", "table", "single"]);
  const [list] = groups;
  assert.ok(list?.kind === "list");
  assert.deepEqual(list.items.map(({ children, marker }) => [children.length, marker]), [[1, 2], [0, 2]]);
});
