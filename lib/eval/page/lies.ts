/**
 * The lying writer: true paraphrases of our passages and sentences with one thing wrong stand in for a language model, so that
 * what the claim check lets through is measured without one.
 * @module
 */
import { z } from "zod";
import type { Reader } from "../../ports.ts";
import { readJsonLines } from "../jsonl.ts";
import { kept } from "./balanced.ts";
import { claimMistakes, scoreClaims, type ScoredClaim, scoresOf } from "./scored_claims.ts";
import { areaFigure, type Figure, type Section, shareFigure, worst } from "./section.ts";

/** A passage with what a writer could say about it; `by` is who wrote it, people or a rule. */
export const LieLine = z.object({
  id: z.string(),
  by: z.enum(["hand", "rule"]),
  document: z.string(),
  evidence: z.string().min(1),
  true: z.string().min(1),
  lies: z.array(z.object({ kind: z.string(), text: z.string().min(1) })).min(1),
});
export type LieLine = z.infer<typeof LieLine>;

/** Measures over passages of documents that the reader has not learnt from. */
export async function lies(reader: Reader, path: string, learnt: ReadonlySet<string>): Promise<Section> {
  const rows: LieLine[] = [];
  for await (const { value } of readJsonLines(path, LieLine)) {
    if (!learnt.has(value.document)) rows.push(value);
  }
  const found: Record<LieLine["by"], ScoredClaim[]> = { hand: [], rule: [] };
  for (const by of ["hand", "rule"] as const) {
    found[by] = await scoreClaims(reader, rows.filter((row) => row.by === by).flatMap(claimsOf));
  }
  return {
    title: "The lying writer",
    about:
      `${rows.length} passages, each with a true paraphrase and two lies: by hand, written by someone who had not read the check, ` +
      "and by rule. A sentence passes when the check calls it supported. Passages of documents that the reader has learnt from are left out.",
    figures: [...figuresOf("by hand", found.hand), ...figuresOf("by rule", found.rule)],
    mistakes: worst(claimMistakes([...found.hand, ...found.rule])),
  };
}

function claimsOf({ id, evidence, true: paraphrase, lies }: LieLine) {
  return [
    { id, claim: paraphrase, evidence, gold: "supported", kind: "true" },
    ...lies.map(({ kind, text }, i) => ({
      id: `${id}-${i + 1}`,
      claim: text,
      evidence,
      gold: "a lie",
      kind,
    })),
  ];
}

const passes = ({ label }: ScoredClaim) => label === "supported";

function figuresOf(name: string, claims: readonly ScoredClaim[]): Figure[] {
  if (claims.length === 0) return [];
  const scores = scoresOf(claims);
  const honest = claims.filter(({ supported }) => supported);
  const told = claims.filter(({ supported }) => !supported);
  const kinds = [...Map.groupBy(told, ({ kind }) => kind ?? "none")].sort(([a], [b]) => a < b ? -1 : 1);
  return [
    shareFigure(`${name}: lies that pass`, told.filter(passes).length, told.length, { atMost: 0.02 }),
    shareFigure(`${name}: true ones that pass`, honest.filter(passes).length, honest.length, {
      atLeast: 0.8,
    }),
    areaFigure(`${name}: AUROC`, scores.positive, scores.negative),
    shareFigure(`${name}: true ones kept where 2 % of the lies pass`, kept(scores, 0.02), honest.length),
    shareFigure(
      `${name}: lies that a rule knows`,
      told.filter(({ rules }) => rules.length > 0).length,
      told.length,
    ),
    shareFigure(
      `${name}: lies that no rule knows, and that pass`,
      told.filter((claim) => claim.rules.length === 0 && passes(claim)).length,
      told.filter(({ rules }) => rules.length === 0).length,
    ),
    ...kinds.map(([kind, list]) =>
      shareFigure(`${name}, ${kind}: pass`, list.filter(passes).length, list.length)
    ),
  ];
}
