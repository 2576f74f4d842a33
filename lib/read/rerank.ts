/**
 * Reading the passages that search brought up, and ranking them by what was read.
 * @module
 */
import type { Library } from "../corpus/library.ts";
import { titleOf } from "../corpus/reading.ts";
import type { Reader } from "../ports.ts";
import { logOdds } from "../math/statistics.ts";
import type { Hit, Retrieval } from "../records.ts";

/** Tunables of the reading; values as chosen in docs/evaluation.md. */
export const READ = {
  /**
   * Passages read of those that search brought up, at most. On questions of the fit half and of invented guides (2026-11-22, 245 and
   * 150 with an answer), five instead of eight leave the fact in the first passage for 196 and 99 instead of 197 and 100, and in the
   * first four for 230 and 123 instead of 229 and 126. The best of fewer readings tells better whether anything answers (AUROC 0.854
   * and 0.844 instead of 0.835 and 0.833), and a question without an answer costs 4.7 readings instead of 7.4.
   */
  depth: 5,
  /** After this many, one that is likely enough to answer ends the reading. */
  enough: 1,
  /**
   * How likely that is. On the questions that tune (2026-11-21, 123 and 206), 3.7 passages are read instead of 7.9, and the fact is in
   * what is quoted for 100 and 119 of them instead of 98 and 117; with 0.9, 4.9 are read, for 99 and 116.
   */
  sure: 0.8,
  /** Weight of the reader's log-odds beside the fused score. */
  weight: 0.12,
} as const;

/**
 * Reads the first passages and puts them in the order of fused score and reading; the others follow as they were. Reading ends
 * early where a passage surely answers: each costs as much as the search.
 *
 * @param asked the question as the reader sees it, where it needs more than its own words
 */
export async function rerank(
  library: Library,
  reader: Reader,
  retrieval: Retrieval,
  depth: number = READ.depth,
  asked: string = retrieval.question,
): Promise<Retrieval> {
  const read: Hit[] = [];
  for (const hit of retrieval.hits.slice(0, depth)) {
    if (read.length >= READ.enough && read.some(({ reading }) => reading!.answerable >= READ.sure)) break;
    read.push(await readHit(library, reader, hit, asked));
  }
  read.sort((a, b) => standing(b) - standing(a));
  return { ...retrieval, hits: [...read, ...retrieval.hits.slice(read.length)] };
}

/** A passage with what the reader finds in it. */
export async function readHit(library: Library, reader: Reader, hit: Hit, asked: string): Promise<Hit> {
  const document = library.document(hit.chunk.documentId);
  const text = document?.text.slice(hit.chunk.start, hit.chunk.end) ?? "";
  return { ...hit, reading: await reader.read(asked, { title: titleOf(hit), text }) };
}

/** Fused score and log-odds of the reading together. */
function standing({ fused, reading }: Hit): number {
  return fused + READ.weight * (reading === null ? 0 : logOdds(reading.answerable));
}
