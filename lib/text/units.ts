/**
 * Quantities: numbers with units, as people write them, and exact conversion between units.
 * @module
 */

import type { Range } from "./sentences.ts";

/** What a unit measures; each has an SI base. */
export type Dimension = "length" | "mass" | "volume" | "temperature" | "time" | "speed" | "angle" | "percent";

/** A unit: `value_si = value * factor + offset`. */
export interface Unit {
  readonly id: string;
  readonly dimension: Dimension;
  readonly factor: number;
  readonly offset: number;
  /** How a result is written after its number. */
  readonly label: string;
  readonly names: readonly string[];
}

const unit = (
  id: string,
  dimension: Dimension,
  factor: number,
  label: string,
  names: string,
  offset = 0,
): Unit => ({
  id,
  dimension,
  factor,
  offset,
  label,
  names: names.split("|"),
});

/**
 * The units of the trail. Factors are exact by definition: international yard and pound agreement of
 * 1959, US gallon of 231 cubic inches, nautical mile of 1,852 m, Fahrenheit by 5/9 and 459.67.
 */
export const UNITS: readonly Unit[] = [
  unit("m", "length", 1, "m", "m|meter|meters|metre|metres"),
  unit("km", "length", 1000, "km", "km|kms|kilometer|kilometers|kilometre|kilometres|k"),
  unit("cm", "length", 0.01, "cm", "cm|centimeter|centimeters|centimetre|centimetres"),
  unit("mm", "length", 0.001, "mm", "mm|millimeter|millimeters|millimetre|millimetres"),
  unit("mi", "length", 1609.344, "mi", "mi|mile|miles"),
  unit("nmi", "length", 1852, "nautical miles", "nmi|nautical mile|nautical miles"),
  unit("yd", "length", 0.9144, "yd", "yd|yds|yard|yards"),
  unit("ft", "length", 0.3048, "ft", "ft|foot|feet|'|′"),
  unit("in", "length", 0.0254, "in", 'in|inch|inches|"|″'),
  unit("kg", "mass", 1, "kg", "kg|kgs|kilo|kilos|kilogram|kilograms"),
  unit("g", "mass", 0.001, "g", "g|gram|grams"),
  unit("mg", "mass", 1e-6, "mg", "mg|milligram|milligrams"),
  unit("lb", "mass", 0.45359237, "lb", "lb|lbs|pound|pounds"),
  unit("oz", "mass", 0.028349523125, "oz", "oz|ounce|ounces"),
  unit("l", "volume", 0.001, "L", "l|liter|liters|litre|litres"),
  unit("ml", "volume", 1e-6, "mL", "ml|milliliter|milliliters|millilitre|millilitres"),
  unit("gal", "volume", 0.003785411784, "US gal", "gal|gallon|gallons"),
  unit("qt", "volume", 0.000946352946, "US qt", "qt|qts|quart|quarts"),
  unit("pt", "volume", 0.000473176473, "US pt", "pint|pints"),
  unit("cup", "volume", 0.0002365882365, "US cups", "cup|cups"),
  unit("floz", "volume", 0.0000295735295625, "US fl oz", "fl oz|fluid ounce|fluid ounces"),
  unit("c", "temperature", 1, "°C", "°c|ºc|c|celsius|degrees celsius|degrees c|deg c|centigrade", 273.15),
  unit(
    "f",
    "temperature",
    5 / 9,
    "°F",
    "°f|ºf|f|fahrenheit|degrees fahrenheit|degrees f|deg f",
    459.67 * 5 / 9,
  ),
  unit("s", "time", 1, "s", "s|sec|secs|second|seconds"),
  unit("min", "time", 60, "min", "min|mins|minute|minutes"),
  unit("h", "time", 3600, "h", "h|hr|hrs|hour|hours"),
  unit("d", "time", 86400, "days", "day|days"),
  unit("wk", "time", 604800, "weeks", "week|weeks"),
  unit("kmh", "speed", 1 / 3.6, "km/h", "km/h|kmh|kph|kilometers per hour|kilometres per hour"),
  unit("mph", "speed", 0.44704, "mph", "mph|miles per hour|mile per hour"),
  unit("ms", "speed", 1, "m/s", "m/s|meters per second|metres per second"),
  unit("kn", "speed", 1852 / 3600, "knots", "kn|kt|knot|knots"),
  unit("deg", "angle", 1, "°", "°|degree|degrees"),
  unit("pct", "percent", 1, "%", "%|percent|per cent"),
];

const BY_NAME = new Map(UNITS.flatMap((u) => u.names.map((name) => [name, u] as const)));

/** The unit a person means by `name` (any case, singular, plural or symbol), or null. */
export function unitNamed(name: string): Unit | null {
  return BY_NAME.get(name.trim().toLowerCase().replace(/\.$/, "")) ?? null;
}

/** A number with its unit and where it stands in the text. */
export interface Quantity {
  readonly value: number;
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
}

const escape = (name: string) => name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
/** Every name of every unit, the longest first, for use inside a regular expression. */
export const UNIT_PATTERN = [...BY_NAME.keys()].sort((a, b) => b.length - a.length).map(escape).join("|");

