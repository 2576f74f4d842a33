/**
 * BM25 over three weighted fields (Robertson and Zaragoza 2009, "The Probabilistic Relevance
 * Framework", BM25F): the weighted term counts of the fields are summed before saturation.
 * @module
 */
import type { ChunkTerms } from "../ports.ts";

/** Tunables of the lexical score; values as chosen in docs/evaluation.md. */
export interface Bm25Params {
  /** Saturation of repeated terms, 0 to 3. */
  readonly k1: number;
  /** How much long passages are discounted, 0 to 1. */
  readonly b: number;
  readonly titleWeight: number;
  readonly headingsWeight: number;
}

export const BM25: Bm25Params = { k1: 1.2, b: 0.75, titleWeight: 1, headingsWeight: 1.5 };

/** Statistics of everything that is searched together. */
export interface Corpus {
  readonly chunks: number;
  readonly meanLength: number;
  documentFrequency(term: string): number;
}

/** Inverse document frequency, never negative. A term that occurs nowhere has the largest. */
export function idf(corpus: Corpus, term: string): number {
  const df = corpus.documentFrequency(term);
  return Math.log(1 + (corpus.chunks - df + 0.5) / (df + 0.5));
}

/** The score of a passage that would be nothing but the query: what a raw score can be compared with. */
export function bm25Ceiling(corpus: Corpus, terms: readonly string[], params = BM25): number {
  return terms.reduce((sum, term) => sum + idf(corpus, term) * (params.k1 + 1), 0);
}

/** Raw BM25 of one passage; 0 when no term occurs in it. */
export function bm25(corpus: Corpus, terms: readonly string[], chunk: ChunkTerms, params = BM25): number {
  const { k1, b, titleWeight, headingsWeight } = params;
  const norm = k1 * (1 - b + b * chunk.body.length / (corpus.meanLength || 1));
  let score = 0;
  for (const term of terms) {
    const tf = count(chunk.body, term) + headingsWeight * count(chunk.headings, term) +
      titleWeight * count(chunk.title, term);
    if (tf > 0) score += idf(corpus, term) * tf * (k1 + 1) / (tf + norm);
  }
  return score;
}

function count(terms: readonly string[], term: string): number {
  let n = 0;
  for (const other of terms) if (other === term) n++;
  return n;
}
