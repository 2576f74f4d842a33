/**
 * A pack in memory, built through the real stages from Markdown, and an encoder without a model: a text is the
 * sum of a fixed direction per topical word, so that texts that share words have a high cosine.
 * @module
 */
import { Library } from "../lib/corpus/library.ts";
import { readMarkdown } from "../lib/documents/markdown.ts";
import { ingest } from "../lib/ingest.ts";
import { randomFrom } from "../lib/math/random.ts";
import type { ChunkTerms, DocumentHead, Embedder, Pack, PackSink, Reader } from "../lib/ports.ts";
import type { FolderEntry, IndexedDocument } from "../lib/records.ts";
import type { Document } from "../lib/schema.ts";
import { sha256Hex } from "../lib/text/hash.ts";
import { queryTokens, tokenize } from "../lib/text/tokens.ts";

/** Components of a fake vector. Random directions of this many are nearly at right angles. */
export const FAKE_DIMENSION = 64;

/** A fake encoder that counts its work. */
export interface FakeEmbedder extends Embedder {
  /** Every text embedded, in order. */
  readonly embedded: string[];
}

/** @param knows words of everyday language, besides which the packs' own are all there is */
export function fakeEmbedder(knows: readonly string[] = [], sha256 = "f".repeat(64)): FakeEmbedder {
  const embedded: string[] = [];
  return {
    id: "fake-encoder",
    sha256,
    dimension: FAKE_DIMENSION,
    embedded,
    knowsWord: (word) => knows.includes(word),
    embed(text) {
      embedded.push(text);
      const sum = new Float32Array(FAKE_DIMENSION);
      for (const { term } of queryTokens(text)) direction(term).forEach((x, i) => sum[i]! += x);
      const length = Math.hypot(...sum) || 1;
      return Promise.resolve(sum.map((x) => x / length));
    },
  };
}

/**
 * A reader that counts shared words: a passage answers as far as it holds the question's topical words, and supports
 * a claim as far as it holds the claim's. Its answer is the first word that both share.
 */
export function fakeReader(sha256 = "e".repeat(64)): Reader {
  return {
    id: "fake-reader",
    sha256,
    read(asked, { text }) {
      const wanted = new Set(queryTokens(asked).map(({ term }) => term));
      const shared = tokenize(text).filter(({ term }) => wanted.has(term));
      const share = new Set(shared.map(({ term }) => term)).size / Math.max(1, wanted.size);
      const [first] = shared;
      return Promise.resolve({
        answerable: share,
        support: share,
        partly: share > 0 && share < 1 ? 1 : 0,
        answer: first === undefined ? null : { start: first.start, end: first.end, score: share },
        words: shared.map(({ start, end }) => ({ start, end, weight: 1 / shared.length })),
      });
    },
  };
}

function direction(term: string): Float32Array {
  let seed = 7;
  for (const c of term) seed = (Math.imul(seed, 31) + c.codePointAt(0)!) | 0;
  const random = randomFrom(seed);
  return Float32Array.from({ length: FAKE_DIMENSION }, () => random() - 0.5);
}

/** Files of a folder: path to Markdown. */
export type Files = Readonly<Record<string, string>>;

/** What `readFolder` would give for the files. */
export async function* entriesOf(files: Files): AsyncGenerator<FolderEntry> {
  for (const [path, raw] of Object.entries(files)) {
    const hash = await sha256Hex(raw);
    yield { kind: "document" as const, path, hash, read: () => readMarkdown(raw) };
  }
}

/** The index records of the files. */
export async function recordsOf(files: Files, embedder: Embedder): Promise<IndexedDocument[]> {
  const records: IndexedDocument[] = [];
  const sink: PackSink = {
    get chunks() {
      return records.reduce((sum, record) => sum + record.chunks.length, 0);
    },
    add: (record) => void records.push(record),
    finish: () => "0".repeat(64),
    abandon: () => {},
  };
  await ingest("files", entriesOf(files), { embedder, previous: [], open: () => sink });
  return records;
}

/** A library over one fake pack of the files. */
export async function fakeLibrary(files: Files, embedder: Embedder = fakeEmbedder()): Promise<Library> {
  return new Library([fakePack("fake", await recordsOf(files, embedder))], embedder);
}

/** The records as an open pack. */
export function fakePack(id: string, records: readonly IndexedDocument[]): Pack {
  const documents = records.map((record) => documentOf(id, record));
  const chunks = records.flatMap((record, d) => record.chunks.map((chunk) => ({ ...chunk, d })));
  const terms = chunks.map((chunk): ChunkTerms => ({
    title: split(chunk.terms.title),
    headings: split(chunk.terms.headings),
    body: split(chunk.terms.body),
  }));
  const held = terms.map(({ title, headings, body }) => new Set([...title, ...headings, ...body]));
  const words = count(records.flatMap(({ title, document }) => {
    return tokenize(`${title}\n${document.text}`).map(({ word }) => word);
  }));
  return {
    info: {
      id,
      title: id,
      hash: "0".repeat(64),
      documents: documents.length,
      chunks: chunks.length,
      encoder: "fake-encoder",
      signed: false,
    },
    chunkCount: chunks.length,
    meanLength: chunks.length === 0
      ? 0
      : terms.reduce((sum, { body }) => sum + body.length, 0) / terms.length,
    document: (wanted) => documents.find((document) => document.id === wanted) ?? null,
    documents: () => documents.map(headOf),
    chunk(n) {
      const chunk = chunks[n];
      if (chunk === undefined) throw new RangeError(`Cannot read chunk ${n} as ${id} has ${chunks.length}`);
      const { start, end, headings, d } = chunk;
      return { n, documentId: documents[d]!.id, start, end, headings };
    },
    terms: (n) => terms[n]!,
    spans: (n) => chunks[n]!.spans.map((span) => ({ ...span, chunk: n })),
    lexical(wanted, limit, only) {
      const matches = held.map((set) => wanted.filter((term) => set.has(term)).length);
      return matches.map((_, n) => n)
        .filter((n) => matches[n]! > 0 && only?.has(n) !== false)
        .sort((a, b) => matches[b]! - matches[a]! || a - b)
        .slice(0, limit);
    },
    vectors: () => Int8Array.from(chunks.flatMap((chunk) => [...chunk.vector])),
    vocabulary: () => count(held.flatMap((set) => [...set])),
    words: () => words,
    waypoints: () =>
      records.flatMap((record, d) =>
        record.waypoints.map((row) => ({
          ...row,
          trail: record.document.metadata.trail ?? "",
          documentId: documents[d]!.id,
        }))
      ),
    close: () => {},
  };
}

function documentOf(pack: string, { path, title, document }: IndexedDocument): Document {
  const { text, blocks, metadata } = document;
  return {
    ...metadata,
    id: `${pack}/${path.replace(/\.[^./]+$/, "")}`,
    pack,
    title,
    text,
    blocks: [...blocks],
    perishable: [...metadata.perishable],
    aliases: [...metadata.aliases],
  };
}

const headOf = ({ text: _text, blocks: _blocks, ...head }: Document): DocumentHead => head;

const split = (terms: string) => (terms === "" ? [] : terms.split(" "));

function count(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
