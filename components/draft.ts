/**
 * The answer while it is arriving: passages first, then sentences, then the whole.
 * @module
 */
import type { Answer, Citation, Sentence } from "../lib/schema.ts";

/** What has arrived so far. */
export interface Draft {
  readonly decision: Pick<Answer, "outcome" | "reason" | "confidence" | "card"> | null;
  readonly passages: readonly Citation[];
  readonly sentences: readonly Sentence[];
  readonly answer: Answer | null;
}

/** Nothing yet. */
export const EMPTY_DRAFT: Draft = { decision: null, passages: [], sentences: [], answer: null };

/** The draft after an event; unknown events change nothing. Data is the server's own JSON. */
export function received(draft: Draft, event: string, data: string): Draft {
  switch (event) {
    case "decision":
      return { ...draft, decision: JSON.parse(data) };
    case "passage":
      return { ...draft, passages: [...draft.passages, JSON.parse(data)] };
    case "sentence": {
      const sentence: Sentence = JSON.parse(data);
      const isKnown = draft.sentences.some(({ text }) => text === sentence.text);
      return isKnown ? draft : { ...draft, sentences: [...draft.sentences, sentence] };
    }
    case "answer":
      return { ...draft, answer: JSON.parse(data) };
    default:
      return draft;
  }
}

/**
 * What to show of a draft: the answer, else an answer made of what has arrived. Only a decision to answer
 * shows its passages before the rest: for a refusal they are the nearest ones, not an answer.
 */
export function shown(draft: Draft): Answer | null {
  if (draft.answer || !draft.decision) return draft.answer;
  const { outcome } = draft.decision;
  if (outcome === "refuse" || outcome === "clarify" || draft.passages.length === 0) return null;
  const quotes = draft.passages.map(({ quote, n }): Sentence => ({
    text: quote.replace(/\s+/g, " "),
    origin: "quote",
    citations: [n],
  }));
  return {
    ...BLANK,
    ...draft.decision,
    sentences: draft.sentences.length > 0 ? [...draft.sentences] : quotes,
    citations: [...draft.passages],
  };
}

const BLANK: Answer = {
  id: "",
  outcome: "answer",
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
  timings: {},
  versions: { app: "", packs: [], encoder: null, reader: null, model: null, prompt: null },
};
