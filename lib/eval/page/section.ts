/**
 * A section of the results page: figures with their intervals and goals, and the worst mistakes.
 * @module
 */
import { auroc, wilson } from "../../math/statistics.ts";
import { bootstrap, hanleyMcNeil, type Interval, meanOfMeans } from "./intervals.ts";

/** What a figure is to reach. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number };

export interface Figure {
  readonly name: string;
  /** What it was counted over. */
  readonly n: string;
  readonly value: number;
  /** 95 %; null for times. */
  readonly interval: Interval | null;
  /** Scores run from 0 to 1, shares are shown in percent. */
  readonly unit: "score" | "share" | "ms";
  readonly goal: Goal | null;
}

/** A wrong one, and how sure of itself the program was. */
export interface Mistake {
  readonly id: string;
  /** The question or claim. */
  readonly asked: string;
  readonly score: number;
  readonly gold: string;
  /** Orders the mistakes; larger is worse. */
  readonly confidence: number;
}

export interface Section {
  readonly title: string;
  /** What was measured on, with counts. */
  readonly about: string;
  readonly figures: readonly Figure[];
  readonly mistakes: readonly Mistake[];
}

/** Area under the ROC curve. */
export function areaFigure(
  name: string,
  positive: readonly number[],
  negative: readonly number[],
  goal: Goal | null = null,
): Figure {
  const value = auroc(positive, negative);
  const n = `${positive.length} against ${negative.length}`;
  return {
    name,
    n,
    value,
    interval: hanleyMcNeil(value, positive.length, negative.length),
    unit: "score",
    goal,
  };
}

/** A share of counted things. */
export function shareFigure(name: string, hits: number, n: number, goal: Goal | null = null): Figure {
  return { name, n: `${hits} of ${n}`, value: hits / n, interval: wilson(hits, n), unit: "share", goal };
}

/** Mean of the groups' means, such as balanced accuracy. */
export function meanFigure(
  name: string,
  groups: readonly (readonly number[])[],
  unit: "score" | "share",
  goal: Goal | null = null,
): Figure {
  const n = groups.map((group) => group.length).join(" + ");
  return { name, n, value: meanOfMeans(groups), interval: bootstrap(groups), unit, goal };
}

/** Whether a figure is where it should be; null where nothing is wanted or nothing was measured. */
export function reached({ value, goal }: Pick<Figure, "value" | "goal">): boolean | null {
  if (goal === null || Number.isNaN(value)) return null;
  return "atLeast" in goal ? value >= goal.atLeast : value <= goal.atMost;
}

/** The worst first. */
export function worst(mistakes: readonly Mistake[], count = 8): Mistake[] {
  return mistakes.toSorted((a, b) => b.confidence - a.confidence).slice(0, count);
}

/** Measures one after the other: encoders run one text at a time. */
export async function inTurn<T, R>(
  list: Iterable<T> | AsyncIterable<T>,
  of: (item: T) => Promise<R>,
): Promise<R[]> {
  const found: R[] = [];
  for await (const item of list) found.push(await of(item));
  return found;
}
