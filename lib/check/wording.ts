/**
 * A sentence as its words, in clauses, and what its negations and other small words govern.
 * @module
 */
import { STOPWORDS } from "../text/stopwords.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import { oppositesOf } from "./opposites.ts";
import { ONES } from "./written.ts";

/** A word and where it stands, both counted from 0. */
export interface Word extends Token {
  /** Ends at commas too. */
  readonly clause: number;
  /** How far a negation can reach: over the commas of a list, not into another clause. */
  readonly reach: number;
}

const COMMA = /,/;
const BREAK = /[;:()—]|\s[–-]\s/;
const BREAKING = new Set(
  "but although though while whereas because unless if when where which who until before after so".split(" "),
);

/** Words with their clauses: a clause ends at a mark and before a word that begins another. */
export function wordsOf(text: string): Word[] {
  let clause = 0;
  let reach = 0;
  let end = 0;
  return tokenize(text).map((token) => {
    const gap = text.slice(end, token.start);
    const ends = BREAK.test(gap) || BREAKING.has(token.word);
    if (ends) reach++;
    if (ends || COMMA.test(gap)) clause++;
    end = token.end;
    return { ...token, clause, reach };
  });
}

const NEGATION = new Set("not never no none cannot without neither nor avoid".split(" "));

/** Whether a word negates. */
export const isNegation = ({ word }: Token): boolean => NEGATION.has(word) || /n['’]t$/.test(word);

/** Words that a small word is never about; unlike the stopwords, "see" and "go" are not among them. */
const HELPING = new Set(
  `a an the is are was were be been being am do does did have has had will would shall should can could may might must to of
in on at by for from with it its they them their he him his she her you your i my me we our us this that these those there as any
all some each every one also very so just too really always sometimes often usually even still yet`.split(
    /\s+/,
  ),
);

/** The first word after a place, in its clause, that a small word there can be about. */
export function governed(words: readonly Word[], i: number): Word | null {
  const { clause } = words[i]!;
  for (let j = i + 1; j < words.length && words[j]!.clause === clause; j++) {
    const { word } = words[j]!;
    if (HELPING.has(word) || isNegation(words[j]!) || word === "longer" && words[j - 1]!.word === "no") {
      continue;
    }
    return words[j]!;
  }
  return null;
}

/** Whether an odd number of negations stand before a word in its clause. */
export function isNegated(words: readonly Word[], word: Word): boolean {
  return words.filter((other) =>
        isNegation(other) && other.clause === word.clause && other.start < word.start
      ).length % 2 === 1;
}

/** Whether a word says what a sentence is about: no small word and no number. */
export function isTopical({ word, term }: Token): boolean {
  return !STOPWORDS.has(word) && !HELPING.has(word) && !ONES.has(word) && word !== "longer" &&
    !/^\d/.test(term);
}

/** Share of a claim's topical words that a sentence holds, or holds the opposite of. */
export function overlap(claim: readonly Token[], sentence: readonly Token[]): number {
  const held = new Set(sentence.map(({ term }) => term));
  const topical = claim.filter((token) => isTopical(token) && !isNegation(token));
  const shared = topical.filter(({ term }) =>
    held.has(term) || oppositesOf(term).some((other) => held.has(other))
  );
  return shared.length / Math.max(1, topical.length);
}

/** A sentence as text and as words. */
export interface Sentence {
  readonly text: string;
  readonly words: readonly Word[];
}

/** The sentences that share most with a claim, and how much. */
export interface Nearest {
  readonly share: number;
  readonly sentences: readonly Sentence[];
}

/** Sentences kept that are as near as each other; each costs a comparison. */
const MOST_NEAREST = 8;

/** The sentences of the evidence that share most words with the claim; several when they share as many. */
export function nearest(claim: readonly Word[], evidence: string): Nearest {
  let best = 0;
  let sentences: Sentence[] = [];
  for (const text of new Set(evidence.split(/(?<=[.!?])\s+|\n+/))) {
    const words = wordsOf(text);
    const share = overlap(claim, words);
    if (share > best) sentences = [];
    if (share >= best && words.length > 0 && sentences.length < MOST_NEAREST) sentences.push({ text, words });
    best = Math.max(best, share);
  }
  return { share: best, sentences };
}
