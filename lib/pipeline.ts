/**
 * From a question to an answer: guard → retrieve → read → decide → compose. The order of the stages that answer.
 *
 * Before retrieval only emergencies, unsafe requests, small talk and typed trail questions leave the path.
 * @module
 */
import { cardQuotes } from "./compose/card.ts";
import { type Draft, draftAnswer, refusal } from "./answers/draft.ts";
import { joinDrafts, joinQuotes } from "./answers/join.ts";
import { disagree } from "./check/disagree.ts";
import { conflict } from "./compose/conflict.ts";
import { CRISIS_HELP, helpFor } from "./compose/help.ts";
import { briefQuote, nearest, type Quotable, quotable, quote, type Quotes } from "./compose/quote.ts";
import { readQuotes } from "./compose/read_quotes.ts";
import type { Library } from "./corpus/library.ts";
import type { NamedTrail } from "./corpus/trail_names.ts";
import { decide, type Decision } from "./decide/decide.ts";
import { cardOf, emergencyCard } from "./decide/emergency/mod.ts";
import { DANGER, type EmergencyHead } from "./decide/emergency/net.ts";
import type { DecisionModel } from "./decide/model.ts";
import { isStale } from "./decide/stale.ts";
import { isSelfHarm, isSmallTalk, isUnsafe, withoutOrders } from "./decide/refusals.ts";
import { trailFact } from "./trail/fact.ts";
import type { Clock, Embedder, Reader } from "./ports.ts";
import type { Question, Retrieval } from "./records.ts";
import { READ, readHit, rerank } from "./read/rerank.ts";
import { retrieveBound } from "./retrieve/bound.ts";
import type { Reason } from "./schema.ts";
import { CRISIS_CARD } from "./text/choices.ts";
import { cleanText, collapse } from "./text/normalize.ts";
import { questionParts } from "./text/parts.ts";
import { queryTokens, tokenize } from "./text/tokens.ts";
import { asksSomething, asksTreatment } from "./text/wanted.ts";

/** What answering needs from the world. */
export interface AskPorts {
  readonly library: Library;
  readonly embedder: Embedder;
  readonly reader: Reader;
  readonly model: DecisionModel;
  /** The second net for emergencies; null leaves the rules alone. */
  readonly emergencies: EmergencyHead | null;
  readonly clock: Clock;
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
  const guarded = guard(text, question, ports);
  if (guarded !== null) {
    timings.guard = clock.now() - start;
    if (guarded.draft !== null) return done(guarded.draft, guarded.note);
    return refuse(guarded.reason, guarded.note);
  }
  const asked = withoutOrders(text);
  if (asked === "") return refuse("out_of_scope", "nothing is left beside an order to the program");

  const caught = question.calm === true ? null : await secondNet(asked, ports);
  timings.guard = clock.now() - start;
  if (caught !== null) return done(await withAside(caught.draft, asked, ports, timings), caught.note);

  const found = library.trails.find(asked);
  const earlier = question.trail === null ? [] : [{ trail: question.trail, terms: [], byName: true }];
  const named = found.length > 0 ? found : earlier;
  const trail = named.length === 1 ? named[0]!.trail : null;
  const fact = trailFact(asked, library, trail);
  if (fact !== null) return done(fact, "computed from the trail's waypoints or by definition", { trail });

  // A follow-up does not say its trail; whoever reads a passage of that trail has to know it.
  const context = found.length === 0 && trail !== null ? ` (${trail})` : "";
  const { meant, retrieval, ranked, decision } = await weigh(asked, context, named, ports, timings);
  const treated = question.calm !== true && asksTreatment(asked) ? namedCard(asked, library) : null;
  if (treated !== null) return done(treated.draft, treated.note, { retrieval, decision, trail });
  const parts = await answerParts(asked, context, named, ports);
  if (parts !== null) {
    return done(parts, "each part of the question is answered", { retrieval, decision, trail });
  }
  const draft = await compose(retrieval, quote(library, retrieval, ranked), decision, meant, ports);
  return done(draft, decision.note, { retrieval, decision, trail });
}

/** What search and reader find for a question, what may be quoted, and whether it answers; adds the stages' times to `timings`. */
async function weigh(
  asked: string,
  context: string,
  named: readonly NamedTrail[],
  ports: AskPorts,
  timings: Record<string, number>,
): Promise<{ meant: string; retrieval: Retrieval; ranked: readonly Quotable[]; decision: Decision }> {
  const { library, embedder, reader, clock } = ports;
  let last = clock.now();
  const lap = (stage: string) => {
    const now = clock.now();
    timings[stage] = now - last;
    last = now;
  };
  const candidates = await retrieveBound(library, embedder, asked, named);
  lap("retrieve");
  const meant = candidates.question + context;
  const retrieval = await rerank(library, reader, candidates, READ.depth, meant);
  const { ranked, answerable } = await readQuotes(reader, meant, quotable(library, retrieval));
  lap("read");
  const decision = decideOn(retrieval, answerable, named.map(({ trail }) => trail), ports);
  lap("decide");
  return { meant, retrieval, ranked, decision };
}

/** The answer to a message that asks several things, where each part alone would be answered; else null. */
async function answerParts(
  asked: string,
  context: string,
  named: readonly NamedTrail[],
  ports: AskPorts,
): Promise<Draft | null> {
  const drafts: Draft[] = [];
  for (const part of questionParts(asked)) {
    const { meant, retrieval, ranked, decision } = await weigh(part, context, named, ports, {});
    const draft = await compose(
      retrieval,
      quote(ports.library, retrieval, ranked.slice(0, 1)),
      decision,
      meant,
      ports,
    );
    if (draft.outcome !== "answer" && draft.outcome !== "caution") return null;
    drafts.push(draft);
  }
  const [first, ...others] = drafts;
  return first === undefined ? null : joinDrafts(first, ...others);
}

