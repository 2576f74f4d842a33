/**
 * Claims beside their evidence, as the claim check scores them.
 * @module
 */
import { z } from "zod";
import { checkClaim, type Verdict } from "../../check/claim.ts";
import type { Rule } from "../../check/rules.ts";
import type { Reader } from "../../ports.ts";
import type { Scores } from "./balanced.ts";
import { inTurn, type Mistake } from "./section.ts";

/** A line of a claims file; `domain` and `kind` where a file has them. */
export const ClaimLine = z.object({
  id: z.coerce.string(),
  claim: z.string(),
  evidence: z.union([z.string(), z.array(z.string())]),
  gold: z.string(),
  domain: z.string().optional(),
  kind: z.string().optional(),
});
export type ClaimLine = z.infer<typeof ClaimLine>;

export interface ScoredClaim extends ClaimLine {
  readonly supported: boolean;
  readonly score: number;
  readonly label: Verdict;
  /** Rules that it breaks. */
  readonly rules: readonly Rule[];
}

/** Checks every claim. */
export function scoreClaims(reader: Reader, rows: readonly ClaimLine[]): Promise<ScoredClaim[]> {
  return inTurn(rows, async (row) => {
    const { score, label, rules } = await checkClaim(reader, row.claim, row.evidence);
    return { ...row, score, label, rules, supported: row.gold === "supported" };
  });
}

/** Scores of the supported claims and of all others. */
export function scoresOf(claims: readonly ScoredClaim[]): Scores {
  const of = (side: boolean) =>
    claims.filter(({ supported }) => supported === side).map(({ score }) => score);
  return { positive: of(true), negative: of(false) };
}

/** What is on the wrong side of 0.5. */
export function claimMistakes(claims: readonly ScoredClaim[]): Mistake[] {
  return claims.filter(({ score, supported }) => (score >= 0.5) !== supported)
    .map(({ id, claim, score, gold }) => ({
      id,
      asked: claim,
      score,
      gold: gold.replaceAll("_", " "),
      confidence: Math.abs(score - 0.5),
    }));
}

/** `187 supported, 384 not supported`. */
export function counts(claims: readonly ClaimLine[]): string {
  const groups = Map.groupBy(claims, ({ gold }) => gold);
  return [...groups].map(([gold, list]) => `${list.length} ${gold.replaceAll("_", " ")}`).join(", ");
}
