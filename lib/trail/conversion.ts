/**
 * "How many feet is 1,200 m": unit conversion asked in words.
 * @module
 */
import {
  convert,
  formatExact,
  formatNumber,
  quantities,
  type Quantity,
  type Unit,
  UNIT_PATTERN,
  unitNamed,
} from "../text/units.ts";

/** A conversion that a question asks for. */
export interface Conversion {
  readonly from: Quantity;
  readonly to: Unit;
  readonly value: number;
}

/** "… in km", "… to feet", "how many feet are in …", "what is … in …". */
const TARGET_AFTER = new RegExp(
  String.raw`(?<![\p{L}\d])(?:in|to|into|as|=)\s+(?:an? )?(${UNIT_PATTERN})[\s?.!]*$`,
  "du",
);
const TARGET_BEFORE = new RegExp(String.raw`\bhow many (${UNIT_PATTERN})(?!\p{L})`, "du");
/** "how many feet in a mile": one of them. */
const ONE = new RegExp(String.raw`\b(?:an?|one) (${UNIT_PATTERN})(?!\p{L})`, "u");
/** Words that a pure conversion may hold besides its quantity and its units. */
const FILLER =
  /^(what|whats|is|are|s|how|many|much|in|to|into|as|convert|conversion|please|the|a|an|of|about|equal|equals|there|do|does|make|i|can|you|tell|me|would|be|that|its|it|and|hey|hi|ok|hot|cold|warm|far|long|tall|high|deep|heavy|fast|degrees?)$/;

/** Reads a pure conversion; null for anything else, also for "how many miles to the summit". */
export function readConversion(question: string): Conversion | null {
  const plain = question.normalize("NFC").replace(/[‘’ʼ]/g, "'").replace(/'s\b/g, " is").toLowerCase();
  const text = /\d/.test(plain) ? plain : plain.replace(ONE, "1 $1");
  const [from, ...others] = quantities(text);
  if (from === undefined || others.length > 0) return null;
  const match = TARGET_AFTER.exec(text) ?? TARGET_BEFORE.exec(text);
  const [start, end] = match?.indices?.[1] ?? [0, 0];
  const to = unitNamed(text.slice(start, end));
  if (to === null || to.dimension !== from.unit.dimension || to.id === from.unit.id) return null;
  if (start < from.end && from.start < end) return null;
  const [one, two] = start < from.start ? [{ start, end }, from] : [from, { start, end }];
  const rest = `${text.slice(0, one.start)} ${text.slice(one.end, two.start)} ${text.slice(two.end)}`;
  const words = rest.match(/[\p{L}\d]+/gu) ?? [];
  if (!words.every((word) => FILLER.test(word))) return null;
  return { from, to, value: convert(from.value, from.unit, to) };
}

/** `1,200 m is 3,937 ft.`; the asked value with all its digits. */
export function writeConversion({ from, to, value }: Conversion): string {
  return `${formatExact(from.value)} ${from.unit.label} is ${formatNumber(value)} ${to.label}.`;
}
