/**
 * Names, months and weekdays that the evidence never mentions.
 * @module
 */
import { fold } from "../text/normalize.ts";
import { STOPWORDS } from "../text/stopwords.ts";
import { indexTerms, tokenize } from "../text/tokens.ts";
import type { Finding } from "./finding.ts";

/** Names of one place or people that do not begin alike. */
const SAME =
  `american/us/usa/america  british/uk/britain  irish/ireland  danish/denmark  french/france  dutch/netherlands
spanish/spain  welsh/wales  swiss/switzerland  greek/greece`.split(/\s{2,}|\n/).map((names) =>
    names.split("/")
  );

/** Months, some of which are words of another kind when they are small. */
export const MONTH =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$/;

/** Endings of peoples and languages: Canadian, Chinese, Swedish, European. */
const PEOPLE = /(?:i?ans?|ese|ish|e?ans?|is?)$/;

/** Capitalised words inside a sentence, months and weekdays apart from other names, that the evidence holds in no form, not as initials either. */
export function names(claim: string, evidence: string): Finding[] {
  const held = new Set(indexTerms(evidence));
  const inside = fold(evidence);
  const initials = new Set(
    (evidence.match(/\b(?:\p{Lu}\.?){2,}/gu) ?? []).map((word) => word.replaceAll(".", "").toLowerCase()),
  );
  const spoken = new Set([...tokenize(evidence).map(({ word }) => word), ...initials]);
  const found: Finding[] = [];
  tokenize(claim).forEach(({ term, word, start, end }, i) => {
    const written = claim.slice(start, end);
    if (i === 0 || !/^\p{Lu}\p{Ll}{2,}/u.test(written)) return;
    if (/[.!?:]["”’)]?\s+["“‘(]?$/.test(claim.slice(0, start))) return;
    if (MONTH.test(written)) {
      if (!hasMonth(evidence, written)) found.push({ rule: "date", start, end });
      return;
    }
    if (WEEKDAY.test(written)) {
      if (!hasWeekday(evidence, written)) found.push({ rule: "date", start, end });
      return;
    }
    if (STOPWORDS.has(word)) return;
    if (held.has(term) || inside.includes(word.replace(/'s$/, "")) || isKin(word, spoken)) return;
    found.push({ rule: "name", start, end });
  });
  return found.filter(({ start, end }) => ![...initials].some((short) => spells(claim, start, end, short)));
}

/** Canada and Canadian, British and UK. */
function isKin(word: string, spoken: ReadonlySet<string>): boolean {
  if (SAME.some((group) => group.includes(word) && group.some((other) => spoken.has(other)))) return true;
  const root = rootOf(word);
  return root.length >= 4 && [...spoken].some((other) => other !== word && rootOf(other) === root);
}

const rootOf = (word: string) => word.replace(PEOPLE, "").replace(/[aeiouy]$/, "");

/** Whether a run of capitalised words around the range has these initials: United States, US. */
function spells(claim: string, start: number, end: number, initials: string): boolean {
  const run = [...claim.matchAll(/\p{Lu}[\p{L}’'-]*(?:\s+(?:of|the|and|for)?\s*\p{Lu}[\p{L}’'-]*)+/gu)]
    .find(({ 0: shown, index }) => index <= start && end <= index + shown.length);
  const letters = (run?.[0].match(/\b\p{Lu}/gu) ?? []).join("").toLowerCase();
  return letters.length > 1 && letters.includes(initials);
}

/** Whether a text names a month, in full or short; it may hide in a date of figures. */
function hasMonth(text: string, month: string): boolean {
  return new RegExp(`\\b${month.slice(0, 3)}(?:${month.slice(3)}|t?\\b)`).test(text) ||
    /\d[-/.]\d{1,2}[-/.]\d/.test(text);
}

/** Monday first, as the first letters of their names. */
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY = `(${DAYS.join("|")})[a-z]*\\.?`;
const SPAN = new RegExp(`\\b${DAY}\\s*(?:to|through|thru|until|till|[-–—])\\s*${DAY}`, "gi");
const EVERY = /\b(?:every day|daily|week(?:days?|ends?)?)\b/i;

/** Whether a text names a weekday, in full or short, alone or within a span of days. */
function hasWeekday(text: string, written: string): boolean {
  const day = written.slice(0, 3).toLowerCase();
  if (new RegExp(`\\b${day}`, "i").test(text) || EVERY.test(text)) return true;
  return [...text.matchAll(SPAN)].some(([, from, to]) => {
    const after = (name: string) =>
      (DAYS.indexOf(name.toLowerCase()) - DAYS.indexOf(from!.toLowerCase()) + 7) % 7;
    return after(day) <= after(to!);
  });
}
