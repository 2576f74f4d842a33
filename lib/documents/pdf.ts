/**
 * PDF to a document's text, through PDF.js as unpdf packs it: without a canvas, for nothing is drawn.
 * @module
 */
import { getDocumentProxy } from "unpdf";
import { NO_METADATA, type SourceDocument } from "../records.ts";
import { collapse, withoutLigatures } from "../text/normalize.ts";
import { MalformedFileError } from "./malformed.ts";
import { layOut, type Page, type Placed } from "./page_layout.ts";
import { TextBuilder } from "./text_builder.ts";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf["getPage"]>>;

/** Most pages, most pieces of text of a page, and longest time for a file in milliseconds. */
const MAX_PAGES = 5_000;
const MAX_PIECES = 100_000;
const MAX_TIME = 120_000;

/**
 * Reads a PDF page by page; every block knows its page.
 *
 * @throws {MalformedFileError} for what is locked, scanned, cut short or endless
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const pdf = await openPdf(bytes);
  try {
    if (pdf.numPages > MAX_PAGES) throw new MalformedFileError(`has more than ${MAX_PAGES} pages; split it`);
    const pages = await readPages(pdf);
    const out = new TextBuilder();
    for (const { kind, text, level, page } of layOut(pages)) out.add(kind, text, level, page);
    if (out.blocks.length === 0) {
      throw new MalformedFileError(
        "has no text, only pictures of it (a scan?); run OCR over it first, as ocrmypdf does",
      );
    }
    const { title, asOf } = await said(pdf);
    const first = out.blocks.find(({ kind, level }) => kind === "heading" && level === 1);
    const heading = first === undefined ? null : out.text.slice(first.start, first.end);
    return {
      metadata: { ...NO_METADATA, title: heading ?? title, asOf },
      text: out.text,
      blocks: out.blocks,
      tracks: [],
    };
  } catch (error) {
    if (error instanceof MalformedFileError) throw error;
    throw new MalformedFileError(`is no whole PDF: ${(error as Error).message}`);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    // PDF.js takes the buffer away.
    return await getDocumentProxy(bytes.slice(), { verbosity: 0, useSystemFonts: true, stopAtErrors: false });
  } catch (error) {
    const { name, message } = error as Error;
    throw new MalformedFileError(
      name === "PasswordException"
        ? "is locked with a password; save it without one"
        : `is no whole PDF: ${message}`,
    );
  }
}

async function readPages(pdf: Pdf): Promise<Page[]> {
  const end = performance.now() + MAX_TIME;
  const pages: Page[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    if (performance.now() > end) {
      throw new MalformedFileError(
        `takes longer than ${MAX_TIME / 1000} s to read; split it after page ${number - 1}`,
      );
    }
    const page = await pdf.getPage(number);
    pages.push(await readPage(page, number));
    page.cleanup();
  }
  return pages;
}

async function readPage(page: PdfPage, number: number): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent();
  if (items.length > MAX_PIECES) {
    throw new MalformedFileError(`has more than ${MAX_PIECES} pieces of text on page ${number}`);
  }
  const placed = items.flatMap((item): Placed[] => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [a, b, , , e, f] = item.transform as [number, number, number, number, number, number];
    // What is written up the side of a page, or across it as a watermark, is no text of it.
    if (Math.abs(b) > 0.1 * Math.abs(a)) return [];
    const [x, y] = viewport.convertToViewportPoint(e, f) as [number, number];
    const family = `${item.fontName} ${styles[item.fontName]?.fontFamily ?? ""} ${
      fontName(page, item.fontName)
    }`;
    return [{
      text: item.str,
      x,
      y,
      width: item.width,
      size: Math.abs(a),
      isBold: /bold|black|heavy|semibold/i.test(family),
    }];
  });
  return { number, height: viewport.height, placed };
}

/** The font's own name, which says whether it is bold; known once its page's text was read. */
function fontName(page: PdfPage, id: string): string {
  try {
    return page.commonObjs.has(id) ? String((page.commonObjs.get(id) as { name?: string }).name ?? "") : "";
  } catch {
    return "";
  }
}

/** Title and date of the last change, as far as the file says them. */
async function said(pdf: Pdf): Promise<{ title: string | null; asOf: string | null }> {
  const info = (await pdf.getMetadata()).info as {
    Title?: unknown;
    ModDate?: unknown;
    CreationDate?: unknown;
  };
  const title = typeof info.Title === "string" ? collapse(withoutLigatures(info.Title)) : "";
  const date = /^D:(\d{4})(\d\d)(\d\d)/.exec(String(info.ModDate ?? info.CreationDate ?? ""));
  // What a word processor names a file by is no title.
  const isTitle = title !== "" && !/\.(docx?|indd|qxd|pdf|tex|pmd)$|^(microsoft word|untitled)/i.test(title);
  return { title: isTitle ? title : null, asOf: date === null ? null : `${date[1]}-${date[2]}-${date[3]}` };
}
