/**
 * A {@linkcode Cairn} that holds three documents and gives one answer of every outcome, by a word in the
 * question. Its citations keep the product's rule: `text.slice(start, end) === quote`.
 * @module
 */
import type { AskListener, Cairn, CardHead, DocumentHead } from "../lib/ports.ts";
import type {
  Answer,
  AskRequest,
  Block,
  Check,
  Citation,
  Document,
  Explanation,
  Reason,
  Sentence,
} from "../lib/schema.ts";

type Line = [kind: Block["kind"], text: string, level?: number];

/** A document made of lines, with the blocks of its text. */
export function fakeDocument(
  head: Partial<Document> & { id: string; title: string },
  lines: Line[],
): Document {
  const blocks: Block[] = [];
  let text = "";
  for (const [kind, line, level] of lines) {
    const isRow = kind === "item" || kind === "header" || kind === "row";
    if (text !== "") text += isRow && blocks.at(-1)?.kind !== "heading" ? "\n" : "\n\n";
    blocks.push({ start: text.length, end: text.length + line.length, kind, ...(level ? { level } : {}) });
    text += line;
  }
  return {
    ...{ pack: "fake", source: "Cairn handbook; after CDC and US EPA", licence: "CC-BY-4.0" },
    ...{ asOf: "2026-11-20", topic: "water", risk: "medium", perishable: [], trail: null },
    ...{ aliases: [], card: null, summary: null, text, blocks },
    ...head,
  };
}

const BOIL = "Boil water at a full rolling boil for at least 1 minute to make it safe to drink.";
const HIGH = "Above 5,000 ft (1,500 m), boil water for 3 minutes.";
const SETTLE = "Let cloudy water settle and pour off the clear part before you treat it.";

/** A handbook page with every kind of block. */
export const WATER = fakeDocument({ id: "fake/handbook/treating-water", title: "Treating water" }, [
  ["heading", "Treating water", 1],
  ["heading", "How long to boil water", 2],
  ["paragraph", `${BOIL} ${HIGH} Boiling kills bacteria, viruses and protozoa, even in cloudy water.`],
  ["heading", "Methods compared", 2],
  ["header", "Method | Amount and time | Weak point"],
  ["row", "Boiling | 1 minute; 3 minutes above 5,000 ft | leaves chemicals"],
  ["row", "Bleach, 5–6% | 2 drops per quart, 30 minutes | does not kill Cryptosporidium"],
  ["heading", "Bleach drops", 2],
  ["item", "1. Clear water: add 2 drops of 5–6% bleach per quart (liter).", 1],
  ["item", "2. Cloudy water: add 4 drops of 5–6% bleach per quart (liter).", 1],
  ["item", "3. Wait 30 minutes before drinking bleach-treated water.", 1],
  ["heading", "Before you treat it", 2],
  ["item", "• Draw water above the camp.", 1],
  ["item", "• Cloudy water needs more care:", 1],
  ["item", "• strain it through cloth", 2],
  ["item", "• let it settle", 2],
  ["paragraph", SETTLE],
  ["quote", "Clear is not the same as clean."],
  ["code", "drops = quarts × 2"],
]);

/** A page about snow, which goes stale. */
export const SNOW = fakeDocument({
  id: "fake/trails/whitney-snow",
  title: "Mount Whitney snow",
  topic: "trail",
  asOf: "2024-06-02",
  source: "Inyo National Forest",
  perishable: ["snow"],
}, [
  ["heading", "Mount Whitney snow", 1],
  ["paragraph", "The cables section holds deep snow on 2 June and an ice axe is needed."],
]);

/** An emergency card. */
export const LIGHTNING = fakeDocument({
  id: "fake/cards/lightning",
  title: "Lightning",
  topic: "weather",
  risk: "high",
  card: "lightning",
  summary: "Thunder is close, or someone has been struck.",
}, [
  ["heading", "Lightning", 1],
  ["heading", "Do now", 2],
  ["item", "1. At the first thunder, go to a substantial building or a hard-top metal vehicle.", 1],
  ["item", "2. With no building or vehicle, get off peaks and ridges and go below treeline.", 1],
  ["item", "3. Spread the group at least 15 m (50 ft) apart.", 1],
  ["item", "4. Start CPR at once on a lightning victim with no breathing or pulse.", 1],
  ["heading", "Do not", 2],
  ["item", "• Do not lie flat in a thunderstorm.", 1],
  ["item", "• Do not shelter in a tent, cave mouth or beside boulders.", 1],
  ["heading", "Watch for", 2],
  ["item", "• No place outside is safe in a thunderstorm, only less dangerous.", 1],
]);

