/**
 * EPUB books to a document's text: the pages in the order of the spine.
 * @module
 */
import { NO_METADATA, type SourceDocument } from "../records.ts";
import { collapse } from "../text/normalize.ts";
import { decodePage } from "./decode.ts";
import { addHtml, parsePage } from "./html.ts";
import { MalformedFileError } from "./malformed.ts";
import { TextBuilder } from "./text_builder.ts";
import { parseXml, type Xml, xmlElements } from "./xml.ts";
import { type Archive, unzip } from "./zip.ts";

const CONTAINER = "META-INF/container.xml";
const WANTED = /(^META-INF\/|\.(opf|x?html?|xml)$)/i;

/**
 * Reads an EPUB 2 or 3.
 *
 * @throws {MalformedFileError} for what is no whole book: no container, no package, no spine, a page that is missing or locked
 */
export async function readEpub(bytes: Uint8Array): Promise<SourceDocument> {
  const files = await unzip(bytes, (path) => WANTED.test(path));
  const container = parseXml(decodePage(part(files, CONTAINER)), CONTAINER);
  const packagePath = xmlElements(container, "rootfile")[0]?.getAttribute("full-path") ?? "";
  const book = parseXml(decodePage(part(files, packagePath || "the package file")), packagePath);
  const locked = lockedPaths(files);
  const out = new TextBuilder();
  for (const path of spine(book, packagePath)) {
    if (locked.has(path)) throw new MalformedFileError("is locked (DRM); a copy without it can be read");
    const page = parsePage(selfClosed(decodePage(part(files, path))));
    addHtml(out, page);
  }
  const said = (name: string) => collapse(xmlElements(book, name)[0]?.textContent ?? "") || null;
  const dates = [
    ...xmlElements(book, "meta").filter((one) => one.getAttribute("property") === "dcterms:modified"),
    ...xmlElements(book, "date"),
  ];
  const asOf =
    dates.flatMap((one) => /^\s*(\d{4}(-\d\d(-\d\d)?)?)/.exec(one.textContent ?? "")?.[1] ?? []).sort().at(
      -1,
    ) ?? null;
  return {
    metadata: {
      ...NO_METADATA,
      title: said("title") ?? out.heading,
      licence: said("rights"),
      source: said("publisher"),
      asOf,
    },
    text: out.text,
    blocks: out.blocks,
    tracks: [],
  };
}

function part(files: Archive, path: string): Uint8Array {
  const content = files.get(path);
  if (content === undefined) throw new MalformedFileError(`is no whole EPUB: ${path} is missing in it`);
  return content;
}

/** Paths of what is encrypted; fonts often are, and are not read. */
function lockedPaths(files: Archive): ReadonlySet<string> {
  const list = files.get("META-INF/encryption.xml");
  if (list === undefined) return new Set();
  const references = xmlElements(parseXml(decodePage(list), "META-INF/encryption.xml"), "CipherReference");
  return new Set(references.map((one) => resolvePath("", one.getAttribute("URI") ?? "")));
}

/** Paths of the pages, in reading order; notes and indexes that the spine calls not linear come where they stand. */
function spine(book: Xml, packagePath: string): string[] {
  const items = new Map(xmlElements(book, "item").map((item) => [item.getAttribute("id"), item]));
  const refs = xmlElements(book, "itemref");
  if (refs.length === 0) throw new MalformedFileError("is no whole EPUB: its spine names no page");
  return refs.flatMap((ref) => {
    const item = items.get(ref.getAttribute("idref"));
    if (item === undefined || !/html|xml/.test(item.getAttribute("media-type") ?? "html")) return [];
    // The table of contents repeats the headings.
    if (/\bnav\b/.test(item.getAttribute("properties") ?? "")) return [];
    return [resolvePath(packagePath, item.getAttribute("href") ?? "")];
  });
}

/** A relative reference as a path in the archive. */
function resolvePath(base: string, href: string): string {
  try {
    return decodeURIComponent(new URL(href, `zip://book/${base}`).pathname.slice(1));
  } catch {
    throw new MalformedFileError(`is no whole EPUB: ${href.slice(0, 200)} is no path`);
  }
}

/** XHTML may close any element in its start tag; to HTML `<title/>` would swallow the page. */
function selfClosed(xhtml: string): string {
  return xhtml.replace(
    /<(title|script|style|a|p|div|span|i|b|em|strong|td|th|li)(\s[^<>]*)?\/>/gi,
    "<$1$2></$1>",
  );
}
