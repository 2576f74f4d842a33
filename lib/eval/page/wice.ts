/**
 * WiCE: claims from Wikipedia beside the pages they cite.
 * @module
 */
import type { Reader } from "../../ports.ts";
import { readJsonLines } from "../jsonl.ts";
import { rightAt } from "./balanced.ts";
import { ClaimLine, claimMistakes, counts, scoreClaims, scoresOf } from "./scored_claims.ts";
import { areaFigure, meanFigure, type Section, worst } from "./section.ts";
import { reportClaim } from "./split.ts";

export async function wice(reader: Reader, path: string): Promise<Section> {
  const rows: ClaimLine[] = [];
  for await (const { value } of readJsonLines(path, ClaimLine)) {
    if (await reportClaim(value.id)) rows.push(value);
  }
  const claims = await scoreClaims(reader, rows);
  const scores = scoresOf(claims);
  const labelled = [true, false].map((side) =>
    claims.filter(({ supported }) => supported === side)
      .map(({ label }) => (label === "supported") === side ? 1 : 0)
  );
  return {
    title: "WiCE",
    about: `${rows.length} claims of articles that were not trained on: ${
      counts(rows)
    }. Supported against the rest.`,
    figures: [
      areaFigure("AUROC", scores.positive, scores.negative, { atLeast: 0.82 }),
      meanFigure("balanced accuracy at 0.5", rightAt(scores, 0.5), "share"),
      meanFigure("balanced accuracy as labelled", labelled, "share"),
    ],
    mistakes: worst(claimMistakes(claims)),
  };
}
