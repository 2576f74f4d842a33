/**
 * Bounds turned round: "at least 3 miles" for "at most 3 miles".
 * @module
 */
import type { Range } from "../text/sentences.ts";
import { convert } from "../text/units.ts";
import { type Amount, amountsOf } from "./amounts.ts";
import type { Finding } from "./finding.ts";

const MORE = "(?:more|longer|higher|larger|greater|further|farther|later|older) than";
const LESS = "(?:less|fewer|shorter|lower|smaller|younger|earlier) than";
const NOT = "(?:no|not|never|n[’']t) (?:be )?";
const UPPER_BEFORE = new RegExp(
  `(?:\\b(?:at most|up to|(?:a )?maximum(?: of)?|as (?:many|much|long|far|high) as)|${NOT}${MORE}|(?<!${NOT})\\b${LESS})\\s+$`,
  "i",
);
const LOWER_BEFORE = new RegExp(
  `(?:\\b(?:at least|upwards of|(?:a )?minimum(?: of)?)|${NOT}${LESS}|(?<!${NOT})\\b${MORE})\\s+$`,
  "i",
);
const UPPER_AFTER =
  /^[\s-](?:or|and) (?:less|fewer|under|below|younger|shorter|lower)\b|^[\s-](?:at most|maximum)\b/i;
const LOWER_AFTER =
  /^[\s-](?:or|and) (?:more|over|above|older|longer|higher)\b|^\+|^[\s-](?:at least|minimum)\b/i;

type Side = "lower" | "upper";

const SIDES = [["upper", UPPER_BEFORE, UPPER_AFTER], ["lower", LOWER_BEFORE, LOWER_AFTER]] as const;

interface Bound extends Amount {
  readonly side: Side;
  /** The amount and the words that bound it. */
  readonly words: Range;
}

/** Bounds whose amount the evidence bounds, and only from the other side. */
export function bounds(claim: string, evidence: string): Finding[] {
  const theirs = boundsOf(evidence);
  return boundsOf(claim).flatMap((bound): Finding[] => {
    const same = theirs.filter((other) => isSame(bound, other));
    if (same.length === 0 || same.some(({ side }) => side === bound.side)) return [];
    return [{ rule: "bound", ...bound.words }];
  });
}

function boundsOf(text: string): Bound[] {
  return amountsOf(text).flatMap((amount): Bound[] => {
    const before = text.slice(Math.max(0, amount.start - 30), amount.start);
    const after = text.slice(amount.end, amount.end + 20);
    for (const [side, leading, following] of SIDES) {
      const lead = leading.exec(before)?.[0].length ?? 0;
      const follow = following.exec(after)?.[0].length ?? 0;
      if (lead + follow > 0) {
        return [{ ...amount, side, words: { start: amount.start - lead, end: amount.end + follow } }];
      }
    }
    return [];
  });
}

function isSame(a: Amount, b: Amount): boolean {
  if (a.values.length !== 1 || b.values.length !== 1) return false;
  if (a.unit === null || b.unit === null) return a.unit === b.unit && a.values[0] === b.values[0];
  if (a.unit.dimension !== b.unit.dimension) return false;
  return Math.abs(a.values[0]! - convert(b.values[0]!, b.unit, a.unit)) <= 0.03 * Math.abs(a.values[0]!);
}
