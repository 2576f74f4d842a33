import assert from "node:assert/strict";
import { cleanText, collapse, fold } from "./normalize.ts";

Deno.test("cleanText makes one form of every text", async (t) => {
  const cases = [
    ["CRLF and lone CR", "a\r\nb\rc\n\rd", "a\nb\nc\n\nd"],
    ["byte-order mark", "\uFEFFa", "a"],
    ["a mark inside is a character", "a\uFEFFb", "a\uFEFFb"],
    ["combining accent", "Cafe\u0301", "Café"],
    ["control characters", "a\u0000b\u0007c\u000Bd\u007F", "abcd"],
    ["tab stays", "a\tb", "a\tb"],
    ["emoji stay", "🏔️ 👩‍🚒", "🏔️ 👩‍🚒"],
    ["empty", "", ""],
  ] as const;
  for (const [name, raw, expected] of cases) {
    await t.step(name, () => {
      assert.equal(cleanText(raw), expected);
      assert.equal(cleanText(cleanText(raw)), expected, "cleaning twice changes nothing");
    });
  }
});

Deno.test("collapse joins every kind of whitespace", () => {
  assert.equal(collapse(" a\u00A0\u2003b\n\t c "), "a b c");
  assert.equal(collapse(" \n "), "");
});

Deno.test("fold compares without case, diacritics and typography", async (t) => {
  const cases = [
    ["ÉCOLE", "ecole"],
    ["İstanbul", "istanbul"],
    ["don’t", "don't"],
    ["ﬁre", "fire"],
    ["Ångström", "angstrom"],
    ["ÄÖÜ", "aou"],
    ["１２ ｋｍ", "12 km"],
    ["", ""],
  ] as const;
  for (const [raw, expected] of cases) await t.step(raw || "empty", () => assert.equal(fold(raw), expected));
});
