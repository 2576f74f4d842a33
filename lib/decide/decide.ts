/**
 * Do these passages answer this question? A pure function of what was retrieved.
 * @module
 */
import { coverage } from "../corpus/coverage.ts";
import type { Library } from "../corpus/library.ts";
import type { DocumentHead } from "../ports.ts";
import type { Hit, Retrieval } from "../records.ts";
import type { Outcome, Reason, Risk } from "../schema.ts";
import { type Features, features, passageTerms } from "./features.ts";
import { isForeign } from "./language.ts";
import { probability } from "./logistic.ts";
import type { DecisionModel } from "./model.ts";
import { unknownPlaces } from "./places.ts";
import { asksLive, asksToday } from "./live.ts";
import { isStale, staleNote } from "./stale.ts";
import { areApart, saysWhen, timesIn } from "./when.ts";

/** What was decided, with everything that tipped it. */
export interface Decision {
  readonly outcome: Extract<Outcome, "answer" | "caution" | "clarify" | "refuse">;
  readonly reason: Reason | null;
  readonly probability: number;
  readonly threshold: number;
  readonly risk: Risk;
  readonly features: Features;
  /** What to ask back when the outcome is clarify, else null. */
  readonly clarify: { readonly question: string; readonly options: readonly string[] } | null;
  /** One line for people who ask why. */
  readonly note: string;
  /** Whether a rule settled it, whatever the probability. */
  readonly byRule: boolean;
}

export interface DecideContext {
  readonly library: Library;
  readonly model: DecisionModel;
  readonly knowsWord: (word: string) => boolean;
  /** Trails that the question names, or that an earlier one was about. */
  readonly trails: readonly string[];
  /** Probability, by the reader, that what would be quoted answers by itself; null when nothing would be. */
  readonly quoted: number | null;
  /** The document that would be quoted first: whether an answer is old news hangs on it. Null when nothing would be. */
  readonly source: DocumentHead | null;
  /** ISO date. */
  readonly today: string;
}

/** Below this cosine a passage is not even about the same thing. Base encoder: unrelated text stays under 0.3. */
const ABOUT = 0.35;

/**
 * Another trail's passage makes the question ambiguous when it is this close to the best one, or holds nearly
 * as many of the question's words while it is not far off.
 */
const AMBIGUOUS = { close: 0.9, near: 0.6, coverage: 0.8 } as const;

/** Speaks of one trail as if it were named: then another's passage need only be near. */
const SOME_TRAIL = /\b(?:the|this|that|our|my|your) (?:trail|hike|route|track|path|trailhead)\b/i;

/** Sentences this close to the best one, in passages of this rank, may answer for another time of the year. */
const TIMED = { passages: 3, near: 0.85 } as const;

/** A probability this little above the threshold is answered with a word of caution. */
const CAUTION_BAND = 0.08;

