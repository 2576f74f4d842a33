/**
 * Every number of a text, in digits or in words, with its unit where it has one.
 * @module
 */
import type { Range } from "../text/sentences.ts";
import { quantities, toNumber, type Unit, UNIT_PATTERN, unitNamed } from "../text/units.ts";
import { ONES, toValue, WRITTEN_PATTERN } from "./written.ts";

/** A number, or the ends of a range, and where it stands. */
export interface Amount extends Range {
  readonly values: readonly number[];
  /** Null where it counts things, or what its unit is is not known. */
  readonly unit: Unit | null;
}

const time = (id: string, factor: number): Unit => (
  { id, dimension: "time", factor, offset: 0, label: id, names: [id, `${id}s`] }
);

/** Units that need no conversion table elsewhere; a month is a twelfth of the mean Gregorian year. */
const CALENDAR = [time("month", 2_629_746), time("year", 31_556_952), time("decade", 315_569_520)];
const PERCENT = unitNamed("percent")!;

const DIGITS = String.raw`\d+(?:,\d{3}(?!\d))*(?:\.\d+)?`;
const NUMBER = `(?:${DIGITS}|${WRITTEN_PATTERN})`;
const SCALE = "hundred|thousand|million|billion|trillion|mln|bn";
/** Units that follow a number in words: their names, not their letters, which are also words or parts of them. */
const NAMED = [
  ...UNIT_PATTERN.split("|").filter((name) => /^[a-z ]{4,}$/.test(name)),
  "ft",
  "km",
  "cup",
  "cups",
  "day",
  "days",
]
  .join("|");

/** "9 in 10", "nine out of every ten". */
const SHARE = new RegExp(
  String.raw`(?<![\w.,])(${NUMBER})\s+(?:out of|in|of)(?: every)?\s+(${NUMBER})(?![\w%°]|[.,]\d)`,
  "gi",
);
/** "10–20", "10 to 20", "between 10 and 20"; no telephone number and no date. */
const BETWEEN = new RegExp(
  String
    .raw`(?<![\w.,–-])(?!\d{3}-\d{4}\b)(${NUMBER})(?:\s?[–-]\s?|\s+to\s+|(?<=\bbetween\s+${NUMBER})\s+and\s+)(${NUMBER})(?![\w–-]|[.,]\d)`,
  "gi",
);
const CALENDARS = CALENDAR.flatMap(({ names }) => names).join("|");
const DATED = new RegExp(
  String.raw`(?<![\w.,])(${NUMBER})(?:\s?(?:[–-]|to)\s?(${NUMBER}))?[\s-](${CALENDARS})\b`,
  "gi",
);
const MEASURED = new RegExp(
  String.raw`(?<![\w-])(${WRITTEN_PATTERN}|\d+(?= and a half))( and a half)?[\s-](${NAMED})\b`,
  "gi",
);
const HALF = new RegExp(
  String
    .raw`(?<![\w-])(?:(half|quarter|three quarters)(?: of)?(?: an?)?|(an?|one))[\s-](${NAMED}|${CALENDARS})( and a half)?\b`,
  "gi",
);
const PLAIN = new RegExp(
  String.raw`(?<!\d[.,]?|\w)(${NUMBER})(?:\s(${SCALE})s?\b)?|(?<=\p{L})${DIGITS}`,
  "giu",
);

/** The amounts of a text, in order; none lies within another. */
export function amountsOf(text: string): Amount[] {
  const found: Amount[] = [];
  const free = ({ start, end }: Range) => !found.some((other) => start < other.end && other.start < end);
  const add = (match: RegExpExecArray, values: readonly number[], unit: Unit | null) => {
    const place = { start: match.index, end: match.index + match[0].length };
    if (values.every(Number.isFinite) && free(place)) found.push({ values, unit, ...place });
  };
  const unitOf = (name: string) =>
    CALENDAR.find(({ names }) => names.includes(name.toLowerCase())) ?? unitNamed(name);

  for (const match of text.matchAll(DATED)) add(match, both(match[1]!, match[2]), unitOf(match[3]!));
  for (const match of text.matchAll(SHARE)) {
    const [part, whole] = [valueOf(match[1]!), valueOf(match[2]!)];
    const isYear = whole >= 1900 && whole < 2100 && !match[2]!.includes(",");
    if (part < whole && !isYear && (whole <= 12 || whole % 5 === 0)) {
      add(match, [100 * part / whole], PERCENT);
    }
  }
  for (const { value, unit, start, end } of quantities(text)) {
    const shown = text.slice(start, end);
    const last = found.at(-1);
    // The 1970s are no seconds.
    if (unit.id === "s" && value >= 1000 && /0['’]?s$/.test(shown)) continue;
    if (last?.start === start && last.unit === unit) {
      found[found.length - 1] = { ...last, values: [...last.values, value] };
    } else if (free({ start, end })) found.push({ values: [value], unit, start, end });
  }
  for (const match of text.matchAll(MEASURED)) {
    add(match, [valueOf(match[1]!) + (match[2] === undefined ? 0 : 0.5)], unitNamed(match[3]!));
  }
  for (const match of text.matchAll(HALF)) {
    const [, part, , name, half] = match;
    // "A second" and "a foot" are seldom amounts, "one day" is seldom one.
    if (part === undefined && /^(?:seconds?|foot|feet|yards?|degrees?|day)$/i.test(name!)) continue;
    const whole = part === undefined ? 1 : /^half/i.test(part) ? 0.5 : /^three/i.test(part) ? 0.75 : 0.25;
    add(match, [whole + (half === undefined ? 0 : 0.5)], unitOf(name!));
  }
  for (const match of text.matchAll(BETWEEN)) {
    const values = both(match[1]!, match[2]);
    if (values[0]! < values[1]!) add(match, values, null);
  }
  for (const match of text.matchAll(PLAIN)) {
    add(match, [
      valueOf(match[1] ?? match[0]) * (match[2] === undefined ? 1 : ONES.get(match[2].toLowerCase())!),
    ], null);
  }
  return found.sort((a, b) => a.start - b.start);
}

const both = (from: string, to: string | undefined) => [from, ...(to === undefined ? [] : [to])].map(valueOf);

function valueOf(number: string): number {
  return /^\d/.test(number) ? toNumber(number) : toValue(number);
}
