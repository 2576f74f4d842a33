/**
 * Passages as the reader sees them, and where in one its reading says the answer stands.
 * @module
 */
import type { Hit } from "../records.ts";

/** What the reader is told a passage stands under: its document's title and its headings. */
export function titleOf({ head, chunk }: Pick<Hit, "head" | "chunk">): string {
  return [head.title, ...chunk.headings].join(" > ");
}

/** The share of a reading's weight that falls on a stretch of the document: how much of the answer stands there. */
export function weightIn(hit: Hit, range: { readonly start: number; readonly end: number }): number {
  if (hit.reading === null) return 0;
  const from = range.start - hit.chunk.start;
  const to = range.end - hit.chunk.start;
  return hit.reading.words.reduce(
    (sum, word) => word.start >= from && word.end <= to ? sum + word.weight : sum,
    0,
  );
}
