/**
 * A wrong answer that somebody reported: enough to give it again, and the question only where its asker agreed.
 * @module
 */
import { z } from "zod";
import type { AnsweredQuestion, Question } from "../records.ts";
import { Answer, Outcome, Reason } from "../schema.ts";
import { sha256Hex } from "../text/hash.ts";

/** Questions are short: without many rounds they could be guessed from their hash. */
const ROUNDS = 200_000;

/** How a question ends that an option was added to; whoever ends one so by hand is taken for it, which costs time alone. */
const WITH_OPTION = / \(.+\)$/s;

/** An incident as it is kept. */
export const Incident = z.object({
  format: z.literal(1),
  id: z.string(),
  reported: z.iso.datetime(),
  /** The day on which it was answered: ages of sources count from it. */
  today: z.string(),
  /** Packs that were chosen; null when all were. */
  packs: z.array(z.string()).nullable(),
  outcome: Outcome,
  reason: Reason.nullable(),
  /** sha256 of the answer without its id and timings. */
  answerSha256: z.string(),
  versions: Answer.shape.versions,
  /** sha256 of the fitted decision and emergency head. */
  fittedSha256: z.string(),
  questionHash: z.object({ salt: z.string(), rounds: z.int(), sha256: z.string() }),
  /** Whether an option ("Which trail?") was added to the question that was typed; older files do not say. */
  chosen: z.boolean().optional(),
  /** Null unless the asker agreed. */
  asked: z.object({
    text: z.string(),
    trail: z.string().nullable(),
    calm: z.boolean(),
    answer: Answer,
  }).nullable(),
});
export type Incident = z.infer<typeof Incident>;

/**
 * Makes an incident of an answer.
 *
 * @param consent whether question and answer may be kept
 * @param reported ISO instant
 */
export async function incidentOf(
  { question, packs, today, fittedSha256, answer }: AnsweredQuestion,
  consent: boolean,
  reported: string,
): Promise<Incident> {
  const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
  return {
    format: 1,
    id: `${today}-${answer.id.slice(0, 8)}`,
    reported,
    today,
    packs: packs === null ? null : [...packs],
    outcome: answer.outcome,
    reason: answer.reason,
    answerSha256: await digestOf(answer),
    versions: answer.versions,
    fittedSha256,
    questionHash: { salt, rounds: ROUNDS, sha256: await questionHash(question.text, salt, ROUNDS) },
    chosen: WITH_OPTION.test(question.text),
    asked: consent
      ? { text: question.text, trail: question.trail, calm: question.calm === true, answer }
      : null,
  };
}

/** sha256 of what an answer says: everything but its id and how long it took. */
export async function digestOf({ id: _id, timings: _timings, ...said }: Answer): Promise<string> {
  return await sha256Hex(JSON.stringify(said));
}

/** Whether an answer says what the reported one did. In which order packs were opened is no difference. */
export async function isAnswerOf({ answerSha256, versions }: Incident, answer: Answer): Promise<boolean> {
  const place = ({ id }: { readonly id: string }) => versions.packs.findIndex((pack) => pack.id === id);
  const packs = answer.versions.packs.toSorted((a, b) => place(a) - place(b));
  return await digestOf({ ...answer, versions: { ...answer.versions, packs } }) === answerSha256;
}

/** Whether this is the question that was asked, to the letter. */
export async function isQuestionOf(
  { questionHash: { salt, rounds, sha256 } }: Incident,
  text: string,
): Promise<boolean> {
  return await questionHash(text, salt, rounds) === sha256;
}

/**
 * Questions that an incident may stem from, likeliest first: without consent neither an earlier question's trail
 * nor "Not an emergency" was kept.
 *
 * @param trails names of the trails of the open packs
 */
export function candidates({ asked }: Incident, text: string, trails: readonly string[]): Question[] {
  if (asked !== null) return [{ text: asked.text, trail: asked.trail, calm: asked.calm }];
  return [false, true].flatMap((calm) => [null, ...trails].map((trail) => ({ text, trail, calm })));
}

async function questionHash(text: string, salt: string, rounds: number): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", encoder.encode(text), "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt: encoder.encode(salt), iterations: rounds },
    key,
    256,
  );
  return hex(new Uint8Array(bits));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
