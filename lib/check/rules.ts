/**
 * What can be told without a model: numbers, names and small words of a claim against its evidence.
 *
 * The reader is weak at exactly these; a claim that fails one is never called supported, but for names: evidence names things by other
 * names too often for that.
 * @module
 */
import { bounds } from "./bounds.ts";
import type { Finding } from "./finding.ts";
import { names } from "./names.ts";
import { negation } from "./negation.ts";
import { numbers } from "./numbers.ts";
import { strength } from "./strength.ts";
import { swapped } from "./swapped.ts";
import { turned } from "./turned.ts";
import { nearest, wordsOf } from "./wording.ts";

export type { Finding, Rule } from "./finding.ts";

/** Share of the claim's topical words that a sentence must hold for the claim to repeat it. */
const REPEATS = { number: 0.8, negation: 0.8, opposite: 0.6, strength: 0.6 } as const;

/** Everything in `claim` that `evidence` contradicts or lacks by rule, in order; no word is found twice. */
export function findings(claim: string, evidence: string): Finding[] {
  const plain = withoutMarks(evidence);
  const found = [
    ...counted(claim, plain),
    ...bounds(claim, plain),
    ...names(claim, plain),
    ...repeated(claim, plain),
  ];
  return found.filter((one, i) =>
    !found.slice(0, i).some((other) => other.start <= one.start && one.end <= other.end)
  )
    .sort((a, b) => a.start - b.start);
}

/** Two is mostly counted from what is named: a claim may say it unless a sentence that it repeats says otherwise. */
function counted(claim: string, evidence: string): Finding[] {
  return numbers(claim, evidence).filter(({ start, end }) => !/^two$/i.test(claim.slice(start, end)));
}

/** The numbers of list steps are no numbers of the text. */
const withoutMarks = (text: string) =>
  text.replace(/(?<=^|[.!?:]\s|\n\s*)\d{1,2}[.)](?=\s)/g, (mark) => " ".repeat(mark.length));

/** What differs from the sentence that the claim repeats; of several that are as near, from the likest. */
function repeated(claim: string, evidence: string): Finding[] {
  const mine = wordsOf(claim);
  const all = wordsOf(evidence);
  const { share, sentences } = nearest(mine, evidence);
  const found = sentences.map(({ text, words }) => [
    ...(share >= REPEATS.number ? swapped(claim, text) : []),
    ...(share >= REPEATS.negation ? negation(mine, words) : []),
    ...(share >= REPEATS.opposite ? turned(mine, words, all) : []),
    ...(share >= REPEATS.strength ? strength(mine, words) : []),
  ]);
  return found.sort((a, b) => a.length - b.length)[0] ?? [];
}
