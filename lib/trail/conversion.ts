/**
 * "How many feet is 1,200 m": unit conversion asked in words.
 * @module
 */
import { fold } from "../text/normalize.ts";
import {
  convert,
  formatNumber,
  quantities,
  type Quantity,
  type Unit,
  unitNamed,
  UNITS,
} from "../text/units.ts";

/** A conversion that a question asks for. */
export interface Conversion {
  readonly from: Quantity;
  readonly to: Unit;
  readonly value: number;
}

const NAMES = UNITS.flatMap((unit) => unit.names).filter((name) => name.length > 1).sort((a, b) =>
  b.length - a.length
)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|");
/** "… in km", "… to feet", "how many feet are in …", "what is … in …". */
const TARGET_AFTER = new RegExp(
  String.raw`\b(?:in|to|into|as|=)\s+(?:a |an )?(${NAMES}|[cfmkl])\b\s*[?.!]*$`,
  "i",
);
const TARGET_BEFORE = new RegExp(String.raw`\bhow many (${NAMES})\b`, "i");
/** Words that a pure conversion may hold besides its quantity and its units. */
const FILLER =
  /^(what|whats|is|are|s|how|many|much|in|to|into|as|convert|conversion|please|the|a|an|of|about|equal|equals|there|do|does|make|i|can|you|tell|me|would|be|that|its|it|and|hey|hi|ok)$/;

/** Reads a pure conversion; null for anything else, also for "how many miles to the summit". */
export function readConversion(question: string): Conversion | null {
  const text = fold(question).replace(/[’']s\b/g, " is").trim();
  const [from, ...others] = quantities(text);
  if (from === undefined || others.length > 0) return null;
  const match = TARGET_AFTER.exec(text) ?? TARGET_BEFORE.exec(text);
  const to = match === null ? null : unitNamed(match[1]!);
  if (match === null || to === null || to.dimension !== from.unit.dimension || to.id === from.unit.id) {
    return null;
  }
  const rest = `${text.slice(0, from.start)} ${text.slice(from.end)}`.replace(match[1]!, " ");
  const words = rest.match(/[a-z]+/g) ?? [];
  if (!words.every((word) => FILLER.test(word))) return null;
  return { from, to, value: convert(from.value, from.unit, to) };
}

/** `1,200 m = 3,937 ft`. */
export function writeConversion({ from, to, value }: Conversion): string {
  return `${formatNumber(from.value)} ${from.unit.label} is ${formatNumber(value)} ${to.label}.`;
}
