/**
 * SciFact: claims as queries, abstracts as documents.
 * @module
 */
import type { Mode } from "../../retrieve/retrieve.ts";
import { type Query, readQueries } from "../beir.ts";
import { ndcg, recall, type Relevant } from "./ranking.ts";
import { inTurn, meanFigure, type Mistake, type Section, worst } from "./section.ts";
import { reportQuery } from "./split.ts";

export interface ScifactFiles {
  readonly queries: string;
  readonly qrels: string;
}

/** Ids of the documents found for a question, best first. */
export type Rank = (question: string, mode: Mode) => Promise<string[]>;

export async function scifact(files: ScifactFiles, rank: Rank): Promise<Section> {
  const judged = readQrels(await Deno.readTextFile(files.qrels));
  const queries: Query[] = [];
  for (const query of await readQueries(files.queries)) {
    if (judged.has(query._id) && await reportQuery(query._id)) queries.push(query);
  }
  const ranked = async (mode: Mode) => await inTurn(queries, ({ text }) => rank(text, mode));
  const [full, hybrid] = [await ranked("full"), await ranked("hybrid")];
  const of = (measure: typeof ndcg, found: readonly string[][]) =>
    found.map((ids, i) => measure(ids, judged.get(queries[i]!._id)!));
  const mistakes = queries.map((query, i) => mistake(query, full[i]!, judged.get(query._id)!));
  return {
    title: "SciFact",
    about:
      `${queries.length} queries that were not trained on. Hybrid is search by words and passage vectors; with the
reader, the first passages are read and put in order. Sentences' vectors, which asking uses too, are left out. The score of a mistake is its nDCG@10.`,
    figures: [
      meanFigure("nDCG@10, hybrid and reader", [of(ndcg, full)], "score", { atLeast: 0.74 }),
      meanFigure("nDCG@10, hybrid", [of(ndcg, hybrid)], "score"),
      meanFigure("recall@10, hybrid and reader", [of(recall, full)], "score"),
      meanFigure("recall@10, hybrid", [of(recall, hybrid)], "score"),
    ],
    mistakes: worst(mistakes.filter(({ score }) => score < 0.5)),
  };
}

/** Relevant documents by query, from a BEIR file: query, document and grade, apart by white space. */
export function readQrels(text: string): Map<string, Map<string, number>> {
  const judged = new Map<string, Map<string, number>>();
  for (const line of text.split("\n")) {
    const [query, document, grade] = line.trim().split(/\s+/);
    if (query === undefined || document === undefined || !(Number(grade) > 0)) continue;
    judged.set(query, (judged.get(query) ?? new Map()).set(document, Number(grade)));
  }
  return judged;
}

/** The further down the first relevant document, the worse. */
function mistake({ _id, text }: Query, ranked: readonly string[], relevant: Relevant): Mistake {
  const at = ranked.findIndex((id) => relevant.has(id));
  const place = at < 0 ? "not found" : `first at rank ${at + 1}`;
  return {
    id: _id,
    asked: text,
    score: ndcg(ranked, relevant),
    gold: `${[...relevant.keys()].join(", ")}: ${place}`,
    confidence: at < 0 ? Infinity : at,
  };
}
