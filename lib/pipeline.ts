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
import { helpFor } from "./compose/help.ts";
import { briefQuote, nearest, type Quotable, quotable, quote, type Quotes } from "./compose/quote.ts";
import { readQuotes } from "./compose/read_quotes.ts";
import type { Library } from "./corpus/library.ts";
import type { NamedTrail } from "./corpus/trail_names.ts";
import { decide, type Decision } from "./decide/decide.ts";
import { cardOf, emergencyCard } from "./decide/emergency/mod.ts";
import { DANGER, type EmergencyHead } from "./decide/emergency/net.ts";
import type { DecisionModel } from "./decide/model.ts";
import { isStale, staleNote } from "./decide/stale.ts";
import { isSmallTalk, withoutOrders } from "./decide/refusals.ts";
import { isSelfHarm } from "./decide/self_harm.ts";
import { isUnsafe } from "./decide/unsafe.ts";
import { trailFact } from "./trail/fact.ts";
import type { Clock, DocumentHead, Embedder, Reader } from "./ports.ts";
import type { Question, Retrieval } from "./records.ts";
import { READ, readHit, rerank } from "./read/rerank.ts";
import { retrieveBound } from "./retrieve/bound.ts";
import type { Document, Reason } from "./schema.ts";
import { CARDS_PACK } from "./text/card_ids.ts";
import { CRISIS_CARD } from "./text/choices.ts";
import { CRISIS_HELP } from "./text/crisis.ts";
import { cleanText, collapse } from "./text/normalize.ts";
import { isPlanted, shownTitle } from "./text/orders.ts";
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
  /** Whether a rule settled it, not the probability. */
  readonly byRule: boolean;
}

/** Answers one question. Never throws for what a question says. */
export async function answerQuestion(question: Question, ports: AskPorts): Promise<Outcome> {
  const { library, clock } = ports;
  const start = clock.now();
  const timings: Record<string, number> = {};
  let offered: string | null = null;
  const done = (draft: Draft, note: string, rest: Partial<Outcome> = {}): Outcome => {
    timings.total = clock.now() - start;
    const isHelpless = draft.outcome === "refuse" || draft.outcome === "clarify";
    return {
      draft: isHelpless ? { ...draft, card: offered } : draft,
      ...{ retrieval: null, decision: null, trail: null, byRule: true, ...rest, timings, note },
    };
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
  if (caught?.shown) {
    return done(await withAside(caught.shown.draft, asked, ports, timings), caught.shown.note);
  }
  offered = caught?.card ?? null;

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
  const parts = await answerParts(asked, context, named, ports, timings);
  if (parts !== null) {
    return done(parts, "each part of the question is answered", { retrieval, decision, trail });
  }
  const { draft, ...why } = await compose(
    retrieval,
    quote(library, retrieval, ranked),
    decision,
    meant,
    ports,
  );
  return done(draft, why.note, { retrieval, decision, trail, byRule: why.byRule });
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
    timings[stage] = (timings[stage] ?? 0) + now - last;
    last = now;
  };
  const candidates = await retrieveBound(library, embedder, asked, named);
  lap("retrieve");
  const meant = candidates.question + context;
  const retrieval = await rerank(library, reader, candidates, READ.depth, meant);
  const { ranked, answerable } = await readQuotes(reader, meant, quotable(library, retrieval));
  lap("read");
  const first = { answerable, source: ranked[0]?.hit.head ?? null };
  const decision = decideOn(retrieval, first, named.map(({ trail }) => trail), ports);
  lap("decide");
  return { meant, retrieval, ranked, decision };
}

