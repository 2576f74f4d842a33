/**
 * Documents to a pack: read → chunk → index → write. The order of the stages that build.
 * @module
 */
import { chunkDocument } from "./chunks/chunk.ts";
import { READABLE } from "./documents/read_folder.ts";
import { fileTitle, indexPassage } from "./index/encode.ts";
import { INDEX_VERSION } from "./index/version.ts";
import type { Embedder, PackSink, PackSource } from "./ports.ts";
import type { FolderEntry, IndexedChunk, IndexedDocument } from "./records.ts";
import { sha256Hex } from "./text/hash.ts";
import { readWaypoints } from "./trail/waypoints.ts";

export interface IngestPorts {
  readonly embedder: Embedder;
  /** The pack that is being replaced, if it can serve. */
  readonly previous: PackSource | null;
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

/** A file that was left out, with its place and reason. */
export interface Skipped {
  readonly path: string;
  readonly line: number | null;
  readonly problem: string;
}

export interface IngestReport {
  readonly documents: number;
  /** Passages written; 0 when nothing was. */
  readonly chunks: number;
  /** Documents taken over from the previous pack without encoding. */
  readonly reused: number;
  readonly skipped: readonly Skipped[];
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

type Readable = Extract<FolderEntry, { kind: "document" }> & { readonly hash: string };

/**
 * Builds a pack from the entries of a folder (`readFolder`). Malformed files are reported and the rest is built.
 *
 * @param name what the entries come from, for messages
 * @throws {EmptyFolderError} when nothing is left to build
 */
export async function ingest(
  name: string,
  entries: AsyncIterable<FolderEntry>,
  ports: IngestPorts,
): Promise<IngestReport> {
  const { sources, skipped } = await readSources(entries);
  if (sources.length === 0) throw new EmptyFolderError(name, skipped);
  if (ports.strict === true && skipped.length > 0) throw new StrictBuildError(name, skipped);
  const fingerprint = await fingerprintOf(sources, ports);
  if (ports.previous?.fingerprint === fingerprint) {
    return { documents: sources.length, chunks: 0, reused: sources.length, skipped, hash: null };
  }
  const sink = ports.open(fingerprint);
  try {
    let reused = 0;
    for (const [i, source] of sources.entries()) {
      ports.progress?.(i, sources.length, source.path);
      const known = ports.previous?.chunks(source.path, source.hash) ?? null;
      if (known !== null) reused++;
      sink.add(await indexDocument(source, known, ports));
    }
    ports.progress?.(sources.length, sources.length, "");
    const chunks = sink.chunks;
    return { documents: sources.length, chunks, reused, skipped, hash: sink.finish() };
  } catch (error) {
    sink.abandon();
    throw error;
  }
}

async function readSources(
  entries: AsyncIterable<FolderEntry>,
): Promise<{ sources: Readable[]; skipped: Skipped[] }> {
  const sources: Readable[] = [];
  const skipped: Skipped[] = [];
  const byId = new Map<string, string>();
  for await (const entry of entries) {
    if (entry.kind === "malformed") {
      skipped.push({ path: entry.path, line: entry.line, problem: entry.problem });
    } else if (entry.kind === "ignored") {
      skipped.push({
        path: entry.path,
        line: null,
        problem: `is not a kind of file that packs are built from (${READABLE})`,
      });
    } else {
      const id = entry.path.replace(/\.[^./]+$/, "");
      const other = byId.get(id);
      if (other !== undefined) {
        skipped.push({
          path: entry.path,
          line: null,
          problem: `would have the same name as ${other}; rename one of them`,
        });
        continue;
      }
      byId.set(id, entry.path);
      sources.push({ ...entry, hash: await sha256Hex(entry.raw) });
    }
  }
  return { sources, skipped };
}

async function fingerprintOf(
  sources: readonly Readable[],
  { embedder, sentences, identity = "" }: IngestPorts,
): Promise<string> {
  const files = sources.map((source) => `${source.path}\0${source.hash}`).join("\n");
  const kind = `${embedder.sha256}${sentences === false ? " passages alone" : ""}\0${identity}`;
  return `${INDEX_VERSION}:${await sha256Hex(`${kind}\n${files}`)}`;
}

async function indexDocument(
  source: Readable,
  known: readonly IndexedChunk[] | null,
  { embedder, sentences }: IngestPorts,
): Promise<IndexedDocument> {
  const { document, path, hash } = source;
  const { text, blocks, metadata } = document;
  const title = metadata.title ?? fileTitle(path);
  const waypoints = metadata.trail === null ? [] : readWaypoints(text, blocks);
  const chunks: IndexedChunk[] = [];
  if (known === null) {
    for (const passage of chunkDocument(text, blocks, title)) {
      chunks.push(await indexPassage(passage, { path, title, text, metadata }, embedder, sentences));
    }
  }
  return { path, hash, title, document, waypoints, chunks: known ?? chunks };
}
