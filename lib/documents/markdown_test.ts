import assert from "node:assert/strict";
import { cleanText } from "../text/normalize.ts";
import { MalformedFileError } from "./malformed.ts";
import { readMarkdown } from "./markdown.ts";

Deno.test("the text is what a reader sees", async (t) => {
  const cases: [string, string, string][] = [
    ["inline markup", "Some **bold**, _it_, ~~old~~ and `code`.", "Some bold, it, old and code."],
    ["links and images", "[a](http://b) ![map](m.png) <http://c.d> [e][1]\n\n[1]: f", "a map http://c.d e"],
    ["soft and hard breaks", "one\ntwo  \nthree\\\nfour<br>five", "one two three four five"],
    ["headings", "# A\n\nB\n=\n\n### C ###", "A\n\nB\n\nC"],
    ["bullets", "- a\n- b\n  - c\n* [x] d", "• a\n• b\n• c\n• d"],
    ["numbers start where they say", "3. a\n4. b", "3. a\n4. b"],
    ["number zero", "0. a\n1. b", "0. a\n1. b"],
    ["a table", "| A | B |\n|---|--:|\n| 1 | **2** |\n| | 3 |", "A | B\n1 | 2\n| 3"],
    ["a code block", "```sh\na  b\n\nc\n```", "a  b\n\nc"],
    ["a quote", "> a\n> b", "a b"],
    ["comments leave no trace", "a <!-- b --> c\n\n<!-- d\n\ne -->\n\nf", "a c\n\nf"],
    ["scripts leave no trace", "<script>\nalert(1)\n</script>\n\na", "a"],
    ["blocks of HTML", "<div class='x'>\n<b>a</b> b</div>", "a b"],
    ["entities", "Tom &amp; Jerry &lt;3", "Tom & Jerry <3"],
    ["entities in blocks of HTML", "<p>Tom &amp; Jerry</p>", "Tom & Jerry"],
    ["entities once", "<p>&amp;lt; &copy;&nbsp;&#x41; &nope; &</p>\n\n&amp;lt;", "&lt; © A &nope; &\n\n&lt;"],
    ["a bar in a cell", "| A \\| B | C |\n|---|---|\n| `1\\|2` | 3 |", "A / B | C\n1/2 | 3"],
    ["scripts inside a paragraph", "a <script>alert(1)</script> b <style>p{}</style>c", "a b c"],
    ["scripts inside emphasis", "a **b <script>x** y</script> c", "a b c"],
    ["scripts that never end", "a <script>b *c*\n\nd\n\n<style>e", "a\n\nd"],
    ["tags told about", "a `<script>` b", "a <script> b"],
    ["footnotes", "a[^1].\n\n[^1]: b", "a.\n\nb"],
    ["CRLF and a byte-order mark", "\uFEFF# A\r\n\r\nb\r\nc", "A\n\nb c"],
    ["composed letters", "Cafe\u0301", "Café"],
    ["composed from entities", "Cafe&#769;", "Café"],
    ["emoji", "# 🏔️\n\n👩‍🚒 ok", "🏔️\n\n👩‍🚒 ok"],
    ["rules", "a\n\n---\n\nb", "a\n\nb"],
    ["nothing", "", ""],
    ["comments alone", "<!-- a -->", ""],
  ];
  for (const [name, raw, text] of cases) {
    await t.step(name, () => {
      const document = readMarkdown(raw);
      assert.equal(document.text, text);
      assert.equal(document.text, cleanText(document.text));
      const kept = document.blocks.map(({ start, end }) => document.text.slice(start, end)).join("");
      assert.equal(kept.replace(/\s/g, ""), text.replace(/\s/g, ""), "blocks hold the whole text");
    });
  }
});

Deno.test("blocks carry kind and level", () => {
  const raw = "# A\n\np\n\n1. x\n   - y\n\n> q\n\n| h |\n|---|\n| r |\n\n    code";
  assert.deepEqual(readMarkdown(raw).blocks.map(({ kind, level }) => (level ? `${kind} ${level}` : kind)), [
    ...["heading 1", "paragraph", "item 1", "item 2", "quote", "header", "row", "code"],
  ]);
});

Deno.test("the title is the front matter's, else the first heading's, else none", async (t) => {
  const cases: [string, string, string | null][] = [
    ["front matter", "---\ntitle: T\nas_of: 2026\n---\n# H", "T"],
    ["with CRLF", "\uFEFF---\r\ntitle: T\r\n---\r\n# H", "T"],
    ["first heading", "---\nsource: s\n---\npara\n\n## _H_ 2", "H 2"],
    ["none", "para", null],
    ["not at the top", "para\n\n---\ntitle: T\n---", "title: T"],
  ];
  for (const [name, raw, title] of cases) {
    await t.step(name, () => assert.equal(readMarkdown(raw).metadata.title, title));
  }
  assert.equal(readMarkdown("---\ntitle: T\n---\n\nbody").text, "body");
  assert.equal(readMarkdown('---\ntitle: "Cafe\\u0301"\n---\n\nbody').metadata.title, "Café");
});

Deno.test("broken front matter names the file's line", () => {
  assert.throws(() => readMarkdown("---\r\ntitle: a\r\nrisk: none\r\n---\r\n# H"), (error) => {
    assert.ok(error instanceof MalformedFileError);
    assert.equal(error.line, 3);
    return true;
  });
});
