/**
 * Words that say how far something holds: must and may, always and sometimes, all and some.
 * @module
 */
import type { Finding } from "./finding.ts";
import { governed, isNegation, type Word } from "./wording.ts";

/** Scales from the weakest to the strongest; words of one step say much the same. */
const SCALES = [
  "may might could optional/should recommended/must shall required mandatory",
  "may might could/will",
  "rarely seldom/sometimes occasionally/often usually normally generally frequently mostly/always",
  "few/some several many/most/all every each",
].map((scale) => scale.split("/").map((step) => step.split(" ")));

/** Steps of the scales that are apart enough to matter: a claim may say less by one step, and never more. */
export function strength(claim: readonly Word[], sentence: readonly Word[]): Finding[] {
  return claim.flatMap((word, i): Finding[] => {
    const what = governed(claim, i);
    if (what === null || isWeakened(claim, i)) return [];
    for (const scale of SCALES) {
      const mine = stepOf(scale, word.word);
      if (mine < 0) continue;
      const theirs = sentence.flatMap((other, j) => {
        const step = stepOf(scale, other.word);
        return step >= 0 && !isWeakened(sentence, j) && governed(sentence, j)?.term === what.term
          ? [step]
          : [];
      });
      if (theirs.length > 0 && theirs.every((step) => mine > step || step - mine > 1)) {
        return [{ rule: "strength", start: word.start, end: word.end }];
      }
    }
    return [];
  });
}

const stepOf = (scale: readonly (readonly string[])[], word: string) =>
  scale.findIndex((step) => step.includes(word));

/** "Nearly all", "not always": another strength than the word's own, and no scale says which. */
function isWeakened(words: readonly Word[], i: number): boolean {
  if (/^(?:nearly|almost|virtually)$/.test(words[i - 1]?.word ?? "")) return true;
  return words.some((word) => isNegation(word) && word.clause === words[i]!.clause);
}
