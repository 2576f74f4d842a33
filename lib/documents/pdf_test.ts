import assert from "node:assert/strict";
import { MalformedFileError } from "./malformed.ts";
import { readPdf } from "./pdf.ts";

/** A PDF whose pages show the lines, Helvetica of 12 points from the top. */
function pdfOf(
  pages: readonly (readonly string[])[],
  more: { trailer?: string; objects?: string[] } = {},
): Uint8Array {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ...pages.flatMap((lines, i) => {
      const content = lines.map((text, n) => `BT /F 12 Tf 50 ${700 - 14 * n} Td (${text}) Tj ET`).join("\n");
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${
          5 + 2 * i
        } 0 R>>`,
        `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
      ];
    }),
    ...(more.objects ?? []),
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${xref}trailer\n<</Size ${
    objects.length + 1
  }/Root 1 0 R${more.trailer ?? ""}>>\nstartxref\n${body.length}\n%%EOF\n`;
  return new TextEncoder().encode(body);
}

Deno.test("a PDF is read with the page of every block", async () => {
  const { text, blocks, metadata } = await readPdf(pdfOf([
    ["Cross before nine in the morn-", "ing.", "", "2. Face upstream."],
    ["Come home."],
  ], { trailer: "/Info<</Title(River notes)/ModDate(D:20190807120000Z)>>" }));
  assert.equal(text, "Cross before nine in the morning.\n\n2. Face upstream.\n\nCome home.");
  assert.deepEqual(blocks.map(({ page }) => page), [1, 1, 2]);
  assert.deepEqual([metadata.title, metadata.asOf], ["River notes", "2019-08-07"]);
});

Deno.test("a PDF that cannot be read says why", async (t) => {
  const locked = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(${"a".repeat(32)})/U(${
    "b".repeat(32)
  })>>/ID[(x)(x)]`;
  const cases: [string, Uint8Array, RegExp][] = [
    ["locked", pdfOf([["a"]], { trailer: locked }), /locked with a password/],
    ["scanned", pdfOf([[], []]), /only pictures of it/],
    ["cut short", pdfOf([["a"]]).subarray(0, 120), /no whole PDF/],
    ["no PDF", new TextEncoder().encode("hello"), /no whole PDF/],
    ["empty", new Uint8Array(), /no whole PDF/],
    [
      "pages that hold each other",
      new TextEncoder().encode(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1>>\nendobj\ntrailer\n<</Root 1 0 R>>",
      ),
      /no whole PDF/,
    ],
    ["nested without end", pdfOf([[]], { objects: ["[".repeat(200_000)] }), /./],
  ];
  for (const [name, bytes, message] of cases) {
    await t.step(name, async () => {
      await assert.rejects(() => readPdf(bytes), (error) => {
        assert.ok(error instanceof MalformedFileError, String(error));
        assert.match(error.message, message);
        return true;
      });
    });
  }
});

Deno.test("a million objects take neither long nor much", async () => {
  const start = performance.now();
  const { text } = await readPdf(pdfOf([["Start early."]], { objects: new Array(1_000_000).fill("0") }));
  assert.equal(text, "Start early.");
  assert.ok(performance.now() - start < 30_000);
});
