/**
 * Two sources that say different things of the same.
 * @module
 */
import { negation } from "./negation.ts";
import { swapped } from "./swapped.ts";
import { overlap, wordsOf } from "./wording.ts";

/**
 * Share of their topical words that two sentences must have in common to speak of the same: of the one that says less, and of the
 * one that says more.
 */
const SAME = { number: [0.6, 0.5], negation: [0.8, 0.6] } as const;

/** What a statement may hang on: said on one side alone, both sides may be right. */
const CONDITION =
  /\b(?:if|when|where|unless|until|except|above|below|before|after|during|in (?:winter|spring|summer|autumn|fall)|for (?:children|adults|groups))\b/gi;

/**
 * Whether one sentence gives another number of the same kind for the same, or denies what the other says. Rules alone, and
 * careful ones: sentences under different conditions do not disagree.
 */
export function disagree(a: string, b: string): boolean {
  if (conditions(a) !== conditions(b)) return false;
  const [first, second] = [withoutMark(a), withoutMark(b)];
  const [mine, theirs] = [wordsOf(first), wordsOf(second)];
  const shares = [overlap(mine, theirs), overlap(theirs, mine)];
  const share = (least: readonly [number, number]) =>
    Math.max(...shares) >= least[0] && Math.min(...shares) >= least[1];
  if (share(SAME.number) && swapped(first, second).length > 0 && swapped(second, first).length > 0) {
    return true;
  }
  return share(SAME.negation) && negation(mine, theirs).length > 0;
}

/** A list step without its number, which counts steps and nothing else. */
const withoutMark = (text: string) => text.replace(/^\s*(?:\d{1,2}[.)]|•)\s+/, "");

function conditions(text: string): string {
  return [...text.matchAll(CONDITION)].map(([word]) => word.toLowerCase()).sort().join(" ");
}
