/**
 * Quantities: numbers with units, as people write them, and exact conversion between units.
 * @module
 */

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
  unit("c", "temperature", 1, "°C", "°c|c|celsius|degrees celsius|degrees c|deg c|centigrade", 273.15),
  unit("f", "temperature", 5 / 9, "°F", "°f|f|fahrenheit|degrees fahrenheit|degrees f|deg f", 459.67 * 5 / 9),
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
const UNIT_PATTERN = [...BY_NAME.keys()].sort((a, b) => b.length - a.length).map(escape).join("|");
const NUMBER_PATTERN = String.raw`\d[\d,]*(?:\.\d+)?`;
const QUANTITY = new RegExp(
  String
    .raw`(?<![\w.])(-|−|minus )?(${NUMBER_PATTERN})(?:\s*(?:–|-|to)\s*(${NUMBER_PATTERN}))?[\s-]*(${UNIT_PATTERN})(?![\p{L}\d])`,
  "giu",
);

/** Numbers with units in `text`, in order; a range gives both its ends. */
export function quantities(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const unit = unitNamed(match[4]!);
    if (unit === null) continue;
    const place = { unit, start: match.index, end: match.index + match[0].length };
    found.push({ value: (match[1] === undefined ? 1 : -1) * toNumber(match[2]!), ...place });
    if (match[3] !== undefined) found.push({ value: toNumber(match[3]), ...place });
  }
  return found;
}

/** `6,100` → 6100. */
export function toNumber(text: string): number {
  return Number(text.replaceAll(",", ""));
}

/** Converts `value` from one unit to another. Throws a RangeError when they measure different things. */
export function convert(value: number, from: Unit, to: Unit): number {
  if (from.dimension !== to.dimension) {
    throw new RangeError(
      `Cannot convert ${from.label} to ${to.label}: ${from.dimension} is not ${to.dimension}`,
    );
  }
  return (value * from.factor + from.offset - to.offset) / to.factor;
}

/** In SI, for comparing quantities written in different units. */
export function toSI(quantity: Quantity): number {
  return quantity.value * quantity.unit.factor + quantity.unit.offset;
}

/** A number as people read it: at most three significant decimals, thousands separated. */
export function formatNumber(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const text = value.toLocaleString("en-US", { maximumFractionDigits: digits });
  return text === "-0" ? "0" : text;
}
