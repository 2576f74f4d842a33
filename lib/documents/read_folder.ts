/**
 * A folder of files to documents: what can be read is read, the rest is reported with its place.
 * @module
 */
import type { FolderEntry, SourceDocument } from "../records.ts";
import { decodeUtf8 } from "./decode.ts";
import { filesUnder } from "./files.ts";
import { MalformedFileError } from "./malformed.ts";

/** What turns a file's bytes into a document. */
type Read = (bytes: Uint8Array) => SourceDocument | Promise<SourceDocument>;

/** Readers are loaded for the first file of their kind: libraries for books and archives take longer than a pack of text. */
const gpx: Read = async (bytes) => (await import("./gpx.ts")).readGpx(decodeUtf8(bytes));
const markdown: Read = async (bytes) => (await import("./markdown.ts")).readMarkdown(decodeUtf8(bytes));
const csv: Read = async (bytes) => (await import("./csv.ts")).readCsv(decodeUtf8(bytes));
const html: Read = async (bytes) => (await import("./html.ts")).readHtml(bytes);

/** Readers by file extension. */
const READERS: Readonly<Record<string, Read>> = {
  md: markdown,
  markdown,
  txt: async (bytes) => (await import("./plain.ts")).readPlainText(decodeUtf8(bytes)),
  html,
  htm: html,
  xhtml: html,
  docx: async (bytes) => await (await import("./docx.ts")).readDocx(bytes),
  epub: async (bytes) => await (await import("./epub.ts")).readEpub(bytes),
  pdf: async (bytes) => await (await import("./pdf.ts")).readPdf(bytes),
  gpx,
  kml: async (bytes) => (await import("./kml.ts")).readKml(bytes),
  kmz: async (bytes) => await (await import("./kml.ts")).readKmz(bytes),
  geojson: async (bytes) => (await import("./geojson.ts")).readGeoJson(decodeUtf8(bytes)),
  csv,
  tsv: csv,
};

/** Archives of many documents by file extension. */
const ARCHIVES: Readonly<Record<string, (root: string, path: string) => AsyncGenerator<FolderEntry>>> = {
  zim: articles,
};

/** Extensions that a pack can be built from, as messages name them. */
export const READABLE = [...Object.keys(READERS), ...Object.keys(ARCHIVES)].map((extension) =>
  `.${extension}`
)
  .join(", ");

/** Largest file read, in bytes: far above any trail document, far below what memory allows. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Reads every file under `root` in path order. Hidden files and folders are skipped, symbolic links are
 * not followed (they could lead out of the folder).
 */
export async function* readFolder(root: string): AsyncGenerator<FolderEntry> {
  for (const path of await filesUnder(root)) {
    const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
    const [read, unpack] = [READERS[extension], ARCHIVES[extension]];
    try {
      if (read !== undefined) yield await readFile(root, path, read);
      else if (unpack !== undefined) yield* unpack(root, path);
      else yield { kind: "ignored", path };
    } catch (error) {
      yield malformed(path, error);
    }
  }
}

async function readFile(root: string, path: string, read: Read): Promise<FolderEntry> {
  const raw = await readBytes(`${root}/${path}`);
  return entry(path, raw, await read(raw));
}

/** The articles of a ZIM archive, as if it were a folder. */
async function* articles(root: string, archive: string): AsyncGenerator<FolderEntry> {
  const { readZim } = await import("./zim.ts");
  for await (const article of readZim(`${root}/${archive}`)) {
    const path = `${archive}/${article.path.replace(/(\.x?html?)?$/i, ".html")}`;
    try {
      if ("problem" in article) throw new MalformedFileError(article.problem);
      yield entry(path, article.html, article.document);
    } catch (error) {
      yield malformed(path, error);
    }
  }
}

function entry(path: string, raw: Uint8Array, document: SourceDocument): FolderEntry {
  if (document.text.trim() === "") throw new MalformedFileError("has no text");
  return { kind: "document", path, raw, document };
}

function malformed(path: string, error: unknown): FolderEntry {
  const line = error instanceof MalformedFileError ? error.line : null;
  return { kind: "malformed", path, line, problem: error instanceof Error ? error.message : String(error) };
}

async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await Deno.stat(path);
  if (size > MAX_BYTES) throw new MalformedFileError(`is larger than ${MAX_BYTES / 1048576} MB; split it`);
  return await Deno.readFile(path);
}
