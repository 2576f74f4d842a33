/**
 * Words and numbers of a text, and the normalised terms that the lexical index holds.
 * @module
 */
import { stemmer } from "stemmer";
import { fold } from "./normalize.ts";
import { STOPWORDS } from "./stopwords.ts";
import { quantities, toSI } from "./units.ts";

/** A word or number with its place and its index term. */
export interface Token {
  /** As written, folded to lower case without diacritics. */
  readonly word: string;
  /** Stem of a word, or the plain digits of a number. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|\p{L}[\p{L}\p{M}]*(?:['’][\p{L}]+)*/gu;
const stems = new Map<string, string>();

/** Words and numbers in order; punctuation and symbols are dropped. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]);
    tokens.push({ word, term: termOf(word), start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** The index term of one folded word: Porter stem, or the digits of a number. */
export function termOf(word: string): string {
  if (/^\d/.test(word)) return word.replaceAll(",", "");
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word.replace(/'s$|'/g, ""));
  // Bounded: questions and documents use few distinct words, hostile input could use many.
  if (stems.size < 50_000) stems.set(word, stem);
  return stem;
}

/**
 * Terms under which a text is indexed: every token, and for each quantity a term that is equal for
 * equal amounts in any unit (8 mi and 12.9 km), at two significant digits.
 */
export function indexTerms(text: string): string[] {
  return [...tokenize(text).map((token) => token.term), ...quantityTerms(text)];
}

/** Unit-free terms of the quantities in a text. */
export function quantityTerms(text: string): string[] {
  return quantities(text).map((q) => `q_${q.unit.dimension}_${Number(toSI(q).toPrecision(2))}`);
}

/** Terms of a question that carry its topic, each once, in order. Falls back to all when none do. */
export function queryTokens(text: string): Token[] {
  const all = tokenize(text);
  const topical = all.filter((token) => !STOPWORDS.has(token.word));
  const seen = new Set<string>();
  return (topical.length > 0 ? topical : all).filter((t) => !seen.has(t.term) && seen.add(t.term));
}
