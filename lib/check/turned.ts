/**
 * A claim that repeats a sentence with a word's opposite in it.
 * @module
 */
import type { Finding } from "./finding.ts";
import { oppositesOf } from "./opposites.ts";
import { isNegated, isTopical, type Word } from "./wording.ts";

/** Words of the claim whose opposite stands in the sentence that the claim repeats, and which the evidence never says. */
export function turned(
  claim: readonly Word[],
  sentence: readonly Word[],
  evidence: readonly Word[],
): Finding[] {
  const said = new Set(evidence.map(({ term }) => term));
  const saidHere = new Set(claim.map(({ term }) => term));
  const numbers = claim.filter(({ word }) => /^\d/.test(word));
  return claim.flatMap((mine): Finding[] => {
    const { term, start, end } = mine;
    const opposites = oppositesOf(term);
    if (opposites.length === 0 || said.has(term)) return [];
    // "Not safe" and "dangerous" are the same.
    const there = sentence.filter((word) =>
      opposites.includes(word.term) && !saidHere.has(word.term) &&
      isNegated(claim, mine) === isNegated(sentence, word) &&
      !isComparedBack(claim, mine, sentence, word)
    );
    // "3 minutes above 6,500 ft, else 1 minute" says the same as "1 minute below 6,500 ft".
    const speaksOfIt = there.some(({ clause }) =>
      numbers.every((number) =>
        !sentence.some((word) => word.term === number.term) ||
        sentence.some((word) => word.term === number.term && word.clause === clause)
      )
    );
    return speaksOfIt ? [{ rule: "opposite", start, end }] : [];
  });
}

/** "Plants have fewer than animals" is "animals have more than plants". */
function isComparedBack(
  claim: readonly Word[],
  mine: Word,
  sentence: readonly Word[],
  theirs: Word,
): boolean {
  const after = sentence.slice(
    sentence.findIndex(({ word, start }) => word === "than" && start > theirs.start),
  );
  if (after[0]?.word !== "than" || !claim.some(({ word, start }) => word === "than" && start > mine.start)) {
    return false;
  }
  const before = claim.filter((word) => word.start < mine.start && isTopical(word));
  return before.some(({ term }) => after.some((word) => word.term === term));
}
