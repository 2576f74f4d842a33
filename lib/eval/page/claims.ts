/**
 * Our own claims: sentences true or corrupted over sources left out, and claims written by hand over the guides.
 * @module
 */
import type { Reader } from "../../ports.ts";
import { readJsonLines } from "../jsonl.ts";
import { kept } from "./balanced.ts";
import {
  ClaimLine,
  claimMistakes,
  counts,
  scoreClaims,
  type ScoredClaim,
  scoresOf,
} from "./scored_claims.ts";
import { areaFigure, type Figure, type Section, shareFigure, worst } from "./section.ts";
import { readWritten } from "./written_rows.ts";

/** Hand-written claims and the passages they name. */
export interface WrittenClaims {
  readonly path: string;
  readonly passages: ReadonlyMap<string, string>;
}

const GOLD = { s: "supported", p: "partly", x: "unsupported" } as const;

/** Either source may be missing: null. */
export async function claims(
  reader: Reader,
  suite: string | null,
  written: WrittenClaims | null,
): Promise<Section> {
  const rows = suite === null ? [] : await readClaims(suite);
  const guides = written === null ? [] : await writtenClaims(written);
  const [ours, theirs] = [await scoreClaims(reader, rows), await scoreClaims(reader, guides)];
  const missing = [
    ...(suite === null ? ["The suite's claims are left out: the file is missing."] : []),
    ...(written === null ? ["The guides' claims are left out: the guides or the file are missing."] : []),
  ];
  return {
    title: "Claims",
    about: [
      `Suite: ${rows.length} claims${ofWhich(rows)}. Guides: ${guides.length} claims${ofWhich(guides)}.`,
      ...missing,
    ].join(" "),
    figures: [
      ...(rows.length === 0 ? [] : figuresOf("suite", ours)),
      ...(guides.length === 0 ? [] : figuresOf("guides", theirs)),
    ],
    mistakes: worst(claimMistakes([...ours, ...theirs])),
  };
}

const ofWhich = (rows: readonly ClaimLine[]) => rows.length === 0 ? "" : ` (${counts(rows)})`;

async function readClaims(path: string): Promise<ClaimLine[]> {
  const rows: ClaimLine[] = [];
  for await (const { value } of readJsonLines(path, ClaimLine)) rows.push(value);
  return rows;
}

async function writtenClaims({ path, passages }: WrittenClaims): Promise<ClaimLine[]> {
  return (await readWritten(path)).flatMap(({ id, kind, text, passage }): ClaimLine[] => {
    const evidence = passages.get(passage);
    if (kind === "q" || kind === "n" || evidence === undefined) return [];
    return [{ id: `guides ${id}`, claim: text, evidence, gold: GOLD[kind], kind: GOLD[kind] }];
  });
}

/** Against all that are not supported, and against each kind of them. */
function figuresOf(name: string, claims: readonly ScoredClaim[]): Figure[] {
  const scores = scoresOf(claims);
  const { positive, negative } = scores;
  const kinds = Map.groupBy(claims.filter(({ supported }) => !supported), ({ kind }) => kind ?? "none");
  return [
    areaFigure(`${name}: AUROC`, positive, negative, { atLeast: 0.9 }),
    shareFigure(`${name}: true ones kept where 5 % of the others pass`, kept(scores, 0.05), positive.length),
    ...[...kinds].sort(([a], [b]) => a < b ? -1 : 1).map(([kind, list]) =>
      areaFigure(`${name}: AUROC, ${kind.replaceAll("_", " ")}`, positive, list.map(({ score }) => score))
    ),
  ];
}
