/**
 * SQuAD 2.0: paragraphs of an encyclopaedia, with questions that they answer and look-alikes that they do not.
 * @module
 */
import { z } from "zod";
import type { Reader } from "../../ports.ts";
import { readPassage } from "../../read/passage.ts";
import { readJsonLines } from "../jsonl.ts";
import { areaFigure, inTurn, meanFigure, type Mistake, type Section, worst } from "./section.ts";
import { reportArticle } from "./split.ts";
import { bestF1Threshold, f1At, type Tried } from "./squad_f1.ts";

const Line = z.object({
  id: z.coerce.string(),
  article: z.string(),
  question: z.string(),
  passage: z.string(),
  gold: z.boolean(),
  answers: z.array(z.string()),
});
type Line = z.infer<typeof Line>;

export async function squad2(reader: Reader, path: string): Promise<Section> {
  const rows: Line[] = [];
  for await (const { value } of readJsonLines(path, Line)) {
    if (await reportArticle(value.article)) rows.push(value);
  }
  const tried = await inTurn(rows, (row) => read(reader, row));
  const scores = (side: boolean) =>
    tried.filter(({ answerable }) => answerable === side).map(({ score }) => score);
  const best = bestF1Threshold(tried);
  const f1 = (threshold: number) => [tried.map((one) => f1At(one, threshold))];
  const [positive, negative] = [scores(true), scores(false)];
  const articles = new Set(rows.map(({ article }) => article));
  return {
    title: "SQuAD 2.0",
    about:
      `${rows.length} questions over ${articles.size} articles that were not trained on: ${positive.length} answerable,
${negative.length} not.`,
    figures: [
      areaFigure("AUROC", positive, negative, { atLeast: 0.8 }),
      meanFigure("F1 with abstention at 0.5", f1(0.5), "share", { atLeast: 0.6 }),
      meanFigure(`F1 at the best threshold, ${best.toFixed(3)}`, f1(best), "share"),
    ],
    mistakes: worst(rows.flatMap((row, i) => mistake(row, tried[i]!))),
  };
}

async function read(reader: Reader, { question, passage, gold, answers }: Line): Promise<Tried> {
  const { answerable, answer } = await readPassage(reader, question, "", passage);
  const said = answer === null ? "" : passage.slice(answer.start, answer.end);
  return { answerable: gold, answers, score: answerable, answer: said };
}

function mistake({ id, question }: Line, tried: Tried): Mistake[] {
  const { answerable, answers, score } = tried;
  if (f1At(tried, 0.5) > 0) return [];
  const gold = answerable ? `answerable: ${answers[0]}` : "not answerable";
  return [{ id, asked: question, score, gold, confidence: Math.abs(score - 0.5) }];
}
