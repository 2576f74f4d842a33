/**
 * Cutting long evidence down to what a claim is about.
 *
 * Mirrors `models/training/reader/windows.py`, so that the reader sees in use what it saw in training.
 * @module
 */
import type { Range } from "../text/sentences.ts";

/** Longest window in tokens, by `tokensOf`. */
export const WINDOW_TOKENS = 210;

const STOP = new Set(
  "the a an of to in and is was for on that with as by at from it its be are were this which or has had have not"
    .split(" "),
);

/** A sentence of the evidence and where it stands: which piece of evidence and which range of it. */
export interface Part extends Range {
  readonly piece: number;
  readonly text: string;
}

/** Evidence as parts: a list is taken as it is, a text is cut at sentence ends and line breaks. */
export function partsOf(evidence: string | readonly string[]): Part[] {
  if (typeof evidence !== "string") {
    return evidence.map((text, piece) => ({ piece, text, start: 0, end: text.length }));
  }
  const parts: Part[] = [];
  let start = 0;
  const close = (end: number) => {
    const text = evidence.slice(start, end);
    if (text.trim() !== "") parts.push({ piece: 0, text, start, end });
  };
  for (const { 0: gap, index } of evidence.matchAll(/(?<=[.!?])\s+|\n+/g)) {
    close(index);
    start = index + gap.length;
  }
  close(evidence.length);
  return parts;
}

/** About how many tokens a text has. */
export function tokensOf(text: string): number {
  return 1.35 * (text.match(/\S+/g)?.length ?? 0) + 1;
}

/** The parts that share most with the claim, in reading order, together at most `budget` tokens long. */
export function window(claim: string, parts: readonly Part[], budget = WINDOW_TOKENS): Part[] {
  const sizes = parts.map(({ text }) => tokensOf(text));
  if (sizes.reduce((a, b) => a + b, 0) <= budget) return [...parts];
  const asked = wordsOf(claim);
  const held = parts.map(({ text }) => wordsOf(text));
  const frequency = new Map<string, number>();
  for (const words of held) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const scores = held.map((words) =>
    [...asked].reduce(
      (sum, word) => words.has(word) ? sum + Math.log(1 + parts.length / frequency.get(word)!) : sum,
      0,
    )
  );
  const order = parts.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const kept: number[] = [];
  let used = 0;
  for (const i of order) {
    if (kept.length > 0 && used + sizes[i]! > budget) continue;
    kept.push(i);
    used += sizes[i]!;
    if (used > 0.9 * budget) break;
  }
  return kept.sort((a, b) => a - b).map((i) => parts[i]!);
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return new Set(words.filter((word) => !STOP.has(word)));
}
