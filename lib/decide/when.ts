/**
 * Times of the year and of the week that a statement holds for, so that "For when?" can be asked.
 * @module
 */
import { MONTHS } from "../text/months.ts";
import type { Range } from "../text/sentences.ts";

/** Days before each month in a year without a leap day. */
const BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
const YEAR = 365;

/** Meteorological seasons of the northern hemisphere, first and last month from 0. */
const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  winter: [11, 1],
  spring: [2, 4],
  summer: [5, 7],
  autumn: [8, 10],
  fall: [8, 10],
};

/** A stretch of the year in days from 0, which may run over its end, or days of the week. */
export type Time = Range & { readonly days: ReadonlySet<number>; readonly kind: "year" | "week" };

const month = `(?:${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")})`;
const date = String.raw`(?:(\d{1,2})\s)?(${month})\.?(?:\s(\d{1,2})(?!\d|,?\s?\d{4}))?`;
const SPAN = new RegExp(
  String.raw`\b${date}\s?(?:–|-|to|through|until|till|and)\s?(?:the\s)?${date}\b`,
  "gi",
);
const SEASON =
  /\b(?:in|during|for|throughout)\s(?:the\s)?(?:early\s|late\s|mid-?)?(winter|spring|summer|autumn|fall)\b/gi;
const WEEK = /\bon\s(weekends|weekdays)\b/gi;

/** What makes a question say when: then nobody has to ask. */
const SAID = new RegExp(
  String
    .raw`\b(?:${month}\b(?!\sI\b)|winter|spring|summer|autumn|fall|weekends?|weekdays?|season|year[- ]round|all year|when|now|today|tonight|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:19|20)\d\d)\b`,
  "i",
);

/** Whether a question already says for when, or asks for it. */
export function saysWhen(question: string): boolean {
  // "May I", "march up": a month only where it is written as one.
  return SAID.test(question.replace(/\b(?:may|march)\b/g, " ").replace(/^May\b/, " "));
}

/** The times that a sentence names, in order. */
export function timesIn(text: string): Time[] {
  const found: Time[] = [];
  const add = (match: RegExpExecArray, kind: Time["kind"], days: readonly number[], lead = "") => {
    const start = match.index + lead.length;
    found.push({ start, end: match.index + match[0].length, kind, days: new Set(days) });
  };
  for (const match of text.matchAll(SPAN)) {
    const [, day1, from, day2, day3, to, day4] = match;
    const [first, last] = [monthOf(from!), monthOf(to!)];
    const start = BEFORE[first]! + Number(day1 ?? day2 ?? 1) - 1;
    const end = Number(day3 ?? day4 ?? NaN);
    add(match, "year", stretch(start, Number.isNaN(end) ? BEFORE[last + 1]! - 1 : BEFORE[last]! + end - 1));
  }
  for (const match of text.matchAll(SEASON)) {
    const name = match[1]!;
    const [first, last] = SEASONS[name.toLowerCase()]!;
    const lead = match[0].slice(0, match[0].length - name.length);
    add(match, "year", stretch(BEFORE[first]!, BEFORE[last + 1]! - 1), lead);
  }
  for (const match of text.matchAll(WEEK)) {
    add(match, "week", /^weekd/i.test(match[1]!) ? [1, 2, 3, 4, 5] : [6, 0], "on ");
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether two times never meet: what holds in one says nothing of the other. */
export function areApart(a: Time, b: Time): boolean {
  return a.kind === b.kind && [...a.days].every((day) => !b.days.has(day));
}

function monthOf(name: string): number {
  return MONTHS.findIndex((other) => other.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase());
}

/** Days from the first to the last, over the end of the year where the last comes before. */
function stretch(first: number, last: number): number[] {
  const length = (last - first + YEAR) % YEAR + 1;
  return Array.from({ length }, (_, i) => (first + i) % YEAR);
}
