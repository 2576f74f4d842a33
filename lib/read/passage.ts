/**
 * Reading a passage of any length for the words that answer a question.
 * @module
 */
import type { Reader, Reading } from "../ports.ts";
import type { Range } from "../text/sentences.ts";
import { sentences } from "../text/sentences.ts";

/** Longest window in words; about 230 tokens, so that a long question still fits beside it. */
const WINDOW_WORDS = 165;

/** The window that speaks for the passage, with ranges in the whole text. */
export interface PassageReading {
  readonly window: Range;
  readonly answerable: number;
  readonly answer: Range | null;
}

/** Reads a text window by window; the one likeliest to answer speaks for it. */
export async function readPassage(
  reader: Reader,
  question: string,
  title: string,
  text: string,
): Promise<PassageReading> {
  let best: { window: Range; reading: Reading } | null = null;
  for (const window of windowsOf(text)) {
    const reading = await reader.read(question, { title, text: text.slice(window.start, window.end) });
    if (best === null || reading.answerable > best.reading.answerable) best = { window, reading };
  }
  if (best === null) return { window: { start: 0, end: text.length }, answerable: 0, answer: null };
  const { window, reading: { answerable, answer } } = best;
  return {
    window,
    answerable,
    answer: answer && { start: window.start + answer.start, end: window.start + answer.end },
  };
}

/** Runs of whole sentences, each overlapping the one before by a sentence; a longer sentence is cut. */
export function windowsOf(text: string): Range[] {
  const all = sentences(text).flatMap((sentence) => cut(text, sentence));
  const sizes = all.map(({ start, end }) => text.slice(start, end).split(/\s+/).length);
  const found: Range[] = [];
  for (let first = 0; first < all.length;) {
    let last = first;
    let words = sizes[first]!;
    while (last + 1 < all.length && words + sizes[last + 1]! <= WINDOW_WORDS) words += sizes[++last]!;
    found.push({ start: all[first]!.start, end: all[last]!.end });
    if (last === all.length - 1) break;
    first = Math.max(first + 1, last);
  }
  return found;
}

/** A list without full stops is one long sentence: pieces of it that the reader can see whole. */
function cut(text: string, { start, end }: Range): Range[] {
  const words = [...text.slice(start, end).matchAll(/\S+/g)];
  const pieces: Range[] = [];
  for (let i = 0; i < words.length; i += WINDOW_WORDS) {
    const last = words[Math.min(words.length, i + WINDOW_WORDS) - 1]!;
    pieces.push({ start: start + words[i]!.index, end: start + last.index + last[0].length });
  }
  return pieces;
}
