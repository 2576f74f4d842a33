/**
 * F1 with abstention as SQuAD 2.0's evaluation counts it: shared words of answers, and silence where there is none.
 * @module
 */
import { highest, someOf } from "./balanced.ts";

/** A question with what was read. */
export interface Tried {
  readonly answerable: boolean;
  /** The accepted answers. */
  readonly answers: readonly string[];
  readonly score: number;
  /** The words that were read as the answer; empty where there are none. */
  readonly answer: string;
}

/** Thresholds that are tried for the best. */
const TRIED = 100;

/** Words in lower case, without ASCII punctuation and articles. */
function wordsOf(text: string): string[] {
  // Articles go as by Python's \b, which takes letters of every script for letters.
  return text.toLowerCase().replace(/[!-/:-@[-`{-~]/g, "")
    .replace(/(?<![\p{L}\p{N}])(?:a|an|the)(?![\p{L}\p{N}])/gu, " ")
    .split(/\p{White_Space}+/u).filter((word) => word !== "");
}

/** F1 of the words of two answers, counted as often as they occur. */
export function f1(a: string, b: string): number {
  const [mine, theirs] = [wordsOf(a), wordsOf(b)];
  if (mine.length === 0 || theirs.length === 0) return mine.length === theirs.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of theirs) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of mine) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared++;
    left.set(word, count - 1);
  }
  return 2 * shared / (mine.length + theirs.length);
}

/** F1 of what is said when nothing is said below the threshold. */
export function f1At({ answerable, answers, score, answer }: Tried, threshold: number): number {
  const said = score >= threshold ? answer : "";
  if (!answerable) return said === "" ? 1 : 0;
  return Math.max(0, ...answers.map((gold) => f1(said, gold)));
}

/** The threshold with the highest mean F1, of about 100 among the scores. */
export function bestF1Threshold(all: readonly Tried[]): number {
  const total = (t: number) => all.reduce((sum, tried) => sum + f1At(tried, t), 0);
  return highest(someOf(all.map(({ score }) => score), TRIED), total);
}
