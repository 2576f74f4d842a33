/**
 * What is left out of training, to report on: by document, article, domain or query, never by row.
 *
 * Mirrors `models/training/reader/split.py`; where the two differ, something is measured that was learnt.
 * @module
 */
import { sha256Hex } from "../../text/hash.ts";

const SQUAD_REPORT: ReadonlySet<string> = new Set(["Steam_engine", "Islamism", "Normans"]);
const SUMMEDITS_TRAIN: ReadonlySet<string> = new Set(["news", "samsum"]);

/** The tenth that a key falls in, 0 to 9. */
export async function tenth(key: string): Promise<number> {
  return parseInt((await sha256Hex(key)).slice(0, 8), 16) % 10;
}

/** SQuAD 2.0: three articles, and every one whose hash falls in the first tenth. */
export async function reportArticle(name: string): Promise<boolean> {
  return SQUAD_REPORT.has(name) || await tenth(name) === 0;
}

/** WiCE: half of the articles; `dev02986#0` is a claim of article `dev02986`. */
export async function reportClaim(id: string): Promise<boolean> {
  return await tenth(id.split("#")[0]!) % 2 === 1;
}

/** SummEdits: the domains that were not trained on. */
export function reportDomain(domain: string): boolean {
  return !SUMMEDITS_TRAIN.has(domain);
}

/** SciFact: half of the queries, by id. */
export async function reportQuery(id: string): Promise<boolean> {
  return await tenth(`scifact ${id}`) % 2 === 1;
}
