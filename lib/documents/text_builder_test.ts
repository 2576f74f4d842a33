import assert from "node:assert/strict";
import { TextBuilder } from "./text_builder.ts";

Deno.test("blocks keep their exact ranges, lines stand together and the rest apart", () => {
  const out = new TextBuilder();
  out.add("heading", "🏔️ Title", 1);
  out.add("paragraph", " \n ");
  out.add("item", "1. a", 1);
  out.add("item", "2. b", 1);
  out.add("header", "x | y");
  out.add("row", "1 | 2");
  out.add("paragraph", "End");
  assert.equal(out.text, "🏔️ Title\n\n1. a\n2. b\nx | y\n1 | 2\n\nEnd");
  assert.deepEqual(out.blocks.map(({ start, end }) => out.text.slice(start, end)), [
    ...["🏔️ Title", "1. a", "2. b", "x | y", "1 | 2", "End"],
  ]);
  assert.deepEqual(out.blocks[0], { start: 0, end: 9, kind: "heading", level: 1 });
  assert.ok(!("level" in out.blocks.at(-1)!));
});

Deno.test("text is kept as every text is: composed, with plain line ends and no control characters", () => {
  const out = new TextBuilder();
  out.add("paragraph", "Cafe\u0301\u0007\r\n2");
  out.add("paragraph", "\u0007");
  out.add("code", "a");
  assert.equal(out.text, "Café\n2\n\na");
  assert.deepEqual(out.blocks.map(({ start, end }) => [start, end]), [[0, 6], [8, 9]]);
});
