/**
 * Reading what would be quoted by itself, away from the passage around it.
 * @module
 */
import { titleOf } from "../corpus/reading.ts";
import { logOdds } from "../math/statistics.ts";
import type { Reader } from "../ports.ts";
import { isWithin, type Quotable, whole } from "./quote.ts";

/** Tunables; values as chosen in docs/evaluation.md. */
export const READ_QUOTES = {
  /** Quotes that are read. */
  count: 2,
  /** Weight of their log-odds beside their score. */
  weight: 0.2,
  /** One that answers less likely than this is not quoted at all beside one that was put before it. */
  least: 0.1,
} as const;

/** What may be quoted, best first. */
export interface ReadQuotes {
  readonly ranked: readonly Quotable[];
  /** Probability, by the reader, that the first of them answers by itself; null when there is none. */
  readonly answerable: number | null;
}

/** Reads the best quotes and puts the one first that answers likeliest by itself; the others follow as they were. */
export async function readQuotes(
  reader: Reader,
  asked: string,
  ranked: readonly Quotable[],
): Promise<ReadQuotes> {
  const read: { one: Quotable; shown: ReturnType<typeof whole>; answerable: number }[] = [];
  for (const one of ranked) {
    if (read.length === READ_QUOTES.count) break;
    if (read.some((other) => isWithin(one, other.one, other.shown))) continue;
    const shown = whole(one);
    const text = shown.map(({ start, end }) => one.document.text.slice(start, end)).join(" ");
    read.push({
      one,
      shown,
      answerable: (await reader.read(asked, { title: titleOf(one.hit), text })).answerable,
    });
  }
  const standing = ({ one, answerable }: typeof read[number]) =>
    one.score + READ_QUOTES.weight * logOdds(answerable);
  const [best] = read.toSorted((a, b) => standing(b) - standing(a));
  if (best === undefined) return { ranked, answerable: null };
  const refuted = read.filter(({ answerable }) => answerable < READ_QUOTES.least).map(({ one }) => one);
  return {
    ranked: [best.one, ...ranked.filter((one) => one !== best.one && !refuted.includes(one))],
    answerable: best.answerable,
  };
}
