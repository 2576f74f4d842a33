/**
 * The records that stages hand to each other. No behaviour.
 * @module
 */
import type { Chunk, DocumentHead, Pack, Reading, Span } from "./ports.ts";
import type { Answer, Block, Perishable, Risk } from "./schema.ts";
import type { Range } from "./text/sentences.ts";

/** Metadata of a document; everything is optional in the file and null or empty here. */
export interface Metadata {
  readonly title: string | null;
  readonly source: string | null;
  readonly licence: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly asOf: string | null;
  readonly topic: string | null;
  readonly risk: Risk | null;
  readonly perishable: readonly Perishable[];
  readonly trail: string | null;
  readonly aliases: readonly string[];
  readonly card: string | null;
  readonly summary: string | null;
}

/** A recorded line: latitude, longitude (degrees, WGS84) and elevation (metres or NaN) per point. */
export interface Track {
  readonly name: string | null;
  readonly points: Float64Array;
}

/** A document as read from a file, before it belongs to a pack. */
export interface SourceDocument {
  readonly metadata: Metadata;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly tracks: readonly Track[];
}

export const NO_METADATA: Metadata = {
  title: null,
  source: null,
  licence: null,
  asOf: null,
  topic: null,
  risk: null,
  perishable: [],
  trail: null,
  aliases: [],
  card: null,
  summary: null,
};

/** A file that may become a document, before anybody reads what is in it. */
export type FolderEntry =
  | {
    readonly kind: "document";
    readonly path: string;
    /** sha256 of what the document is made from, hex. */
    readonly hash: string;
    /** @throws {MalformedFileError} */
    read(): SourceDocument | Promise<SourceDocument>;
  }
  | { readonly kind: "ignored"; readonly path: string };

/** A file that was left out, with its place and reason. */
export interface Skipped {
  readonly path: string;
  readonly line: number | null;
  readonly problem: string;
}

/** A table header is kept apart: it explains rows but answers nothing itself. */
export type SpanKind = "sentence" | "item" | "header" | "row";

/** The smallest piece that is never cut. */
export interface Unit extends Range {
  readonly kind: SpanKind;
}

/** A passage: `text.slice(start, end)`, under `headings` (outermost first, the title left out). */
export interface Passage extends Range {
  readonly headings: readonly string[];
  readonly units: readonly Unit[];
}

/** A table row that is a waypoint; its range is the row, so that a fact can cite it. */
export interface WaypointRow {
  readonly order: number;
  readonly name: string;
  readonly miles: number | null;
  readonly elevationFeet: number | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly water: string | null;
  readonly camp: string | null;
  readonly start: number;
  readonly end: number;
}

/** The three fields of the lexical index, as space-joined normalised terms. */
export interface TermFields {
  readonly title: string;
  readonly headings: string;
  readonly body: string;
}

export interface IndexedSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: SpanKind;
  readonly vector: Int8Array;
}

export interface IndexedChunk {
  readonly start: number;
  readonly end: number;
  readonly headings: readonly string[];
  readonly terms: TermFields;
  readonly vector: Int8Array;
  readonly spans: readonly IndexedSpan[];
}

export interface IndexedDocument {
  readonly path: string;
  /** sha256 of the file, hex: equal files are not encoded again. */
  readonly hash: string;
  readonly title: string;
  readonly document: SourceDocument;
  readonly waypoints: readonly WaypointRow[];
  readonly chunks: readonly IndexedChunk[];
}

/** A passage of one of the open packs. */
export interface PassageRef {
  readonly pack: Pack;
  readonly chunk: Chunk;
  readonly head: DocumentHead;
}

/** A sentence and what it is about: the title of the document it stands in. */
export interface Statement {
  readonly text: string;
  readonly about: string;
}

/** A question on its way, with what earlier questions settled. */
export interface Question {
  readonly text: string;
  /** A trail that an earlier question was about; one named in the text wins. */
  readonly trail: string | null;
  /** The asker has said that nobody is in danger: no card is shown. */
  readonly calm?: boolean;
}

/** A question with what came of it, and when. */
export interface AnsweredQuestion {
  readonly question: Question;
  /** Packs that were chosen; null when all were. */
  readonly packs: readonly string[] | null;
  /** ISO date on which it was answered. */
  readonly today: string;
  /** sha256 of the fitted decision and emergency head. */
  readonly fittedSha256: string;
  readonly answer: Answer;
}

/** A term of the question that carries its topic. */
export interface QueryTerm {
  readonly typed: string;
  readonly word: string;
  readonly term: string;
  readonly df: number;
}

/** A sentence, step or row of a hit and its cosine with the question. */
export interface ScoredSpan extends Omit<Span, "vector"> {
  readonly cosine: number;
}

/** A passage with its raw scores; nothing is normalised by the best hit of the list. */
export interface Hit extends PassageRef {
  /** BM25; 0 when no term matched. */
  readonly lexical: number;
  /** BM25 as a share of what the question's known terms could reach at most. */
  readonly lexicalShare: number;
  readonly dense: number;
  /** Best first; empty unless the mode is full. */
  readonly spans: readonly ScoredSpan[];
  readonly fused: number;
  /** What the reader found; null until it was read. */
  readonly reading: Reading | null;
}

export interface Retrieval {
  /** The question with its typos repaired. */
  readonly question: string;
  readonly terms: readonly QueryTerm[];
  readonly vector: Float32Array;
  readonly hits: readonly Hit[];
}
