/**
 * Numbers written out.
 * @module
 */

const SMALL =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen`.split(/\s+/);
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** The words that numbers are made of, and what each is worth. */
export const ONES: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, 10 * (i + 2)] as const),
  ...[["hundred", 100], ["thousand", 1e3], ["million", 1e6], ["billion", 1e9], ["trillion", 1e12], [
    "mln",
    1e6,
  ], ["bn", 1e9]] as const,
]);

/** Words that say a number without counting with it; enough to hold it, too loose to be held to it. */
const IMPLIED: ReadonlyMap<string, number> = new Map([
  ...[["single", 1], ["both", 2], ["twice", 2], ["double", 2], ["pair", 2], ["couple", 2], [
    "dozen",
    12,
  ]] as const,
  ...`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth`.split(" ")
    .map((word, i) => [word, i + 1] as const),
]);

/** Shares that have a word of their own, in percent. */
const SHARES: readonly (readonly [RegExp, number])[] = [
  [/\bhal(?:f|ves)\b/i, 50],
  [/(?<!two[ -])\bthirds?\b/i, 100 / 3],
  [/\btwo[ -]thirds\b/i, 200 / 3],
  [/(?<!three[ -])\bquarters?\b/i, 25],
  [/\bthree[ -]quarters\b/i, 75],
];

const small = SMALL.toReversed().join("|");
const upTo99 = `(?:(?:${TENS.join("|")})(?:[ -](?:${SMALL.slice(1, 10).join("|")}))?|${small})(?![a-z])`;
/** A whole number below a thousand, in words. */
export const WRITTEN_PATTERN = `(?:(?:${small}|a) hundred(?: (?:and )?${upTo99}|(?![a-z]))|${upTo99})`;

/** `seventy-four` → 74, `two hundred and five` → 205. */
export function toValue(words: string): number {
  let value = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    if (word === "hundred") value = Math.max(1, value) * 100;
    else value += ONES.get(word) ?? 0;
  }
  return value;
}

/** Numbers that a text says in other words: both, twice, the third. */
export function impliedNumbers(words: Iterable<string>): number[] {
  return [...words].flatMap((word) => IMPLIED.get(word) ?? []);
}

/** Shares that a text says in words, in percent. */
export function impliedShares(text: string): number[] {
  return SHARES.flatMap(([pattern, percent]) => pattern.test(text) ? [percent] : []);
}
