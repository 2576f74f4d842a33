/**
 * Reading the passages that search brought up, and ranking them by what was read.
 * @module
 */
import type { Library } from "../corpus/library.ts";
import type { Reader } from "../ports.ts";
import { logOdds } from "../math/statistics.ts";
import type { Hit, Retrieval } from "../records.ts";

/** Tunables of the reading; values as chosen in docs/evaluation.md. */
export const READ = {
  /** Passages read of those that search brought up. */
  depth: 8,
  /** Weight of the reader's log-odds beside the fused score. */
  weight: 0.12,
} as const;

/**
 * Reads the first passages and puts them in the order of fused score and reading; the others follow as they were.
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
    const document = library.document(hit.chunk.documentId);
    const text = document?.text.slice(hit.chunk.start, hit.chunk.end) ?? "";
    const title = [hit.head.title, ...hit.chunk.headings].join(" > ");
    read.push({ ...hit, reading: await reader.read(asked, { title, text }) });
  }
  read.sort((a, b) => standing(b) - standing(a));
  return { ...retrieval, hits: [...read, ...retrieval.hits.slice(depth)] };
}

/** Fused score and log-odds of the reading together. */
function standing({ fused, reading }: Hit): number {
  return fused + READ.weight * (reading === null ? 0 : logOdds(reading.answerable));
}
