/**
 * Documents to a pack: read → chunk → index → write. The order of the stages that build.
 * @module
 */
import { createHash } from "node:crypto";
import { chunkDocument } from "./chunks/chunk.ts";
import { type Alike, AlikeFinder } from "./documents/alike.ts";
import { MalformedFileError } from "./documents/malformed.ts";
import { READABLE } from "./documents/read_folder.ts";
import { fileTitle, indexPassage } from "./index/encode.ts";
import { INDEX_VERSION } from "./index/version.ts";
import type { Embedder, PackSink, PackSource } from "./ports.ts";
import type { FolderEntry, IndexedChunk, IndexedDocument, Skipped, SourceDocument } from "./records.ts";
import { readWaypoints } from "./trail/waypoints.ts";

export interface IngestPorts {
  readonly embedder: Embedder;
  /** Packs that hold some of it already: the one that is being replaced first, then what killed builds left. */
  readonly previous: readonly PackSource[];
  /** False leaves out the sentences' vectors; see `indexPassage`. */
  readonly sentences?: boolean;
  /** What else the pack says of itself, such as its title: another one is another pack. */
  readonly identity?: string;
  /** Build nothing when a file has to be left out. */
  readonly strict?: boolean;
  /** Opens the new pack once its fingerprint is known. */
  open(fingerprint: string): PackSink;
  /** Called before each document is encoded and once at the end. */
  progress?(done: number, total: number, path: string): void;
}

export interface IngestReport {
  readonly documents: number;
  /** Passages written; 0 when nothing was. */
  readonly chunks: number;
  /** Documents taken over from the previous pack without encoding. */
  readonly reused: number;
  readonly skipped: readonly Skipped[];
  /** Documents that say the same as an earlier one, or nearly; none are looked for when nothing is written. */
  readonly alike: readonly Alike[];
  /** Content hash of the new pack; null when the old one is already what the folder would give. */
  readonly hash: string | null;
}

/** No file of the folder can become a document. */
export class EmptyFolderError extends Error {
  override readonly name = "EmptyFolderError";
  readonly skipped: readonly Skipped[];

  constructor(name: string, skipped: readonly Skipped[]) {
    super(`Cannot build a pack from ${name}: it holds no readable document (${READABLE}).`);
    this.skipped = skipped;
  }
}

/** A strict build met a file that it would have to leave out. */
export class StrictBuildError extends Error {
  override readonly name = "StrictBuildError";

  constructor(name: string, skipped: readonly Skipped[]) {
    const list = skipped.map(({ path, line, problem }) =>
      `\n  ${path}${line === null ? "" : `, line ${line}`}: ${problem}`
    );
    super(`Nothing was built from ${name}: with --strict every file must be readable.${list.join("")}`);
  }
}

type Readable = Extract<FolderEntry, { kind: "document" }>;

/**
 * Builds a pack from the entries of a folder (`readFolder`), one document at a time: memory does not grow with their number.
 * Malformed files are reported and the rest is built.
 *
 * @param name what the entries come from, for messages
 * @throws {EmptyFolderError} when nothing is left to build
 * @throws {StrictBuildError} when a file had to be left out and `strict` is set
 */
export async function ingest(
  name: string,
  entries: AsyncIterable<FolderEntry>,
  ports: IngestPorts,
): Promise<IngestReport> {
  const { files, skipped } = await survey(entries);
  if (files.length === 0) throw new EmptyFolderError(name, skipped);
  const fingerprint = fingerprintOf(files, ports);
  const same = ports.previous.find((source) => source.fingerprint === fingerprint && source.isWhole);
  if (same !== undefined) {
    if (ports.strict === true && same.skipped.length > 0) throw new StrictBuildError(name, same.skipped);
    const { documents, skipped } = same;
    return { documents, chunks: 0, reused: documents, skipped, alike: [], hash: null };
  }
  const sink = ports.open(fingerprint);
  try {
    let [documents, reused] = [0, 0];
    const finder = new AlikeFinder();
    const alike: Alike[] = [];
    for (const [i, file] of files.entries()) {
      ports.progress?.(i, files.length, file.path);
      const known = recordOf(file, ports.previous);
      const record = known ?? await indexFile(file, skipped, ports);
      if (record === null) continue;
      documents++;
      if (known !== null) reused++;
      const like = finder.add(record.path, record.document.text);
      if (like !== null) alike.push(like);
      sink.add(record);
    }
    ports.progress?.(files.length, files.length, "");
    skipped.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    if (documents === 0) throw new EmptyFolderError(name, skipped);
    if (ports.strict === true && skipped.length > 0) throw new StrictBuildError(name, skipped);
    const chunks = sink.chunks;
    return { documents, chunks, reused, skipped, alike, hash: sink.finish(skipped) };
  } catch (error) {
    sink.abandon();
    throw error;
  }
}

/** What there is to read, before anything is read. */
async function survey(
  entries: AsyncIterable<FolderEntry>,
): Promise<{ files: Readable[]; skipped: Skipped[] }> {
  const files: Readable[] = [];
  const skipped: Skipped[] = [];
  const byId = new Map<string, string>();
  const leaveOut = (path: string, problem: string) => skipped.push({ path, line: null, problem });
  for await (const entry of entries) {
    if (entry.kind === "ignored") {
      leaveOut(entry.path, `is not a kind of file that packs are built from (${READABLE})`);
      continue;
    }
    const id = entry.path.replace(/\.[^./]+$/, "");
    const other = byId.get(id);
    if (other !== undefined) leaveOut(entry.path, `would have the same name as ${other}; rename one of them`);
    else {
      byId.set(id, entry.path);
      files.push(entry);
    }
  }
  return { files, skipped };
}

function fingerprintOf(
  files: readonly Readable[],
  { embedder, sentences, identity = "" }: IngestPorts,
): string {
  const hash = createHash("sha256");
  hash.update(`${embedder.sha256}${sentences === false ? " passages alone" : ""}\0${identity}`);
  for (const file of files) hash.update(`\n${file.path}\0${file.hash}`);
  return `${INDEX_VERSION}:${hash.digest("hex")}`;
}

function recordOf({ path, hash }: Readable, sources: readonly PackSource[]): IndexedDocument | null {
  for (const source of sources) {
    const record = source.record(path, hash);
    if (record !== null) return record;
  }
  return null;
}

/** Reads and indexes a file; null when it cannot be read, which `skipped` then says. */
async function indexFile(
  file: Readable,
  skipped: Skipped[],
  { embedder, sentences }: IngestPorts,
): Promise<IndexedDocument | null> {
  const { path, hash } = file;
  let document: SourceDocument;
  try {
    document = await file.read();
  } catch (error) {
    const line = error instanceof MalformedFileError ? error.line : null;
    skipped.push({ path, line, problem: error instanceof Error ? error.message : String(error) });
    return null;
  }
  const { text, blocks, metadata } = document;
  const title = metadata.title ?? fileTitle(path);
  const waypoints = metadata.trail === null ? [] : readWaypoints(text, blocks);
  const chunks: IndexedChunk[] = [];
  for (const passage of chunkDocument(text, blocks, title)) {
    chunks.push(await indexPassage(passage, { path, title, text, metadata }, embedder, sentences));
  }
  return { path, hash, title, document, waypoints, chunks };
}
