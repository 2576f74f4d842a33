/**
 * A folder of files to documents: what can be read is read, the rest is reported with its place.
 * @module
 */
import type { FolderEntry, SourceDocument } from "../records.ts";
import { decodeUtf8 } from "./decode.ts";
import { sha256Hex } from "../text/hash.ts";
import { filesUnder, hashFile } from "./files.ts";
import { MalformedFileError } from "./malformed.ts";
import type { ZimArchive } from "./zim.ts";

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

/** Extensions that a pack can be built from, as messages name them. */
export const READABLE = [...Object.keys(READERS), "zim"].map((extension) => `.${extension}`).join(", ");

/** Largest file read, in bytes: far above any trail document, far below what memory allows. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Every file under `root` in path order. Hidden files and folders are skipped, symbolic links are not followed (they could
 * lead out of the folder). Files are hashed now and read later, one at a time, so that memory does not grow with their number.
 */
export async function* readFolder(root: string): AsyncGenerator<FolderEntry> {
  for (const path of await filesUnder(root)) {
    const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
    const read = READERS[extension];
    const file = `${root}/${path}`;
    if (read !== undefined) {
      const hash = await hashFile(file);
      yield { kind: "document", path, hash, read: async () => withText(await read(await readBytes(file))) };
    } else if (extension === "zim") yield* articles(file, path);
    else yield { kind: "ignored", path };
  }
}

/** The articles of a ZIM archive, as if it were a folder. An archive that cannot be opened says so when it is read. */
async function* articles(file: string, path: string): AsyncGenerator<FolderEntry> {
  const zim = await import("./zim.ts");
  const hash = await hashFile(file);
  let archive: ZimArchive;
  try {
    archive = await zim.ZimArchive.open(file);
  } catch (error) {
    yield { kind: "document", path, hash, read: () => Promise.reject(error) };
    return;
  }
  for (const article of archive.articles) {
    yield {
      kind: "document",
      path: `${path}/${article.path.replace(/(\.x?html?)?$/i, ".html")}`,
      hash: await sha256Hex(`${hash}\0${article.path}`),
      read: async () => withText(await archive.read(article)),
    };
  }
}

function withText(document: SourceDocument): SourceDocument {
  if (document.text.trim() === "") throw new MalformedFileError("has no text");
  return document;
}

async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await Deno.stat(path);
  if (size > MAX_BYTES) throw new MalformedFileError(`is larger than ${MAX_BYTES / 1048576} MB; split it`);
  return await Deno.readFile(path);
}