/** Decides in a fixed order: what must not be answered, what cannot be told apart, then the probability. */
export function decide(retrieval: Retrieval, context: DecideContext): Decision {
  const { library, model } = context;
  const [best] = retrieval.hits;
  const values = features(library, retrieval, context.knowsWord, context.quoted);
  const risk: Risk = best?.head.risk ?? "medium";
  const threshold = model.thresholds[risk];
  const p = best === undefined ? 0 : probability(model, values);
  const base = { probability: p, threshold, risk, features: values, clarify: null };
  const refuse = (reason: Reason, note: string, byRule = true): Decision => ({
    ...base,
    outcome: "refuse",
    reason,
    note,
    byRule,
  });

  if (library.packs.length === 0) return refuse("no_pack", "no pack is open");
  if (retrieval.terms.length === 0) return refuse("vague", "the question has no word to search for");
  if (isForeign(retrieval.question) && values.coverage < 0.6) {
    return refuse("language", "the question is in a language the documents are not in");
  }
  const places = unknownPlaces(retrieval.question, retrieval.terms, context.knowsWord);
  if (places.length > 0) return refuse("wrong_place", `no document knows ${places.join(", ")}`);
  const source = context.source ?? best?.head ?? null;
  // A status report is what such a question asks for; with its date it may be shown, an old one not for "today".
  const isReported = p >= threshold && source !== null && source.perishable.length > 0 &&
    !(isStale(source, context.today) && asksToday(retrieval.question));
  if (asksLive(retrieval.question) && !isReported) {
    return refuse("live_data", "the question asks for the state of things now");
  }
  const rivals = rivalTrails(retrieval, context);
  if (rivals.length > 1) {
    const note = "several trails may answer, none is named";
    const clarify = { question: "Which trail?", options: rivals };
    return { ...base, outcome: "clarify", reason: "vague", clarify, note, byRule: true };
  }
  if (source === null || p < threshold) return refuse(...whyNot(values, p, threshold), false);
  const times = rivalTimes(retrieval, library);
  if (times.length > 1) {
    const note = "the answer depends on the time of the year, and none is named";
    return {
      ...base,
      outcome: "clarify",
      reason: "vague",
      clarify: { question: "For when?", options: times },
      note,
      byRule: true,
    };
  }
  if (isStale(source, context.today)) {
    return { ...base, outcome: "caution", reason: "stale_source", note: staleNote(source), byRule: true };
  }
  const weighed = { ...base, byRule: false };
  if (p < threshold + CAUTION_BAND) {
    return { ...weighed, outcome: "caution", reason: "weak_evidence", note: "barely above the threshold" };
  }
  return { ...weighed, outcome: "answer", reason: null, note: "above the threshold" };
}

function whyNot(values: Features, p: number, threshold: number): [Reason, string] {
  const note = `probability ${p.toFixed(2)} is below ${threshold.toFixed(2)}`;
  if (values.dense < ABOUT && values.coverage < 0.5) {
    return ["out_of_scope", `${note}; nothing is about this`];
  }
  if (values.dense < ABOUT + 0.1) return ["no_evidence", `${note}; no passage is near`];
  return ["weak_evidence", `${note}; the passages are about the topic but do not seem to hold the fact`];
}

/** Trails that may be meant, when the question names none and the best passage is one trail's. */
function rivalTrails(retrieval: Retrieval, { trails, library }: DecideContext): string[] {
  const [best] = retrieval.hits;
  if (trails.length > 0 || best?.head.trail == null) return [];
  const held = (hit: Hit) => coverage(library, retrieval.terms, passageTerms(library, hit, false));
  const most = held(best);
  const close = SOME_TRAIL.test(retrieval.question) ? AMBIGUOUS.near : AMBIGUOUS.close;
  const near = retrieval.hits.filter((hit) => {
    if (hit.head.trail === null) return false;
    const share = hit.fused / best.fused;
    return share >= close || (share >= AMBIGUOUS.near && held(hit) >= most * AMBIGUOUS.coverage);
  });
  return [...new Set(near.map((hit) => hit.head.trail!))].sort();
}

/** Times that the best sentence and others as near hold for, when they never meet and the question names none. */
function rivalTimes({ question, hits }: Retrieval, library: Library): string[] {
  const [best] = hits;
  const nearest = best?.spans[0];
  if (best === undefined || nearest === undefined || saysWhen(question)) return [];
  const near = hits.slice(0, TIMED.passages).filter(({ head }) => head.trail === best.head.trail)
    .flatMap(({ chunk, spans }) =>
      spans.filter(({ cosine }) => cosine >= TIMED.near * nearest.cosine)
        .map(({ start, end }) => library.document(chunk.documentId)!.text.slice(start, end))
    );
  const told = near.map((text) => ({ text, times: timesIn(text) }));
  if (told[0]?.times.length === 0) return [];
  const [first, ...others] = told.flatMap(({ text, times: [time, ...more] }) =>
    time === undefined || more.length > 0 ? [] : [{ time, label: text.slice(time.start, time.end) }]
  );
  if (first === undefined) return [];
  const rivals = others.filter(({ time }) => areApart(first.time, time));
  return [...new Set([first, ...rivals].map(({ label }) => label))].sort();
}
