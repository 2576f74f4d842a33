/**
 * A claim that repeats a sentence of its evidence but for a negation.
 * @module
 */
import type { Finding } from "./finding.ts";
import { governed, isNegation, type Word } from "./wording.ts";

/** "Not only" and "no matter" deny nothing. */
const DENIES_NOTHING = new Set("only just matter doubt necessarily to".split(" "));

/** Words that one of both denies and the other says plainly. */
export function negation(claim: readonly Word[], sentence: readonly Word[]): Finding[] {
  const mine = denied(claim).filter(({ what }) => sentence.some(({ term }) => term === what.term));
  const theirs = denied(sentence).filter(({ what }) => claim.some(({ term }) => term === what.term));
  if (mine.length % 2 === theirs.length % 2) return [];
  for (const { by, what } of mine) {
    if (isPlain(what.term, sentence)) return [{ rule: "negation", start: by.start, end: by.end }];
  }
  for (const { what } of theirs) {
    const said = claim.find(({ term }) => term === what.term)!;
    if (isPlain(what.term, claim)) return [{ rule: "negation", start: said.start, end: said.end }];
  }
  return [];
}

/** Negations and the word that each denies. */
function denied(words: readonly Word[]): { by: Word; what: Word }[] {
  return words.flatMap((by, i) => {
    // "Whether or not" denies nothing either; "no more than" is a bound.
    if (!isNegation(by) || DENIES_NOTHING.has(words[i + 1]?.word ?? "") || words[i - 1]?.word === "or") {
      return [];
    }
    if (words[i + 2]?.word === "than") return [];
    // "Not open until June" does not deny that it opens in June.
    if (words.slice(i).some(({ word }) => word === "until")) return [];
    const what = governed(words, i);
    return what === null ? [] : [{ by, what }];
  });
}

/** Whether a word is said with no negation that may reach it: from before, or from behind as in "soap is not used". */
function isPlain(term: string, words: readonly Word[]): boolean {
  const at = words.findIndex((word) => word.term === term);
  const joined = words.findIndex(({ word }, i) => i > at && (word === "and" || word === "or"));
  return !words.some((word, i) =>
    isNegation(word) &&
    (i < at
      ? word.reach === words[at]!.reach
      : word.clause === words[at]!.clause && (joined < 0 || i < joined))
  );
}
