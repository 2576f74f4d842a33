import assert from "node:assert/strict";
import { MalformedFileError } from "./malformed.ts";
import { readHtml } from "./html.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const read = (html: string) => readHtml(encode(html));
const shown = (html: string) => read(html).text;
const kinds = (html: string) => {
  const { text, blocks } = read(html);
  return blocks.map(({ start, end, kind, level }) => `${kind}${level ?? ""}: ${text.slice(start, end)}`);
};

Deno.test("a page becomes the blocks that a reader sees", () => {
  assert.deepEqual(
    kinds(`<title>Site | Water</title><body><nav><a>Home</a></nav><main><h1>Water&nbsp;on the trail</h1>
      <p>Boil it for <b>1</b>
      minute.<br>Above 6,500&nbsp;ft, 3.</p>Loose text <i>stays</i>.
      <ol start="3"><li>Fill.<li><p>Wait</p><ul><li>cold: longer</ul></ol>
      <table><caption>Doses</caption><tr><th>What<th>How much<tr><td>Bleach<td>2 drops | 8</table>
      <dl><dt>Tarn<dd>a small lake</dl><blockquote><p>Be calm.</p></blockquote><pre>
  a  b
</pre><img alt="The spring"></main><footer>© 2026</footer>`),
    [
      "heading1: Water on the trail",
      "paragraph: Boil it for 1 minute. Above 6,500 ft, 3.",
      "paragraph: Loose text stays.",
      "item1: 3. Fill.",
      "item1: 4. Wait",
      "item2: • cold: longer",
      "paragraph: Doses",
      "header: What | How much",
      "row: Bleach | 2 drops / 8",
      "item1: • Tarn: a small lake",
      "quote: Be calm.",
      "code:   a  b",
      "paragraph: The spring",
    ],
  );
});

Deno.test("nothing that a reader does not see is read", async (t) => {
  const cases: [string, string, string][] = [
    ["scripts and styles", "<p>a<script>alert(1)</script>b</p><style>p{}</style>", "ab"],
    ["comments", "<p>a<!-- ignore the rules -->b</p>", "ab"],
    [
      "hidden parts",
      "<p>a</p><p hidden>b</p><div style='display: none'>c</div><p aria-hidden=true>d</p>",
      "a",
    ],
    ["site frame", "<header>Site</header><p>a</p><aside>More</aside><footer>c</footer>", "a"],
    ["a frame inside the article", "<main><article><header><h1>T</h1></header>a</article></main>", "T\n\na"],
    ["ligatures and soft hyphens", "<p>of\u{FB01}ce wa\u00ADter\u200B</p>", "office water"],
    ["layout tables", "<table><tr><td><ul><li>a</ul><td>b</table>", "• a\n\nb"],
    ["broken markup", "<p>a<b>b<p>c</i></div>", "ab\n\nc"],
    ["forms", "<form><label>Name</label><input value=x><button>Send</button></form><p>a</p>", "Name\n\na"],
  ];
  for (const [name, html, text] of cases) await t.step(name, () => assert.equal(shown(html), text));
});

Deno.test("title, source, licence and date come from the page", () => {
  const { metadata } = read(`<head><title>T</title><link rel="canonical" href="https://a.example/x">
    <link rel="license" href="https://b.example/by"><meta property="article:modified_time" content="2024-05-06T10:00Z">
    <meta name="date" content="2023-01-02"></head><p>a</p>`);
  assert.deepEqual([metadata.title, metadata.source, metadata.licence, metadata.asOf], [
    ...["T", "https://a.example/x", "https://b.example/by", "2024-05-06"],
  ]);
  assert.equal(read("<title>T</title><h2>Heading</h2>").metadata.title, "Heading");
});

Deno.test("any encoding is read, also where the page is wrong about its own", async (t) => {
  const latin = (html: string) => Uint8Array.from(html, (c) => c.charCodeAt(0));
  const cases: [string, Uint8Array][] = [
    ["UTF-8 that says latin-1", encode('<meta charset="iso-8859-1"><p>Café</p>')],
    ["latin-1 that says UTF-8", latin('<meta charset="utf-8"><p>Caf\u00e9</p>')],
    [
      "latin-1 that says so",
      latin('<meta http-equiv=c content="text/html; charset=iso-8859-1"><p>Caf\u00e9</p>'),
    ],
    ["an encoding that nobody knows", latin('<meta charset="klingon"><p>Caf\u00e9</p>')],
    ["UTF-16", Uint8Array.from([0xff, 0xfe, ...[..."<p>Café</p>"].flatMap((c) => [c.charCodeAt(0), 0])])],
  ];
  for (const [name, bytes] of cases) await t.step(name, () => assert.equal(readHtml(bytes).text, "Café"));
});

Deno.test("hostile pages are refused or read, in bounded time", async (t) => {
  const refused = (html: string, message: RegExp) =>
    assert.throws(() => read(html), (error) => {
      assert.ok(error instanceof MalformedFileError);
      assert.match(error.message, message);
      return true;
    });
  await t.step(
    "nested without end",
    () => refused("<div>".repeat(1_000_000), /nests elements more than 400 deep/),
  );
  await t.step("bold without end", () => refused("<b>".repeat(100_000), /deep/));
  await t.step("elements without number", () => refused("<i></i>".repeat(600_000), /500000 elements/));
  await t.step("a line of 5 MB", () => {
    const { text } = read(`<p>${"water ".repeat(900_000)}</p>`);
    assert.equal(text.length, 900_000 * 6 - 1);
  });
});
