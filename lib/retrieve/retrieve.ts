/**
 * From a question to the passages that may answer it, with raw scores.
 * @module
 */
import { cosineAt, topK } from "../math/vector.ts";
import type { Embedder } from "../ports.ts";
import { bm25, bm25Ceiling } from "../corpus/bm25.ts";
import type { Library } from "../corpus/library.ts";
import type { Hit, PassageRef, QueryTerm, Retrieval } from "../records.ts";
import { quantityTerms, queryTokens } from "../text/tokens.ts";

/** Which scores rank; `full` adds the sentences' vectors and is what `ask` uses. */
export type Mode = "full" | "hybrid" | "lexical" | "dense";

/** Tunables of the fusion; values as chosen in docs/evaluation.md. */
export const RETRIEVE = {
  /** Candidates taken from each retriever. */
  depth: 50,
  /** Hits kept. */
  keep: 24,
  /** Weight of BM25 as a share of its ceiling, beside the cosine. */
  lexicalWeight: 0.5,
  /** Weight of the best sentence's cosine, in full mode. */
  spanWeight: 0.5,
} as const;

/** Narrows the search. */
export interface RetrieveOptions {
  readonly mode?: Mode;
  readonly keep?: number;
  /** Only passages of documents for which this holds. */
  readonly only?: (documentId: string) => boolean;
}

/** The question's topical terms and its text with typos repaired from the packs' own words. */
export function readQuestion(library: Library, question: string): { terms: QueryTerm[]; repaired: string } {
  let repaired = question;
  let shift = 0;
  const terms = queryTokens(question).map((token): QueryTerm => {
    const word = library.repair(token.word) ?? token.word;
    if (word !== token.word) {
      repaired = repaired.slice(0, token.start + shift) + word + repaired.slice(token.end + shift);
      shift += word.length - (token.end - token.start);
    }
    const term = word === token.word ? token.term : queryTokens(word)[0]?.term ?? token.term;
    return { typed: token.word, word, term, df: library.documentFrequency(term) };
  });
  return { terms, repaired };
}

/** Searches all packs of the library as one. */
export async function retrieve(
  library: Library,
  embedder: Embedder,
  question: string,
  options: RetrieveOptions = {},
): Promise<Retrieval> {
  const { mode = "full", keep = RETRIEVE.keep } = options;
  const { terms, repaired } = readQuestion(library, question);
  const searched = [...terms.map((term) => term.term), ...quantityTerms(repaired)]
    .filter((term) => library.documentFrequency(term) > 0);
  const vector = await embedder.embed(repaired);
  const ceiling = bm25Ceiling(library, searched) || 1;
  const depth = Math.max(RETRIEVE.depth, keep);
  const hits: Hit[] = [];
  for (const pack of library.packs) {
    const allowed = options.only === undefined ? undefined : allowedChunks(pack, options.only);
    const candidates = new Set<number>();
    const cosines = denseScores(pack.vectors(), vector, pack.chunkCount, allowed);
    if (mode !== "dense") pack.lexical(searched, depth, allowed).forEach((n) => candidates.add(n));
    if (mode !== "lexical") {
      topK(cosines, depth).forEach(({ index, score }) => score > -1 && candidates.add(index));
    }
    for (const n of candidates) {
      const passage = library.passage(pack, n);
      const lexical = bm25(library, searched, library.terms(passage));
      hits.push(
        score({ ...passage, lexical, lexicalShare: lexical / ceiling, dense: cosines[n]! }, mode, vector),
      );
    }
  }
  hits.sort((a, b) =>
    b.fused - a.fused || a.chunk.documentId.localeCompare(b.chunk.documentId) || a.chunk.n - b.chunk.n
  );
  return { question: repaired, terms, vector, hits: hits.slice(0, keep) };
}

function score(hit: Omit<Hit, "spans" | "fused" | "reading">, mode: Mode, vector: Float32Array): Hit {
  if (mode === "lexical") return { ...hit, spans: [], fused: hit.lexical, reading: null };
  if (mode === "dense") return { ...hit, spans: [], fused: hit.dense, reading: null };
  const hybrid = hit.dense + RETRIEVE.lexicalWeight * hit.lexicalShare;
  if (mode === "hybrid") return { ...hit, spans: [], fused: hybrid, reading: null };
  const spans = hit.pack.spans(hit.chunk.n)
    .map(({ vector: v, ...span }) => ({ ...span, cosine: cosineAt(vector, v, 0) }))
    .sort((a, b) => b.cosine - a.cosine);
  return { ...hit, spans, fused: hybrid + RETRIEVE.spanWeight * (spans[0]?.cosine ?? 0), reading: null };
}

function denseScores(
  matrix: Int8Array,
  query: Float32Array,
  rows: number,
  allowed: ReadonlySet<number> | undefined,
): Float32Array {
  const scores = new Float32Array(rows).fill(-2);
  for (let row = 0; row < rows; row++) {
    if (allowed === undefined || allowed.has(row)) scores[row] = cosineAt(query, matrix, row);
  }
  return scores;
}

function allowedChunks(pack: PassageRef["pack"], only: (documentId: string) => boolean): Set<number> {
  const allowed = new Set<number>();
  for (let n = 0; n < pack.chunkCount; n++) if (only(pack.chunk(n).documentId)) allowed.add(n);
  return allowed;
}