/** Emergencies that no rule knows the words of. */
async function secondNet(
  asked: string,
  { library, embedder, reader, emergencies }: AskPorts,
): Promise<{ draft: Draft; note: string } | null> {
  if (emergencies === null || library.heads().every((head) => head.card === null)) return null;
  const isWord = (word: string) => embedder.knowsWord(word);
  const inDanger = async () => (await reader.read(DANGER, { title: "", text: asked })).answerable;
  const card = await cardOf(asked, await embedder.embed(asked), emergencies, isWord, inDanger);
  return card === null ? null : cardDraft(card.card, library, card.because);
}

/** Whoever asks something in an emergency gets the card and, where another document surely says it, what was asked. */
async function withAside(
  card: Draft,
  asked: string,
  ports: AskPorts,
  timings: Record<string, number>,
): Promise<Draft> {
  if (!asksSomething(asked)) return card;
  const { library } = ports;
  try {
    const { ranked, decision } = await weigh(asked, "", library.trails.find(asked), ports, timings);
    if (decision.outcome !== "answer") return card;
    const aside = briefQuote(ranked);
    const shown = card.citations[0]?.documentId;
    if (aside.citations.some(({ documentId }) => documentId === shown)) return card;
    return { ...card, ...joinQuotes(card, aside) };
  } catch {
    // Nothing that fails here may keep the card from whoever needs it.
    return card;
  }
}

/** The card's own words as the answer; null when no open pack has that card. */
function cardDraft(card: string, library: Library, because: string): { draft: Draft; note: string } | null {
  const head = library.heads().find((one) => one.card === card);
  const document = head === undefined ? null : library.document(head.id);
  if (document === null) return null;
  return { draft: { ...draftAnswer("card"), ...cardQuotes(document), card }, note: `emergency: ${because}` };
}

type Guarded = { draft: Draft; note: string } | { draft: null; reason: Reason; note: string };

function guard(text: string, { calm }: Question, { library, embedder }: AskPorts): Guarded | null {
  const card = calm === true ? null : emergencyCard(text, (word) => embedder.knowsWord(word));
  const shown = card === null ? null : cardDraft(card.card, library, card.because);
  if (shown !== null) return shown;
  if (isSelfHarm(text)) {
    const note = "someone may harm themselves";
    // Without the cards there are still people to call.
    return cardDraft(CRISIS_CARD, library, note) ?? { draft: refusal("no_evidence", CRISIS_HELP), note };
  }
  if (isUnsafe(text)) return { draft: null, reason: "unsafe_request", note: "asks for help with doing harm" };
  if (isSmallTalk(text)) return { draft: null, reason: "out_of_scope", note: "small talk" };
  if (queryTokens(text).length === 0) return { draft: null, reason: "vague", note: "no words" };
  if (isOneWord(text)) return { draft: null, reason: "vague", note: "one word over and over" };
  return null;
}

/** "water water water": what is wanted of it stays open. */
function isOneWord(text: string): boolean {
  const words = tokenize(text).map(({ word }) => word);
  return words.length >= 3 && new Set(words).size === 1;
}

/** "How do I treat hypothermia?": the vetted card that is named answers better than any sentence of it. */
function namedCard(asked: string, library: Library): { draft: Draft; note: string } | null {
  const terms = new Set(queryTokens(asked).map(({ term }) => term));
  const cards = library.heads().filter(({ card }) => card !== null);
  const named = cards.filter(({ card }) =>
    queryTokens(card!.replaceAll("-", " ")).every(({ term }) => terms.has(term))
  );
  return named.length === 1 ? cardDraft(named[0]!.card!, library, "its treatment is asked for") : null;
}

function decideOn(
  retrieval: Retrieval,
  quoted: number | null,
  trails: readonly string[],
  { library, model, embedder, clock }: AskPorts,
): Decision {
  return decide(retrieval, {
    library,
    model,
    quoted,
    trails,
    today: clock.today(),
    knowsWord: (word) => embedder.knowsWord(word),
  });
}

async function compose(
  retrieval: Retrieval,
  quotes: Quotes,
  decision: Decision,
  asked: string,
  { library, reader, clock }: AskPorts,
): Promise<Draft> {
  const { outcome, reason, probability, clarify } = decision;
  const base = { ...draftAnswer(outcome), reason, confidence: probability };
  if (outcome === "answer" || outcome === "caution") {
    const both = await conflict(library, retrieval, quotes, {
      disagree,
      read: (hit) => readHit(library, reader, hit, asked),
    });
    if (both !== null) return { ...base, ...both, outcome: "caution", reason: "conflicting_sources" };
    const old = quotes.citations.some((c) => isStale(library.document(c.documentId)!, clock.today()));
    const stale = outcome === "answer" && old ? { outcome: "caution", reason: "stale_source" } as const : {};
    return { ...base, ...quotes, ...stale };
  }
  const near = { nearest: nearest(library, retrieval), help: helpFor(reason!, retrieval) };
  if (outcome === "refuse") return { ...base, ...near };
  return { ...base, ...near, clarify: clarify && { ...clarify, options: [...clarify.options] } };
}
