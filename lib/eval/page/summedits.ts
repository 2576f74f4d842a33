/**
 * SummEdits: summaries with subtle edits, in domains that were not trained on.
 * @module
 */
import type { Reader } from "../../ports.ts";
import { readJsonLines } from "../jsonl.ts";
import { bestThreshold, rightAt } from "./balanced.ts";
import { ClaimLine, claimMistakes, counts, scoreClaims, scoresOf } from "./scored_claims.ts";
import { type Figure, meanFigure, type Section, worst } from "./section.ts";
import { reportDomain } from "./split.ts";

export async function summedits(reader: Reader, path: string): Promise<Section> {
  const rows: ClaimLine[] = [];
  for await (const { value } of readJsonLines(path, ClaimLine)) {
    if (reportDomain(value.domain ?? "")) rows.push(value);
  }
  const claims = await scoreClaims(reader, rows);
  const domains = [...Map.groupBy(claims, ({ domain }) => domain ?? "none")]
    .map(([domain, list]) => ({ domain, scores: scoresOf(list) }));
  const each = domains.flatMap(({ domain, scores }): Figure[] => {
    const best = bestThreshold(scores);
    return [
      meanFigure(`${domain}: balanced accuracy at 0.5`, rightAt(scores, 0.5), "share"),
      meanFigure(`${domain}: at its best threshold, ${best.toFixed(3)}`, rightAt(scores, best), "share"),
    ];
  });
  const all = domains.flatMap(({ scores }) => rightAt(scores, 0.5));
  return {
    title: "SummEdits",
    about: `${rows.length} summaries in ${domains.length} domains that were not trained on: ${counts(rows)}.`,
    figures: [
      meanFigure("balanced accuracy at 0.5, mean over domains", all, "share", { atLeast: 0.62 }),
      ...each,
    ],
    mistakes: worst(claimMistakes(claims)),
  };
}
