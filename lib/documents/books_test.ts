/** Word documents and books: archives of pages. */
import assert from "node:assert/strict";
import { archiveOf } from "./archive_fixture.ts";
import { readDocx } from "./docx.ts";
import { readEpub } from "./epub.ts";
import { MalformedFileError } from "./malformed.ts";
import { unzip } from "./zip.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (text: string, style = "", list = "") =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${list}</w:pPr>${text}</w:p>`;
const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
const bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

const DOCX = {
  "[Content_Types].xml":
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  "_rels/.rels":
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  "docProps/core.xml":
    `<?xml version="1.0"?><c:coreProperties xmlns:c="c" xmlns:dc="d" xmlns:t="t"><dc:title>From the file</dc:title>
    <t:modified>2019-08-07T06:00:00Z</t:modified></c:coreProperties>`,
  "word/styles.xml":
    `<?xml version="1.0"?><w:styles ${W}><w:style w:type="paragraph" w:styleId="T1"><w:name w:val="Title"/></w:style>
    <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>`,
  "word/numbering.xml":
    `<?xml version="1.0"?><w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
    </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  "word/document.xml": `<?xml version="1.0"?><w:document ${W}><w:body>${
    paragraph(run("Ford Creek"), "T1") + paragraph(run("Crossing"), "H2") +
    paragraph(
      run("Cross before ") + run("9 am.") + `<w:del><w:r><w:delText>Never.</w:delText></w:r></w:del>`,
    ) +
    paragraph(run("Unbuckle the belt"), "", bullet) +
    `<w:tbl><w:tr>${cell("Depth") + cell("Do")}</w:tr><w:tr>${cell("knee") + cell("wade")}</w:tr></w:tbl>`
  }</w:body></w:document>`,
  "word/media/photo.png": "not read",
};

Deno.test("a Word document becomes headings, paragraphs, lists and tables", async () => {
  const { text, metadata } = await readDocx(await archiveOf(DOCX));
  assert.equal(
    text,
    "Ford Creek\n\nCrossing\n\nCross before 9 am.\n\n• Unbuckle the belt\nDepth | Do\nknee | wade",
  );
  assert.deepEqual([metadata.title, metadata.asOf], ["Ford Creek", "2019-08-07"]);
});

const OPF = (spine: string, more = "") =>
  `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
  <dc:title>Old Hikes</dc:title><dc:rights>CC0</dc:rights><dc:date>1913</dc:date></metadata><manifest>
  <item id="a" href="../text/one%20page.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
  <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>${more}</manifest><spine>${spine}</spine></package>`;
const EPUB = {
  "mimetype": "application/epub+zip",
  "META-INF/container.xml":
    '<?xml version="1.0"?><container><rootfiles><rootfile full-path="ops/book.opf"/></rootfiles></container>',
  "ops/book.opf": OPF('<itemref idref="nav"/><itemref idref="b"/><itemref idref="a"/>'),
  "ops/nav.xhtml": "<html><body><h1>Contents</h1></body></html>",
  "ops/b.xhtml":
    "<?xml version='1.0'?><html><head><title/></head><body><h1>First</h1><p>Start early.</p></body></html>",
  "text/one page.xhtml": "<html><body><h1>Second</h1><p>Come home.</p></body></html>",
};

Deno.test("a book is read in the order of its spine", async () => {
  const { text, metadata } = await readEpub(await archiveOf(EPUB));
  assert.equal(text, "First\n\nStart early.\n\nSecond\n\nCome home.");
  assert.deepEqual([metadata.title, metadata.licence, metadata.asOf], ["Old Hikes", "CC0", "1913"]);
});

Deno.test("archives that are broken, locked or hostile are refused in clear words", async (t) => {
  const zeros = "0".repeat(50_000_000);
  const cases: [string, () => Promise<unknown>, RegExp][] = [
    ["no archive", () => readDocx(new Uint8Array(100)), /no whole zip archive/],
    [
      "cut short",
      async () => await readDocx((await archiveOf(DOCX)).subarray(0, 700)),
      /no whole zip archive/,
    ],
    [
      "another kind of file",
      async () => await readDocx(await archiveOf({ "a.txt": "a" })),
      /word\/document\.xml/,
    ],
    [
      "broken XML",
      async () => await readDocx(await archiveOf({ ...DOCX, "word/document.xml": "<w:document" })),
      /Word/,
    ],
    ["a password", async () => await readEpub(await archiveOf(EPUB, { password: "x" })), /encrypted/],
    [
      "no container",
      async () => await readEpub(await archiveOf({ "a.xhtml": "a" })),
      /container\.xml is missing/,
    ],
    ["no spine", async () => await readEpub(await archiveOf({ ...EPUB, "ops/book.opf": OPF("") })), /spine/],
    ["a page that is missing", async () => {
      const { "ops/b.xhtml": _, ...rest } = EPUB;
      return await readEpub(await archiveOf(rest));
    }, /ops\/b\.xhtml is missing/],
    ["a locked page", async () =>
      await readEpub(
        await archiveOf({
          ...EPUB,
          "META-INF/encryption.xml":
            "<encryption><EncryptedData><CipherData><CipherReference URI='ops/b.xhtml'/></CipherData></EncryptedData></encryption>",
        }),
      ), /locked/],
    [
      "a path that climbs",
      async () => await unzip(await archiveOf({ "../../etc/cron.d/x": "a" }), () => true),
      /leads out/,
    ],
    [
      "an absolute path",
      async () => await unzip(await archiveOf({ "/etc/passwd": "a" }), () => true),
      /leads out/,
    ],
    ["a bomb", async () =>
      await unzip(
        await archiveOf(Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`${i}`, zeros]))),
        () => true,
      ), /more than 256 MB/],
  ];
  for (const [name, read, message] of cases) {
    await t.step(name, async () => {
      await assert.rejects(read, (error) => {
        assert.ok(error instanceof MalformedFileError, String(error));
        assert.match(error.message, message);
        return true;
      });
    });
  }
});