/** The answer to a message that asks several things, where each part alone would be answered; else null. */
async function answerParts(
  asked: string,
  context: string,
  named: readonly NamedTrail[],
  ports: AskPorts,
  timings: Record<string, number>,
): Promise<Draft | null> {
  const drafts: Draft[] = [];
  for (const part of questionParts(asked)) {
    const { meant, retrieval, ranked, decision } = await weigh(part, context, named, ports, timings);
    const { draft } = await compose(
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

/** Emergencies that no rule knows the words of: the card, and itself where it is shown in place of an answer. */
async function secondNet(
  asked: string,
  { library, embedder, reader, emergencies }: AskPorts,
): Promise<{ card: string; shown: { draft: Draft; note: string } | null } | null> {
  if (emergencies === null || library.heads().every((head) => head.card === null)) return null;
  const isWord = (word: string) => embedder.knowsWord(word);
  const inDanger = async () => (await reader.read(DANGER, { title: "", text: asked })).answerable;
  const meant = await cardOf(asked, await embedder.embed(asked), emergencies, isWord, inDanger);
  const shown = meant === null ? null : cardDraft(meant.card, library, meant.because);
  return meant === null || shown === null ? null : { card: meant.card, shown: meant.isShown ? shown : null };
}

/** Probability from which what is found stands beside a card although the message has no question's form. */
const SURE_ASIDE = 0.65;

/** Whoever asks something in an emergency gets the card and, where a document surely says it, what was asked. */
async function withAside(
  card: Draft,
  asked: string,
  ports: AskPorts,
  timings: Record<string, number>,
): Promise<Draft> {
  const { library } = ports;
  try {
    const { ranked, decision } = await weigh(asked, "", library.trails.find(asked), ports, timings);
    // What only tells is answered by the card; but many ask without any word that asks.
    const isAnswered = decision.outcome === "answer" &&
      (asksSomething(asked) || decision.probability >= SURE_ASIDE);
    if (!isAnswered) return card;
    const aside = briefQuote(ranked);
    // The card is quoted whole.
    const shown = card.citations[0]?.documentId;
    if (aside.citations.some(({ documentId }) => documentId === shown)) return card;
    return { ...card, ...joinQuotes(card, aside) };
  } catch {
    // Nothing that fails here may keep the card from whoever needs it.
    return card;
  }
}

/** The card's own words as the answer, the built-in card before others of its name; null when no open pack has it. */
function cardDraft(card: string, library: Library, because: string): { draft: Draft; note: string } | null {
  const heads = library.heads().filter((one) => one.card === card);
  const head = heads.find(({ pack }) => pack === CARDS_PACK) ?? heads[0];
  const document = head === undefined ? null : library.document(head.id);
  if (document === null) return null;
  const quotes = cardQuotes(document.pack === CARDS_PACK ? document : asStrange(document, library));
  if (quotes.sentences.length === 0) return null;
  return { draft: { ...draftAnswer("card"), ...quotes, card }, note: `emergency: ${because}` };
}

/** A card that nobody here has vetted says whose it is, and tells a program nothing. */
function asStrange(card: Document, { packs }: Library): Document {
  const { info } = packs.find((pack) => pack.info.id === card.pack)!;
  return {
    ...card,
    title: `${shownTitle(card)} (from ${shownTitle(info)})`,
    blocks: card.blocks.filter(({ start, end }) => !isPlanted(card.text.slice(start, end))),
  };
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

/** "How do I treat hypothermia?": the card that is named answers better than any sentence of it, a vetted one before others. */
function namedCard(asked: string, library: Library): { draft: Draft; note: string } | null {
  const terms = new Set(queryTokens(asked).map(({ term }) => term));
  const cards = library.heads().filter(({ card }) => {
    const name = card?.replaceAll("-", " ") ?? "";
    const words = queryTokens(name);
    // "treat" and "first aid" are how a treatment is asked for, not what is treated.
    return words.length > 0 && words.every(({ term }) => terms.has(term)) && !asksTreatment(name);
  });
  const vetted = cards.filter(({ pack }) => pack === CARDS_PACK);
  const [named, ...others] = new Set((vetted.length > 0 ? vetted : cards).map(({ card }) => card!));
  return named === undefined || others.length > 0
    ? null
    : cardDraft(named, library, "its treatment is asked for");
}

function decideOn(
  retrieval: Retrieval,
  first: { answerable: number | null; source: DocumentHead | null },
  trails: readonly string[],
  { library, model, embedder, clock }: AskPorts,
): Decision {
  return decide(retrieval, {
    library,
    model,
    quoted: first.answerable,
    source: first.source,
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
): Promise<{ draft: Draft; note: string; byRule: boolean }> {
  const { outcome, reason, probability, clarify, note, byRule } = decision;
  const base = { ...draftAnswer(outcome), reason, confidence: probability };
  if (outcome === "answer" || outcome === "caution") {
    const both = await conflict(library, retrieval, quotes, {
      disagree,
      read: (hit) => readHit(library, reader, hit, asked),
    });
    if (both !== null) {
      const draft = { ...base, ...both, outcome: "caution", reason: "conflicting_sources" } as const;
      return { draft, note: "two sources disagree, so both are shown", byRule: true };
    }
    const old = quotes.citations.map((c) => library.document(c.documentId)!).find((document) =>
      isStale(document, clock.today())
    );
    if (old === undefined || reason === "stale_source") {
      return { draft: { ...base, ...quotes }, note, byRule };
    }
    const draft = { ...base, ...quotes, outcome: "caution", reason: "stale_source" } as const;
    return { draft, note: staleNote(old), byRule: true };
  }
  const near = { nearest: nearest(library, retrieval), help: helpFor(reason!, retrieval) };
  if (outcome === "refuse") return { draft: { ...base, ...near }, note, byRule };
  const back = clarify && { ...clarify, options: [...clarify.options] };
  return { draft: { ...base, ...near, clarify: back }, note, byRule };
}
