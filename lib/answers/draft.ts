/**
 * Answers without identity: what the stages fill in before the id, the timings and the versions.
 * @module
 */
import type { Answer, Outcome, Reason } from "../schema.ts";

/** An answer before it is numbered and timed. */
export type Draft = Omit<Answer, "id" | "timings" | "versions">;

/** An empty answer of one outcome. */
export function draftAnswer(outcome: Outcome): Draft {
  return {
    outcome,
    reason: null,
    confidence: null,
    sentences: [],
    citations: [],
    nearest: [],
    clarify: null,
    help: null,
    card: null,
    computed: null,
    checks: [],
    notices: [],
    escalated: false,
  };
}

/** A refusal before retrieval: there are no passages to show. */
export function refusal(reason: Reason, help: Answer["help"]): Draft {
  return { ...draftAnswer("refuse"), reason, help };
}