const HELP = fakeDocument({
  id: "fake/cards/calling-for-help",
  title: "Calling for help",
  topic: "getting-help",
  risk: "high",
  card: "calling-for-help",
  summary: "You need rescue, or someone who can send it.",
}, [
  ["heading", "Calling for help", 1],
  ["heading", "Do now", 2],
  ["item", "1. Call 911 in the US and Canada, or 112 in the EU.", 1],
  ["item", "2. Say where you are, what happened, and how many are hurt.", 1],
]);

const DOCUMENTS = [WATER, SNOW, LIGHTNING, HELP];

const head = ({ text: _text, blocks: _blocks, ...rest }: Document): DocumentHead => rest;

/** The citation of a stretch of a document's text. */
export function cite(n: number, document: Document, quote: string): Citation {
  const start = document.text.indexOf(quote);
  if (start < 0) throw new Error(`Cannot cite ${document.id}: it does not contain "${quote}"`);
  const { id, pack, title, asOf, source } = document;
  return { n, pack, documentId: id, title, start, end: start + quote.length, quote, asOf, source };
}

const quoted = ({ n, quote }: Citation): Sentence => ({
  text: quote.replace(/\s+/g, " "),
  origin: "quote",
  citations: [n],
});

function made(parts: Partial<Answer>): Answer {
  const citations = parts.citations ?? [];
  return {
    ...{ id: "a1", outcome: "answer", reason: null, confidence: 0.93, nearest: [], clarify: null },
    ...{ help: null, card: null, computed: null, checks: [], notices: [], escalated: false, timings: {} },
    versions: { app: "0.1.0", packs: [], encoder: null, reader: null, model: null, prompt: null },
    sentences: citations.map(quoted),
    citations,
    ...parts,
  };
}

const items = (document: Document) =>
  document.blocks.filter(({ kind }) => kind === "item")
    .map(({ start, end }, i) => cite(i + 1, document, document.text.slice(start, end)));

const NEAREST = [cite(1, WATER, HIGH), cite(2, SNOW, "The cables section holds deep snow on 2 June")];
const ASK_RANGER = {
  wanted: "A page of the land manager about this place, from this season.",
  ask: "The ranger station or visitor centre that issues permits here.",
};

const refusal = (reason: Reason): Answer =>
  made({ outcome: "refuse", reason, confidence: 0.08, nearest: NEAREST, help: ASK_RANGER });

