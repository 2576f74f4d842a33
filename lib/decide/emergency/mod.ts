/**
 * Is somebody's life at risk now? Decided by wording alone, in microseconds, with no model.
 * @module
 */
import { type Doubt, doubtOf } from "./not_now.ts";
import { type Rule, RULES } from "./rules.ts";
import { plainWording } from "./wording.ts";

/** The card to show and the words that called for it. */
export interface Emergency {
  readonly card: string;
  readonly because: string;
}

/**
 * The emergency card that a message calls for, or null.
 *
 * @param isWord knows everyday words, so that they are not taken for misspelt ones
 */
export function emergencyCard(question: string, isWord: (word: string) => boolean): Emergency | null {
  const plain = plainWording(question, isWord);
  const doubt = doubtOf(plain);
  for (const rule of RULES) {
    const words = matches(rule, plain, doubt);
    if (words !== null) return { card: rule.card, because: words };
  }
  return null;
}

/** Certain doubt silences every rule ("how do I avoid choking"); some doubt leaves the sure ones. */
function matches(rule: Rule, plain: string, doubt: Doubt): string | null {
  if (doubt === "certain") return null;
  const sure = rule.sure?.exec(plain);
  if (sure != null) return sure[0];
  if (doubt === "some") return null;
  const likely = rule.likely?.exec(plain);
  if (likely == null || (rule.with !== undefined && !rule.with.test(plain))) return null;
  return likely[0];
}
