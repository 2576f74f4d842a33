/**
 * Sentence boundaries with exact offsets.
 * @module
 */

/** A half-open range of UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

import { STOPWORDS } from "./stopwords.ts";

/** Words that end in a full stop without ending a sentence (compared in lower case). */
const ABBREVIATIONS = new Set([
  "mt",
  "st",
  "dr",
  "mr",
  "mrs",
  "ms",
  "no",
  "vs",
  "e.g",
  "i.e",
  "etc",
  "approx",
  "ft",
  "mi",
  "in",
  "lb",
  "oz",
  "fig",
  "jan",
  "feb",
  "mar",
  "apr",
  "jun",
  "jul",
  "aug",
  "sep",
  "sept",
  "oct",
  "nov",
  "dec",
  "a.m",
  "p.m",
  "ca",
  "cf",
  "al",
  "jr",
  "sr",
  "col",
  "gen",
  "prof",
  "inc",
  "ltd",
  "co",
  "ave",
  "rd",
  "hwy",
  "rt",
  "min",
  "max",
  "sec",
  "hr",
  "hrs",
]);

/** Units and "no." end a sentence when the next one starts with a capital letter; titles never do. */
const CAN_END = new Set([
  "ft",
  "mi",
  "in",
  "lb",
  "oz",
  "etc",
  "a.m",
  "p.m",
  "min",
  "max",
  "sec",
  "hr",
  "hrs",
  "no",
  "ave",
  "rd",
  "inc",
  "ltd",
  "co",
  "jr",
  "sr",
]);

/** Names that go on with a capital letter ("the U.S. Forest Service"): they end a sentence only before a common word. */
const NAMES = new Set(["u.s", "u.s.a", "u.k"]);

/**
 * Sentences of `text` between `from` and `to`, trimmed of outer whitespace, in order. A line feed
 * pair always ends a sentence.
 *
 * @example
 * ```ts
 * import { sentences } from "./sentences.ts";
 * const text = "Mt. Whitney is 14,505 ft high. Start early!";
 * const first = sentences(text)[0]!;
 * if (text.slice(first.start, first.end) !== "Mt. Whitney is 14,505 ft high.") throw new Error("wrong boundary");
 * ```
 */
export function sentences(text: string, from = 0, to = text.length): Range[] {
  const found: Range[] = [];
  let start = from;
  const push = (end: number) => {
    const range = trimRange(text, start, end);
    if (range.end > range.start) found.push(range);
    start = end;
  };
  const boundary = /\n\s*\n|[.!?…]+["'”’)\]]*(?=\s|$)/g;
  boundary.lastIndex = from;
  for (let match = boundary.exec(text); match !== null && match.index < to; match = boundary.exec(text)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith("\n") || endsSentence(text, match.index, end, to)) push(Math.min(end, to));
  }
  push(to);
  return found;
}

/** The range without whitespace at its ends. */
export function trimRange(text: string, start: number, end: number): Range {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

function endsSentence(text: string, mark: number, end: number, to: number): boolean {
  if (text[mark] !== ".") return true;
  const next = text.slice(end, Math.min(to, end + 40)).trimStart();
  if (next === "") return true;
  if (/^\p{Ll}/u.test(next)) return false;
  const word = /([\p{L}][\p{L}.]*)$/u.exec(text.slice(Math.max(0, mark - 20), mark))?.[1];
  if (word === undefined) return true;
  const known = word.toLowerCase();
  if (/^\p{Lu}$/u.test(word)) return false;
  if (NAMES.has(known)) return STOPWORDS.has(/[\p{L}']+/u.exec(next)?.[0].toLowerCase() ?? "");
  if (!ABBREVIATIONS.has(known)) return true;
  return CAN_END.has(known) && /^["“‘(]?\p{Lu}/u.test(next);
}
