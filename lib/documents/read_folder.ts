/**
 * A folder of files to documents: what can be read is read, the rest is reported with its place.
 * @module
 */
import { filesUnder } from "./files.ts";
import { readGpx } from "./gpx.ts";
import { readMarkdown } from "./markdown.ts";
import { readPlainText } from "./plain.ts";
import type { FolderEntry, SourceDocument } from "../records.ts";
import { MalformedFileError } from "./malformed.ts";

/** Readers by file extension. */
const READERS: Readonly<Record<string, (raw: string) => SourceDocument>> = {
  md: readMarkdown,
  markdown: readMarkdown,
  txt: readPlainText,
  gpx: readGpx,
};

/** Extensions that a pack can be built from, as messages name them. */
export const READABLE = Object.keys(READERS).map((extension) => `.${extension}`).join(", ");

/** Largest file read, in bytes: far above any trail document, far below what memory allows. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Reads every file under `root` in path order. Hidden files and folders are skipped, symbolic links are
 * not followed (they could lead out of the folder).
 */
export async function* readFolder(root: string): AsyncGenerator<FolderEntry> {
  for (const path of await filesUnder(root)) {
    const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
    const read = READERS[extension];
    if (read === undefined) {
      yield { kind: "ignored", path };
      continue;
    }
    try {
      const raw = await readText(`${root}/${path}`);
      const document = read(raw);
      if (document.text.trim() === "") throw new MalformedFileError("has no text");
      yield { kind: "document", path, raw, document };
    } catch (error) {
      const line = error instanceof MalformedFileError ? error.line : null;
      yield {
        kind: "malformed",
        path,
        line,
        problem: error instanceof Error ? error.message : String(error),
      };
    }
  }
}

async function readText(path: string): Promise<string> {
  const { size } = await Deno.stat(path);
  if (size > MAX_BYTES) throw new MalformedFileError(`is larger than ${MAX_BYTES / 1048576} MB; split it`);
  const bytes = await Deno.readFile(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new MalformedFileError("is not UTF-8 text; save it as UTF-8");
  }
}
