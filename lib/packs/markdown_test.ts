import assert from "node:assert/strict";
import { readMarkdown } from "../documents/markdown.ts";
import { filesUnder } from "../documents/files.ts";
import { toMarkdown } from "./markdown.ts";

const ROOT = new URL("../../data", import.meta.url).pathname;

Deno.test("every built-in document comes back as it was", async (t) => {
  for (const path of await filesUnder(ROOT)) {
    if (!path.endsWith(".md") || !/^(cards|handbook|help|trails)\//.test(path)) continue;
    const document = readMarkdown(await Deno.readTextFile(`${ROOT}/${path}`));
    await t.step(path, () => {
      const again = readMarkdown(toMarkdown(document));
      assert.equal(again.text, document.text);
      assert.deepEqual(again.blocks, document.blocks);
      assert.deepEqual(again.metadata, document.metadata);
    });
  }
});

Deno.test("what Markdown would read as its own is kept as text", async (t) => {
  const texts = [
    "2 * 3 * 4 and _this_ and [that](x) and `code` and <b> and &amp; and ~~no~~",
    "# no heading",
    "- no item",
    "1. no item",
    "+ no item",
    "> no quote",
    "a | b",
    "https://example.org/a_b and www.example.org",
    "back\\slash \\* star",
    "three --- dashes\nand a line",
    "*** stars ***",
    "=====",
    "![no picture](x)",
    "a@b.example and http://c.example.",
  ];
  for (const text of texts) {
    await t.step(text, () => {
      const whole = `Title\n\n${text}`;
      const blocks = [
        { start: 0, end: 5, kind: "heading" as const, level: 1 },
        { start: 7, end: whole.length, kind: "paragraph" as const },
      ];
      const { metadata } = readMarkdown("# Title");
      const again = readMarkdown(toMarkdown({ metadata, text: whole, blocks }));
      assert.equal(again.text.replace(/\s+/g, " "), whole.replace(/\s+/g, " "));
      assert.deepEqual(again.blocks.map(({ kind }) => kind), ["heading", "paragraph"]);
    });
  }
});
