/**
 * Two sources that say different things of the same.
 * @module
 */
import type { Statement } from "../records.ts";
import { type Amount, amountsOf } from "./amounts.ts";
import { MONTH, names } from "./names.ts";
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
 * careful ones: sentences under different conditions do not disagree, nor do those where one names what the other does not.
 */
export function disagree(a: Statement, b: Statement): boolean {
  if (conditions(a.text) !== conditions(b.text)) return false;
  const [first, second] = [withoutMark(a.text), withoutMark(b.text)];
  if (isNamed(first, `${b.about}. ${second}`) || isNamed(second, `${a.about}. ${first}`)) return false;
  const [mine, theirs] = [wordsOf(first), wordsOf(second)];
  const shares = [overlap(mine, theirs), overlap(theirs, mine)];
  const share = (least: readonly [number, number]) =>
    Math.max(...shares) >= least[0] && Math.min(...shares) >= least[1];
  if (
    share(SAME.number) && !agreeOnAmount(first, second) && swapped(first, second).length > 0 &&
    swapped(second, first).length > 0
  ) {
    return true;
  }
  return share(SAME.negation) && negation(mine, theirs).length > 0;
}

/** Whether both give the same amount of something: of more than one, another may be about something else. */
function agreeOnAmount(a: string, b: string): boolean {
  const isOfUnit = ({ unit }: Amount) => unit !== null;
  const theirs = amountsOf(b).filter(isOfUnit);
  return amountsOf(a).filter(isOfUnit).some((mine) =>
    theirs.some(({ values, unit }) => unit === mine.unit && `${values}` === `${mine.values}`)
  );
}

/** Weekdays and units, which like months are written as names are. */
const NO_NAME = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Fahrenheit|Celsius)$/;

/** Whether one text names what the other does not. */
function isNamed(text: string, other: string): boolean {
  return names(text, other).map(({ start, end }) => text.slice(start, end))
    .some((name) => !MONTH.test(name) && !NO_NAME.test(name));
}

/** A list step without its number, which counts steps and nothing else. */
const withoutMark = (text: string) => text.replace(/^\s*(?:\d{1,2}[.)]|•)\s+/, "");

function conditions(text: string): string {
  return [...text.matchAll(CONDITION)].map(([word]) => word.toLowerCase()).sort().join(" ");
}
