/**
 * Asking again what was reported, in every way that an incident leaves open.
 * @module
 */
import type { Cairn } from "../ports.ts";
import type { Question } from "../records.ts";
import type { Answer } from "../schema.ts";
import { withOption } from "../text/choices.ts";
import { candidates, digestOf, type Incident, isAnswerOf, isQuestionOf } from "./incident.ts";

/** Cairn as far as incidents need it. */
export type AskingAgain = Pick<Cairn, "again" | "documents">;

/** "Which trail?" and then "For when?": nobody is asked back more often. */
const MOST_CHOICES = 2;

/**
 * The question that was reported, from what was typed: the text itself, or with the options that Cairn offers for it.
 * Null when it is another question, or when those options are offered no more.
 */
export async function meant(cairn: AskingAgain, incident: Incident, text: string): Promise<string | null> {
  if (await isQuestionOf(incident, text)) return text;
  if (incident.chosen === false) return null;
  const trails = trailsOf(cairn);
  let asked: Question[] = [null, ...trails].map((trail) => ({ text, trail }));
  for (let taken = 0; taken < MOST_CHOICES; taken++) {
    const complete = new Set<string>();
    for (const question of asked) {
      const { clarify } = await cairn.again(question, incident.packs);
      for (const option of clarify?.options ?? []) complete.add(withOption(question.text, option));
    }
    asked = [...complete].map((text) => ({ text, trail: null }));
    // What is asked back hangs on what was fitted; which trails there are does not.
    if (taken === 0) trails.forEach((trail) => complete.add(withOption(text, trail)));
    for (const one of complete) if (await isQuestionOf(incident, one)) return one;
  }
  return null;
}

/** What came of asking again. */
export interface Repeated {
  readonly question: Question;
  readonly answer: Answer;
  /** Whether it is the answer that was reported. */
  readonly identical: boolean;
}

/** Asks again until the answer is the one that was reported; else the likeliest question with its answer now. */
export async function repeat(cairn: AskingAgain, incident: Incident, text: string): Promise<Repeated> {
  let first: Repeated | null = null;
  for (const question of candidates(incident, text, trailsOf(cairn))) {
    const answer = await cairn.again(question, incident.packs);
    if (await isAnswerOf(incident, answer)) return { question, answer, identical: true };
    first ??= { question, answer, identical: false };
  }
  return first!;
}

/** The question as it can be asked alone: with the trail of before, where the answer is another without it. */
export async function standingAlone(
  cairn: AskingAgain,
  { packs }: Incident,
  { question, answer }: Repeated,
): Promise<string> {
  const { text, trail } = question;
  if (trail === null) return text;
  const without = await cairn.again({ ...question, trail: null }, packs);
  return await digestOf(without) === await digestOf(answer) ? text : withOption(text, trail);
}

function trailsOf(cairn: AskingAgain): string[] {
  return [...new Set(cairn.documents().flatMap(({ trail }) => trail ?? []))];
}
