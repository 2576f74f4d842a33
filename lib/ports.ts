/**
 * What the stages need from the world, as interfaces. Adapters implement them; only the composition
 * root (`wire.ts`) imports adapters.
 * @module
 */
import type {
  Answer,
  AskRequest,
  Check,
  Citation,
  Document,
  Explained,
  IncidentReceipt,
  IncidentReport,
  PackInfo,
  SearchHit,
  Sentence,
} from "./schema.ts";
import type { AnsweredQuestion, IndexedDocument, Question, Skipped } from "./records.ts";

/** Turns text into unit vectors. One text per inference: a score never depends on its neighbours. */
export interface Embedder {
  /** Name of the encoder, e.g. `cairn-minilm-3-int8`. */
  readonly id: string;
  /** sha256 of the weights file, hex. */
  readonly sha256: string;
  readonly dimension: number;
  /** Whether the encoder knows a folded word whole: a dictionary of everyday language. */
  knowsWord(word: string): boolean;
  /** One unit vector of `dimension` numbers. Text past the encoder's window is ignored. */
  embed(text: string): Promise<Float32Array>;
}

/** What one reading of a question or claim beside a passage tells; ranges are UTF-16 offsets in the passage's text. */
export interface Reading {
  /** Probability that the passage answers the question. */
  readonly answerable: number;
  /** Probability that the passage fully supports the claim; 0.5 balances both errors. */
  readonly support: number;
  /** If it does not: probability that it supports a part. */
  readonly partly: number;
  /** The stretch that answers best, and how sure that is; null for an empty passage. */
  readonly answer: { readonly start: number; readonly end: number; readonly score: number } | null;
  /** How much each token's word looks like the answer's first or last; sums to 1. */
  readonly words: readonly { readonly start: number; readonly end: number; readonly weight: number }[];
}

/** Reads a question or claim together with a passage. One pair per inference: a score never depends on its neighbours. */
export interface Reader {
  /** Name of the weights, e.g. `cairn-reader-5-int8`. */
  readonly id: string;
  /** sha256 of the weights file, hex. */
  readonly sha256: string;
  /** Text past the reader's window is ignored; `title` may be empty. */
  read(asked: string, passage: { readonly title: string; readonly text: string }): Promise<Reading>;
}

/** A passage of a pack: a run of whole sentences, steps or rows under one heading. */
export interface Chunk {
  /** Number within its pack, from 0. */
  readonly n: number;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly headings: readonly string[];
}

/** A sentence, list step or table row inside a chunk, with its own vector. */
export interface Span {
  readonly chunk: number;
  readonly start: number;
  readonly end: number;
  readonly kind: "sentence" | "item" | "header" | "row";
  readonly vector: Int8Array;
}

/** A place along a trail, read from a table row of a trail document. */
export interface Waypoint {
  readonly trail: string;
  readonly order: number;
  readonly name: string;
  readonly miles: number | null;
  readonly elevationFeet: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly water: string | null;
  readonly camp: string | null;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
}

/** What a chunk's lexical and dense scores were; null where a retriever did not see it. */
export interface RawScores {
  /** BM25, larger is better. */
  readonly lexical: number | null;
  /** Cosine of the question and the passage. */
  readonly dense: number | null;
}

/** How the lexical index sees a passage: normalised terms by field, in order. */
export interface ChunkTerms {
  readonly title: readonly string[];
  readonly headings: readonly string[];
  readonly body: readonly string[];
}

/** An opened pack. Everything is read-only; a pack is never changed in place. */
export interface Pack {
  readonly info: PackInfo;
  readonly chunkCount: number;
  /** Mean number of body terms of a chunk. */
  readonly meanLength: number;
  document(id: string): Document | null;
  documents(): readonly DocumentHead[];
  /** @throws {RangeError} when the pack has no such chunk */
  chunk(n: number): Chunk;
  terms(chunk: number): ChunkTerms;
  spans(chunk: number): Span[];
  /** Numbers of the chunks that hold any of the terms, likeliest first by FTS5's BM25, at most `limit`. */
  lexical(terms: readonly string[], limit: number, only?: ReadonlySet<number>): number[];
  /** All chunk vectors, row-major int8 (unit vectors × 127), `chunkCount` × the embedder's dimension. */
  vectors(): Int8Array;
  /** In how many chunks each normalised term of the pack occurs. */
  vocabulary(): ReadonlyMap<string, number>;
  /** How often each word occurs, as written (folded): what typos are repaired from. */
  words(): ReadonlyMap<string, number>;
  waypoints(): readonly Waypoint[];
  close(): void;
}

/** A document without its text, as lists show it. */
export type DocumentHead = Omit<Document, "text" | "blocks">;

/** A card's heading line for the emergency page. */
export interface CardHead {
  readonly card: string;
  readonly title: string;
  readonly summary: string | null;
  readonly documentId: string;
}

/** The parts of an answer in the order in which they are known. */
export interface AskListener {
  decision?(decision: Pick<Answer, "outcome" | "reason" | "confidence" | "card">): void;
  passage?(passage: Citation): void;
  sentence?(sentence: Sentence): void;
}

/** What the application offers to every front: shell, HTTP API and page. */
export interface Cairn {
  ask(request: AskRequest, listener?: AskListener): Promise<Answer>;
  /** The answer with the scores and what tipped it. */
  explain(request: AskRequest): Promise<Explained>;
  /** Answers again what is meant already: nothing of earlier questions is looked up. */
  again(question: Question, packs: readonly string[] | null): Promise<Answer>;
  /** Whether the evidence says what a text says, sentence by sentence. */
  check(text: string, evidence: string | readonly string[]): Promise<Check[]>;
  /** What an answer was given to; null when it is no longer known. */
  recall(id: string): AnsweredQuestion | null;
  search(query: string, k: number): Promise<SearchHit[]>;
  packs(): PackInfo[];
  document(id: string): Document | null;
  documents(): DocumentHead[];
  cards(): CardHead[];
  /** Null when a question would be answered, else what is still missing. */
  ready(): { detail: string; progress: number } | null;
}

/** Where a pack under construction goes. Nothing is visible before `finish`. */
export interface PackSink {
  /** Passages added so far. */
  readonly chunks: number;
  add(record: IndexedDocument): void;
  /** Makes the pack durable and visible, and lets it remember what was left out; returns its content hash. */
  finish(skipped: readonly Skipped[]): string;
  abandon(): void;
}

/** An older build of the same pack, from which unchanged files are taken over. */
export interface PackSource {
  readonly fingerprint: string;
  /** Files that it was built without. */
  readonly skipped: readonly Skipped[];
  readonly documents: number;
  /** Whether it was finished; what a killed build left is not. */
  readonly isWhole: boolean;
  /** What was made of the file with that hash, or null when it is new or has changed. */
  record(path: string, hash: string): IndexedDocument | null;
  close(): void;
}

/** Where reports of wrong answers go. */
export interface Incidents {
  /**
   * Keeps a report; null when the answer is not known any more. A second report of the same answer replaces the first, but for
   * the question, which stays once it was let be kept.
   */
  report(report: IncidentReport): Promise<IncidentReceipt | null>;
}

/** Time, so that tests can hold it still. */
export interface Clock {
  /** Today, ISO date. */
  today(): string;
  /** Milliseconds from a fixed point, for durations. */
  now(): number;
}

/** A named pack is not open. */
export class UnknownPackError extends RangeError {
  override readonly name = "UnknownPackError";
}