/** By a word of the question; the first that occurs wins. */
export const ANSWERS: Readonly<Record<string, Answer>> = {
  boil: made({ citations: [cite(1, WATER, BOIL), cite(2, WATER, HIGH)] }),
  bleach: made({ citations: items(WATER).slice(0, 3) }),
  snow: made({
    outcome: "caution",
    reason: "stale_source",
    citations: [cite(1, SNOW, "The cables section holds deep snow on 2 June and an ice axe is needed.")],
    notices: [{
      id: "n1",
      text: "The trail above Outpost Camp is closed after rockfall until further notice.",
    }],
  }),
  cloudy: made({ outcome: "caution", reason: "weak_evidence", citations: [cite(1, WATER, SETTLE)] }),
  drops: made({
    outcome: "caution",
    reason: "conflicting_sources",
    citations: [cite(1, WATER, HIGH), cite(2, SNOW, "an ice axe is needed.")],
  }),
  thunder: made({ outcome: "card", confidence: null, card: "lightning", citations: items(LIGHTNING) }),
  struck: made({
    outcome: "card",
    confidence: null,
    card: "lightning",
    citations: [...items(LIGHTNING), cite(items(LIGHTNING).length + 1, WATER, SETTLE)],
  }),
  distance: made({
    outcome: "computed",
    confidence: null,
    sentences: [{
      text: "Outpost Camp to Trail Camp is 2.5 miles (4.0 km).",
      origin: "computed",
      citations: [1],
    }],
    citations: [cite(1, SNOW, "The cables section")],
    computed: {
      function: "distanceBetween",
      inputs: { from: "Outpost Camp, mile 3.8", to: "Trail Camp, mile 6.3" },
      formula: "6.3 mi − 3.8 mi = 2.5 mi",
      asOf: "2026-11-20",
    },
  }),
  trail: made({
    outcome: "clarify",
    reason: "vague",
    confidence: 0.3,
    clarify: {
      question: "Which trail do you mean?",
      options: ["Mount Whitney Trail", "Half Dome", "Mist Trail"],
    },
  }),
  bear: refusal("no_evidence"),
  now: { ...refusal("live_data"), card: "lightning" },
  capital: refusal("out_of_scope"),
  worded: made({
    sentences: [{ text: "A rolling boil of one minute is enough.", origin: "generated", citations: [1] }],
    citations: [cite(1, WATER, BOIL)],
  }),
};

const otherwise = refusal("no_evidence");

/** The fake's opinion of a sentence: true if it speaks of boiling; else its first word is what is wrong. */
function fakeCheck(text: string): Check {
  if (/boil/i.test(text)) return { text, verdict: "supported", reasons: [], spans: [] };
  const reasons = ["The source does not say this number."];
  return { text, verdict: "unsupported", reasons, spans: [[0, text.indexOf(" ")]] };
}

/** Why every fake answer is what it is. */
export const EXPLANATION: Explanation = {
  plain: [
    "How likely the passages answer the question: 71 %. Documents of medium risk need 50 %.",
    "For an answer: the reader sees an answer in a passage.",
  ],
  terms: [],
  trail: null,
  risk: "medium",
  threshold: 0.5,
  probability: 0.71,
  features: [],
  hits: [{
    documentId: "fake/handbook/treating-water",
    title: "Treating water",
    headings: ["Boiling"],
    lexical: 3,
    dense: 0.6,
    fused: 0.8,
    answerable: 0.93,
  }],
  note: "answered",
  byRule: false,
};

/** Settings of a {@linkcode fakeCairn}. */
export interface FakeOptions {
  ready?: Cairn["ready"];
  /** Every request asked is added here. */
  asked?: AskRequest[];
}

/** The fake itself. */
export function fakeCairn({ ready = () => null, asked = [] }: FakeOptions = {}): Cairn {
  // deno-lint-ignore require-await
  const ask = async (request: AskRequest, listener?: AskListener): Promise<Answer> => {
    asked.push(request);
    if (request.question.includes("explode")) throw new Error("the fake was told to fail");
    const chosen = request.previous?.choice ? "boil" : request.question.toLowerCase();
    const answer = Object.entries(ANSWERS).find(([word]) => chosen.includes(word))?.[1] ?? otherwise;
    listener?.decision?.(answer);
    for (const citation of answer.citations) listener?.passage?.(citation);
    for (const sentence of answer.sentences) listener?.sentence?.(sentence);
    return answer;
  };
  const cards = DOCUMENTS.flatMap(({ card, title, summary, id }): CardHead[] =>
    card ? [{ card, title, summary, documentId: id }] : []
  );
  const unused = () => Promise.reject(new Error("the page does not use this"));
  return {
    ask,
    explain: async (request) => ({ answer: await ask(request), explanation: EXPLANATION }),
    again: unused,
    check: (text) => Promise.resolve([fakeCheck(text)]),
    recall: () => null,
    search: unused,
    packs: () => [{
      ...{ id: "fake", title: "Fake pack", hash: "0".repeat(64), documents: DOCUMENTS.length },
      ...{ chunks: 12, encoder: "none", signed: false },
    }],
    document: (id) => DOCUMENTS.find((document) => document.id === id) ?? null,
    documents: () => DOCUMENTS.map(head),
    cards: () => cards,
    ready,
  };
}
