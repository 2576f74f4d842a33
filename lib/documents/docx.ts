/**
 * Word documents to a document's text, through mammoth, which reads what the paragraphs mean and not how they look.
 * @module
 */
import { Buffer } from "node:buffer";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import mammoth from "mammoth";
import { NO_METADATA, type SourceDocument } from "../records.ts";
import { addHtml, parsePage } from "./html.ts";
import { MalformedFileError } from "./malformed.ts";
import { TextBuilder } from "./text_builder.ts";
import { xmlText } from "./xml.ts";
import { type Archive, unzip } from "./zip.ts";

/** What reading needs: text, styles, lists, notes and what the file says of itself; no pictures, no embedded files. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;

/** Word's styles that mean a heading or a title but do not say so by name. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/**
 * Reads a DOCX: headings, paragraphs, lists, tables and notes. Comments, deleted text, headers and footers are left out.
 *
 * @throws {MalformedFileError} for what is no whole Word document
 */
export async function readDocx(bytes: Uint8Array): Promise<SourceDocument> {
  const parts = await unzip(bytes, (path) => PARTS.test(path));
  if (!parts.has("word/document.xml")) {
    throw new MalformedFileError("is no Word document: word/document.xml is missing in it");
  }
  const html = await toHtml(parts);
  const out = new TextBuilder();
  addHtml(out, parsePage(html));
  const core = parts.get("docProps/core.xml");
  const said = (name: string) => core === undefined ? null : xmlText(core, name);
  const asOf = /^\d{4}-\d\d-\d\d/.exec(said("modified") ?? said("created") ?? "")?.[0] ?? null;
  return {
    metadata: { ...NO_METADATA, title: out.heading ?? said("title"), asOf },
    text: out.text,
    blocks: out.blocks,
    tracks: [],
  };
}

/** Packed anew, so that what is read is what was measured. */
async function toHtml(parts: Archive): Promise<string> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { level: 0 });
  for (const [path, content] of parts) await writer.add(path, new Uint8ArrayReader(content));
  const buffer = Buffer.from(await writer.close());
  try {
    const { value } = await mammoth.convertToHtml({ buffer }, {
      styleMap: STYLES,
      ignoreEmptyParagraphs: true,
    });
    return value;
  } catch (error) {
    throw new MalformedFileError(`is no whole Word document: ${(error as Error).message.split("\n")[0]}`);
  }
}
