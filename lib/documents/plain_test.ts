import assert from "node:assert/strict";
import { readPlainText } from "./plain.ts";

const blocksOf = (raw: string) => {
  const { text, blocks } = readPlainText(raw);
  return blocks.map(({ start, end, kind }) => [kind, text.slice(start, end)]);
};

Deno.test("paragraphs and lists are found", async (t) => {
  const cases: [string, string, [string, string][]][] = [
    ["paragraphs join their lines", "One line,\nthe same.\n\n \n\nTwo.", [
      ["paragraph", "One line, the same."],
      ["paragraph", "Two."],
    ]],
    ["CRLF", "One.\r\n\r\nTwo.", [["paragraph", "One."], ["paragraph", "Two."]]],
    ["items with more lines", "Do:\n- a\n  more\n* b\n2) c", [
      ["paragraph", "Do:"],
      ["item", "• a more"],
      ["item", "• b"],
      ["item", "2. c"],
    ]],
    ["a minus is no bullet", "-5 °C at night\nand 12.5 miles", [[
      "paragraph",
      "-5 °C at night and 12.5 miles",
    ]]],
    ["a year is no number", "2026. A year.", [["paragraph", "2026. A year."]]],
    ["emoji and accents", "🏔️ Cafe\u0301", [["paragraph", "🏔️ Café"]]],
    ["empty", " \n\n ", []],
  ];
  for (const [name, raw, expected] of cases) {
    await t.step(name, () => assert.deepEqual(blocksOf(raw), expected));
  }
});

Deno.test("a short first line is the title", async (t) => {
  const cases: [string, string, string | null][] = [
    ["title", "Water sources\n\nNone.", "Water sources"],
    ["after a byte-order mark", "\uFEFFWater\n\nNone.", "Water"],
    ["after empty lines", "\n \nWater\n\nNone.", "Water"],
    ["a sentence", "There is none.\n\nMore.", null],
    ["two lines", "Water\nsources\n\nNone.", null],
    ["alone", "Water sources", null],
    ["an item", "- Water\n\nNone.", null],
    ["long", `${"word ".repeat(30)}\n\nNone.`, null],
  ];
  for (const [name, raw, title] of cases) {
    await t.step(name, () => assert.equal(readPlainText(raw).metadata.title, title));
  }
});
