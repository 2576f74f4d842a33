/**
 * Questions asked as people ask them, and how far each stage got: found, ranked, quoted, decided.
 * @module
 */
import type { Draft } from "../../answers/draft.ts";
import { probability } from "../../decide/logistic.ts";
import { answerQuestion, type AskPorts } from "../../pipeline.ts";
import type { Hit } from "../../records.ts";
import { OPEN_DECISION } from "../examples.ts";
import { ANSWERED } from "../suite.ts";
import { areaFigure, type Figure, type Mistake, shareFigure } from "./section.ts";

/** A question and how to tell whether the asked fact is there. */
export interface Asked {
  readonly id: string;
  readonly question: string;
  /** `near_miss`: right topic, missing fact. */
  readonly kind: "answerable" | "near_miss" | "other";
  /** What is asked for, for people. */
  readonly gold: string;
  /** Whether a passage's text holds the asked fact. */
  inPassage(text: string): boolean;
  /** Whether what is shown holds it. */
  inAnswer(draft: Draft): boolean;
}

/** What came of a question when the decision holds nothing back. */
export interface TriedQuestion {
  readonly asked: Asked;
  /** Probability of the shipped decision; 0 where rules refuse or ask back, 1 where they answer. */
  readonly p: number;
  /** As shipped. */
  readonly answered: boolean;
  /** Where the fact stands. */
  readonly first: boolean;
  readonly firstFused: boolean;
  readonly eightFused: boolean;
  readonly quoted: boolean;
  /** Best scores by themselves; null where rules settled it before the search. */
  readonly alone: { readonly reading: number; readonly dense: number } | null;
}

/** Asks a question with the decision open, and judges by the shipped one. */
export async function tryQuestion(asked: Asked, ports: AskPorts): Promise<TriedQuestion> {
  const { library, model, embedder, reader } = ports;
  const open = { ...OPEN_DECISION, encoder: embedder.sha256, reader: reader.sha256 };
  const question = { text: asked.question, trail: null };
  const { draft, decision, retrieval } = await answerQuestion(question, { ...ports, model: open });
  const shown = ANSWERED.has(draft.outcome);
  const ruled = decision === null || draft.outcome === "card" || !shown;
  const p = ruled ? Number(shown) : probability(model, decision.features);
  const hits = retrieval?.hits ?? [];
  const holds = ({ chunk }: Hit) =>
    asked.inPassage(library.document(chunk.documentId)?.text.slice(chunk.start, chunk.end) ?? "");
  const fused = asFused(hits);
  return {
    asked,
    p,
    answered: ruled ? shown : p >= model.thresholds[decision.risk],
    first: hits.slice(0, 1).some(holds),
    firstFused: fused.slice(0, 1).some(holds),
    eightFused: fused.slice(0, 8).some(holds),
    quoted: shown && asked.inAnswer(draft),
    alone: retrieval && {
      reading: Math.max(0, ...hits.map(({ reading }) => reading?.answerable ?? 0)),
      dense: Math.max(0, ...hits.map(({ dense }) => dense)),
    },
  };
}

/** The order in which search brought the hits up, before they were read. */
function asFused(hits: readonly Hit[]): Hit[] {
  return hits.toSorted((a, b) =>
    b.fused - a.fused || a.chunk.documentId.localeCompare(b.chunk.documentId) || a.chunk.n - b.chunk.n
  );
}

/** The figures of a set of questions. */
export function askedFigures(all: readonly TriedQuestion[]): Figure[] {
  const of = (...kinds: Asked["kind"][]) => all.filter(({ asked }) => kinds.includes(asked.kind));
  const [answerable, near, others] = [of("answerable"), of("near_miss"), of("other")];
  const n = answerable.length;
  const share = (name: string, is: (one: TriedQuestion) => boolean, atLeast: number | null = null) =>
    shareFigure(name, answerable.filter(is).length, n, atLeast === null ? null : { atLeast });
  const area = (
    name: string,
    against: readonly TriedQuestion[],
    of: (one: TriedQuestion) => number[],
    atLeast?: number,
  ) =>
    areaFigure(name, answerable.flatMap(of), against.flatMap(of), atLeast === undefined ? null : { atLeast });
  const answered = (name: string, list: readonly TriedQuestion[]) =>
    shareFigure(name, list.filter((one) => one.answered).length, list.length);
  const alone = (which: "reading" | "dense") => ({ alone }: TriedQuestion) =>
    alone === null ? [] : [alone[which]];
  const decision = ({ p }: TriedQuestion) => [p];
  const unanswerable = [...near, ...others];
  const withOthers = others.length > 0;
  return [
    share("asked fact in the first passage", ({ first }) => first, 0.65),
    share("before reranking", ({ firstFused }) => firstFused),
    share("in the first eight before reranking", ({ eightFused }) => eightFused),
    share("asked fact in what is quoted", ({ quoted }) => quoted, 0.6),
    ...(withOthers ? [area("AUROC of the decision", unanswerable, decision, 0.9)] : []),
    area("AUROC of the decision, near misses", near, decision, 0.85),
    ...(withOthers ? [area("AUROC of the best reading alone", unanswerable, alone("reading"))] : []),
    area("AUROC of the best reading alone, near misses", near, alone("reading")),
    ...(withOthers ? [area("AUROC of the best cosine alone", unanswerable, alone("dense"))] : []),
    area("AUROC of the best cosine alone, near misses", near, alone("dense")),
    answered("answerable answered as shipped", answerable),
    answered("near misses answered as shipped", near),
    ...(withOthers ? [answered("other unanswerable answered as shipped", others)] : []),
  ];
}

/** What is answered though it should not be, answered without the fact, or refused. */
export function askedMistakes(all: readonly TriedQuestion[]): Mistake[] {
  return all.flatMap(({ asked, p, answered, quoted }): Mistake[] => {
    const { id, question, kind, gold } = asked;
    if (answered === (kind === "answerable") && (quoted || !answered)) return [];
    const came = !answered ? "refused" : kind === "answerable" ? "answered without it" : "answered";
    return [{ id, asked: question, score: p, gold: `${came}; ${gold}`, confidence: answered ? p : 1 - p }];
  });
}

/** How many questions of each kind there are, and how many rules settled before the search. */
export function askedCounts(all: readonly TriedQuestion[]): string {
  const count = (kind: Asked["kind"]) => all.filter(({ asked }) => asked.kind === kind).length;
  const early = all.filter(({ alone }) => alone === null).length;
  const others = count("other") === 0 ? "" : `, ${count("other")} others that nothing answers`;
  return `${count("answerable")} answerable questions, ${
    count("near_miss")
  } near misses${others}; rules settle ${early} before the
search. The decision's probability counts as 0 where rules refuse and as 1 where they answer; the scores alone are of the
questions that were searched.`;
}
