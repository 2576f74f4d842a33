/**
 * Numbers of a claim that its evidence lacks, has with another unit, or bounds from the other side.
 * @module
 */
import { tokenize } from "../text/tokens.ts";
import { convert, type Unit } from "../text/units.ts";
import { type Amount, amountsOf } from "./amounts.ts";
import type { Finding } from "./finding.ts";
import { impliedNumbers, impliedShares } from "./written.ts";

/** Numbers may be rounded, but no further than this share of themselves; temperatures in kelvins, shares in points. */
const ROUNDING = { sameUnit: 0.05, otherUnit: 0.12, kelvins: 2, percent: 3 } as const;

const HEDGE =
  /\b(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|close to|over|more than|less than|under)\s+$|~\s?$/i;

/** What a text says in numbers. */
interface Held {
  readonly amounts: readonly Amount[];
  /** Every number, whatever its unit. */
  readonly values: ReadonlySet<number>;
  /** Numbers with no unit that is understood. */
  readonly counts: ReadonlySet<number>;
  /** Shares said by a word, in percent. */
  readonly shares: readonly number[];
}

function heldBy(text: string): Held {
  const amounts = amountsOf(text);
  const counts = amounts.filter(({ unit }) => unit === null).flatMap(({ values }) => values);
  const implied = impliedNumbers(tokenize(text).map(({ word }) => word));
  return {
    amounts,
    values: new Set([...implied, ...amounts.flatMap(({ values }) => values)]),
    counts: new Set(counts),
    shares: impliedShares(text),
  };
}

/** Numbers that the evidence does not hold, in any unit and in digits or words. */
export function numbers(claim: string, evidence: string): Finding[] {
  const held = heldBy(evidence);
  return amountsOf(claim).flatMap(({ values, unit, start, end }): Finding[] => {
    const shown = claim.slice(start, end);
    // One and zero without a unit are words more than numbers, and so is what begins with "a".
    if (/^an?\b/i.test(shown) || unit === null && /^(?:one|zero)$/i.test(shown)) return [];
    const hedged = HEDGE.test(claim.slice(Math.max(0, start - 20), start));
    const missing = values.filter((value) => !isHeld(value, unit, held, hedged));
    if (missing.length === 0 || isShareOf(shown, held)) return [];
    if (unit === null || !missing.every((value) => held.values.has(value))) {
      return [{ rule: "number", start, end }];
    }
    // The number stands there with a unit that is not understood, or none: no verdict.
    return missing.every((value) => held.counts.has(value)) ? [] : [{ rule: "unit", start, end }];
  });
}

function isHeld(value: number, unit: Unit | null, held: Held, hedged: boolean): boolean {
  if (unit === null) {
    return held.values.has(value) ||
      held.amounts.some(({ values }) =>
        within(value, values) || hedged && values.some((other) => isNear(value, other, ROUNDING.sameUnit))
      );
  }
  if (
    unit.dimension === "percent" && held.shares.some((share) => Math.abs(share - value) <= ROUNDING.percent)
  ) return true;
  return held.amounts.some((other) => {
    if (other.unit === null || other.unit.dimension !== unit.dimension) return false;
    return within(value, other.values.map((one) => convert(one, other.unit!, unit))) ||
      other.values.some((one) => agree(value, unit, one, other.unit!, hedged));
  });
}

/** "Two of three huts": both numbers stand there, if not as a share. */
function isShareOf(shown: string, { values }: Held): boolean {
  const parts = shown.split(/\s(?:out of|in|of)\s(?:every\s)?/i);
  return parts.length === 2 &&
    parts.flatMap(amountsOf).every((amount) => amount.values.every((value) => values.has(value)));
}

const within = (value: number, [low, high]: readonly number[]) =>
  high !== undefined && low! <= value && value <= high;

/** Whether one amount is the other, rounded. */
function agree(a: number, unitA: Unit, b: number, unitB: Unit, hedged: boolean): boolean {
  const bInA = convert(b, unitB, unitA);
  if (Math.abs(a - bInA) <= 1e-9 * Math.max(1, Math.abs(a))) return true;
  if (unitA.id === unitB.id) {
    const exact = significant(a) < 2 && !hedged;
    return !exact && isNear(a, b, ROUNDING.sameUnit) && (hedged || round(b, significant(a)) === a);
  }
  const near = unitA.dimension === "temperature"
    ? Math.abs(a - bInA) * unitA.factor <= ROUNDING.kelvins
    : isNear(a, bInA, ROUNDING.otherUnit);
  return near && (round(bInA, significant(a)) === a || round(convert(a, unitA, unitB), significant(b)) === b);
}

const isNear = (a: number, b: number, share: number) =>
  Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b));

/** Significant digits: 6,500 has two. */
const significant = (value: number) => value.toExponential().replace(/e.*|[-.]/g, "").length;

const round = (value: number, digits: number) => Number(value.toPrecision(Math.min(100, digits)));
