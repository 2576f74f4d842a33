/**
 * From a question to an answer: guard → retrieve → decide → compose. The order of the stages that answer.
 *
 * Before retrieval only emergencies, unsafe requests, small talk and typed trail questions leave the path.
 * @module
 */
import { cardQuotes } from "./compose/card.ts";
import { type Draft, draftAnswer, refusal } from "./compose/answer.ts";
import { helpFor } from "./compose/help.ts";
import { nearest, quote } from "./compose/quote.ts";
import type { Library } from "./corpus/library.ts";
import { decide, type Decision } from "./decide/decide.ts";
import { emergencyCard } from "./decide/emergency/mod.ts";
import type { DecisionModel } from "./decide/model.ts";
import { isSmallTalk, isUnsafe, withoutOrders } from "./decide/refusals.ts";
import { trailFact } from "./compose/trail_fact.ts";
import type { Clock, Embedder } from "./ports.ts";
import type { Retrieval } from "./records.ts";
import { retrieve } from "./retrieve/retrieve.ts";
import type { Reason } from "./schema.ts";
import { cleanText, collapse } from "./text/normalize.ts";
import { queryTokens } from "./text/tokens.ts";
import { wanted } from "./text/wanted.ts";

/** What answering needs from the world. */
export interface AskPorts {
  readonly library: Library;
  readonly embedder: Embedder;
  readonly model: DecisionModel;
  readonly clock: Clock;
}

/** A question on its way, with what earlier questions settled. */
export interface Question {
  readonly text: string;
  /** A trail that an earlier question was about; one named in the text wins. */
  readonly trail: string | null;
}

/** An answer in the making and what led to it; null where the path was left before. */
export interface Outcome {
  readonly draft: Draft;
  readonly retrieval: Retrieval | null;
  readonly decision: Decision | null;
  readonly trail: string | null;
  /** Milliseconds by stage. */
  readonly timings: Record<string, number>;
  /** Why, in one line. */
  readonly note: string;
}

/** Answers one question. Never throws for what a question says. */
export async function answerQuestion(question: Question, ports: AskPorts): Promise<Outcome> {
  const { library, clock } = ports;
  const start = clock.now();
  const timings: Record<string, number> = {};
  const done = (draft: Draft, note: string, rest: Partial<Outcome> = {}): Outcome => {
    timings.total = clock.now() - start;
    return { draft, retrieval: null, decision: null, trail: null, ...rest, timings, note };
  };
  const refuse = (reason: Reason, note: string) => done(refusal(reason, helpFor(reason, null)), note);

  const text = collapse(cleanText(question.text));
  const guarded = guard(text, library, ports.embedder);
  if (guarded !== null) {
    timings.guard = clock.now() - start;
    if (guarded.draft !== null) return done(guarded.draft, guarded.note);
    return refuse(guarded.reason, guarded.note);
  }
  const asked = withoutOrders(text);
  if (asked === "") return refuse("out_of_scope", "nothing is left beside an order to the program");

  const named = library.trails.find(asked).map(({ trail }) => trail);
  const trails = named.length > 0 ? named : question.trail === null ? [] : [question.trail];
  const trail = trails.length === 1 ? trails[0]! : null;
  const fact = trailFact(asked, library, trail);
  if (fact !== null) return done(fact, "computed from the trail's waypoints or by definition", { trail });

  const retrieval = await search(asked, trails, ports);
  timings.retrieve = clock.now() - start;
  const decision = decideOn(retrieval, trail, ports);
  timings.decide = clock.now() - start - timings.retrieve;
  const draft = compose(retrieval, decision, library);
  return done(draft, decision.note, { retrieval, decision, trail });
}

type Guarded = { draft: Draft; note: string } | { draft: null; reason: Reason; note: string };

function guard(text: string, library: Library, embedder: Embedder): Guarded | null {
  const card = emergencyCard(text, (word) => embedder.knowsWord(word));
  const head = card === null ? undefined : library.heads().find((one) => one.card === card.card);
  const document = head === undefined ? null : library.document(head.id);
  if (card !== null && document !== null) {
    return {
      draft: { ...draftAnswer("card"), ...cardQuotes(document), card: card.card },
      note: `emergency wording: ${card.because}`,
    };
  }
  if (isUnsafe(text)) return { draft: null, reason: "unsafe_request", note: "asks for help with doing harm" };
  if (isSmallTalk(text)) return { draft: null, reason: "out_of_scope", note: "small talk" };
  if (queryTokens(text).length === 0) return { draft: null, reason: "vague", note: "no words" };
  return null;
}

/** A named trail binds the search to its documents: facts of one trail never answer for another. */
async function search(asked: string, trails: readonly string[], ports: AskPorts): Promise<Retrieval> {
  const { library, embedder } = ports;
  if (trails.length === 0) return await retrieve(library, embedder, asked);
  const bound = new Set(
    library.heads().filter((head) => head.trail !== null && trails.includes(head.trail)).map((head) =>
      head.id
    ),
  );
  const onTrail = await retrieve(library, embedder, asked, { only: (id) => bound.has(id) });
  // What to do in a storm is the same on every trail: how-to questions may also use documents of no trail.
  if (!wanted(asked).procedure) return onTrail;
  const general = new Set(library.heads().filter((head) => head.trail === null).map((head) => head.id));
  const anywhere = await retrieve(library, embedder, asked, {
    only: (id) => bound.has(id) || general.has(id),
  });
  return anywhere.hits[0] !== undefined && general.has(anywhere.hits[0].chunk.documentId)
    ? anywhere
    : onTrail;
}

function decideOn(
  retrieval: Retrieval,
  trail: string | null,
  { library, model, embedder, clock }: AskPorts,
): Decision {
  return decide(retrieval, {
    library,
    model,
    trail,
    today: clock.today(),
    knowsWord: (word) => embedder.knowsWord(word),
  });
}

function compose(retrieval: Retrieval, decision: Decision, library: Library): Draft {
  const { outcome, reason, probability, options } = decision;
  const base = { ...draftAnswer(outcome), reason, confidence: probability };
  if (outcome === "answer" || outcome === "caution") return { ...base, ...quote(library, retrieval) };
  const near = { nearest: nearest(library, retrieval), help: helpFor(reason!, retrieval) };
  if (outcome === "refuse") return { ...base, ...near };
  return { ...base, ...near, clarify: { question: "Which trail?", options: [...options] } };
}