const QUARTERS = "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞";
const FRACTION = String.raw`\d{1,2}[/⁄]\d{1,2}|[${QUARTERS}]`;
/** `1 1/2`, `1-1/2`, `1½`, `1/2`, `½`, `1 000`, `1,000.5`, `2.5`, `.5`. */
const NUMBER_PATTERN = [
  String.raw`\d{1,3}(?:[ -]?[${QUARTERS}]|[ -]\d{1,2}[/⁄]\d{1,2})`,
  FRACTION,
  String.raw`\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?(?!\d)`,
  String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)`,
  String.raw`\d+(?:\.\d+)?|\.\d+`,
].join("|");
const QUANTITY = new RegExp(
  // A number is read whole: never from the middle of another, of a fraction or of a list of digits.
  String.raw`(?<![\w.]|\d[,/⁄])(-|−|minus )?(${NUMBER_PATTERN})` +
    String.raw`(?:\s*(?:to\s+(-|−|minus )?|(?:--?|[–—])\s*(−)?)(${NUMBER_PATTERN}))?` +
    String.raw`[\s-]*(?:(${UNIT_PATTERN})(?![\p{L}\d])|(['′](?=\s?\d)))`,
  "giu",
);
/** After a number and a space, "in" before one of these is the preposition: "at 5 in the morning", "1 in 2,000". */
const AFTER_PREPOSITION =
  /^\s+(?:the|an?|my|your|his|her|our|their|its|this|that|these|those|each|every|all|any|case|total|advance|early|late|mid|spring|summer|autumn|fall|winter|\d{4})\b/i;
/** A share: "1 in 2,000", "3 in 4 people", and no unit after it. */
const SHARE = new RegExp(String.raw`^\s+\d[\d,]*(?![\d.]*\s*(?:${UNIT_PATTERN})(?![\p{L}\d]))`, "iu");

/** Numbers with units in `text`, in order; a range gives both its ends. */
export function quantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const [whole, sign, first, toSign, dashSign, second, name, feet] = match;
    const unit = unitNamed(name ?? feet ?? "");
    const place = { start: match.index, end: match.index + whole.length };
    if (unit === null || isOther(text, place)) continue;
    const values = [signed(sign, first!)];
    if (second !== undefined) values.push(signed(toSign ?? dashSign, second));
    if (values.every(Number.isFinite)) { for (const value of values) found.push({ value, unit, ...place }); }
  }
  return found;
}

/** What looks like an inch and is a preposition, or like feet and inches and is an angle's minutes and seconds. */
function isOther(text: string, { start, end }: Range): boolean {
  const shown = text.slice(start, end);
  if (/\sin$/i.test(shown)) {
    const after = text.slice(end, end + 16);
    return AFTER_PREPOSITION.test(after) || /^\s+\p{Lu}\p{Ll}/u.test(after) ||
      /^[1-9] in$/i.test(shown) && !/\d\s*(ft|feet|foot|['′])\s*$/i.test(text.slice(0, start)) &&
        SHARE.test(after);
  }
  return /['′"″]$/.test(shown) &&
    /[°º]\s?(?:\d{1,2}['′]\s?)?$/.test(text.slice(Math.max(0, start - 6), start));
}

function signed(sign: string | undefined, number: string): number {
  return (sign === undefined ? 1 : -1) * toNumber(number);
}

const MIXED = new RegExp(String.raw`^(?:(\d+)(?:[ -]|(?=[${QUARTERS}])))?(${FRACTION})$`);

/** `6,100` → 6100, `1 1/2` → 1.5; NaN for what is no fraction, such as `24/7`. */
export function toNumber(text: string): number {
  const mixed = MIXED.exec(text);
  if (mixed === null) return Number(text.replace(/[,\s]/g, ""));
  const [over, under] = mixed[2]!.normalize("NFKD").split(/[/⁄]/).map(Number);
  return over! < under! ? Number(mixed[1] ?? 0) + over! / under! : NaN;
}

/** Converts `value` from one unit to another. Throws a RangeError when they measure different things. */
export function convert(value: number, from: Unit, to: Unit): number {
  if (from.dimension !== to.dimension) {
    throw new RangeError(
      `Cannot convert ${from.label} to ${to.label}: ${from.dimension} is not ${to.dimension}`,
    );
  }
  if (from.offset === to.offset) return value * from.factor / to.factor;
  // Far from the zero of the base, temperatures are exact to ten decimals; the rest is rounding noise.
  return Number(((value * from.factor + from.offset - to.offset) / to.factor).toFixed(10));
}

/** In SI, for comparing quantities written in different units. */
export function toSI(quantity: Quantity): number {
  return quantity.value * quantity.unit.factor + quantity.unit.offset;
}

/** A number as people read it: two decimals at most, three digits when it is small, thousands separated. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (size > 0 && size < 0.1) return written(value, { maximumSignificantDigits: 3 });
  return written(value, { maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : 2 });
}

/** A number with all its digits, thousands separated: one that a person gave. */
export function formatExact(value: number): string {
  return written(value, { maximumSignificantDigits: 12 });
}

function written(value: number, digits: Intl.NumberFormatOptions): string {
  const text = value.toLocaleString("en-US", digits);
  return text === "-0" ? "0" : text;
}
