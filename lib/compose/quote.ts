/**
 * The fewest sentences that answer, quoted.
 * @module
 */
import type { Library } from "../corpus/library.ts";
import { coverage } from "../corpus/coverage.ts";
import { weightIn } from "../corpus/reading.ts";
import { logOdds } from "../math/statistics.ts";
import type { Hit, Retrieval, ScoredSpan } from "../records.ts";
import type { Block, Citation, Document, Sentence } from "../schema.ts";
import type { Range } from "../text/sentences.ts";
import { isPlanted } from "../text/orders.ts";
import { indexTerms, queryTokens } from "../text/tokens.ts";
import { quantities } from "../text/units.ts";
import { wanted } from "../text/wanted.ts";
import { CitationList } from "../answers/citations.ts";

/** Tunables of the choice; values as chosen in docs/evaluation.md. */
export const QUOTE = {
  /** Passages whose sentences compete. */
  passages: 4,
  /** Weight of the passage's fused score beside the sentence's cosine. */
  passageWeight: 0.5,
  /** Weight of the question's rare words that the sentence with its headings holds. */
  coverageWeight: 0.2,
  /** Weight of those that it holds itself: headings are shared by all sentences under them. */
  ownWeight: 0.3,
  /** Bonus for a number of the kind that is asked for. */
  numberBonus: 0.15,
  /** Bonus for a numbered step where steps are asked for. */
  stepBonus: 0.12,
  /** Weight of the reader's log-odds of the passage. */
  readWeight: 0.05,
  /** Weight of the share of the answer that the reader sees in the sentence. */
  answerWeight: 0.2,
  /** Further sentences may score this much less than the best. */
  tolerance: 0.2,
  /** Bonus of a further sentence for the share of the question's words that only it brings. */
  gainWeight: 0.6,
  /** However much it brings, a further sentence scores no less than this below the best. */
  farthest: 0.5,
  /** Least such share of a sentence that stands beside a whole list or a row. */
  gainBesideList: 0.25,
  /** Most sentences quoted, a list or a row counted as one. */
  sentences: 3,
  /** Longest list or table quoted whole; of a longer one the passage's part. */
  items: 14,
} as const;

/** A sentence, step or row that may be quoted. */
export interface Quotable {
  readonly span: ScoredSpan;
  readonly score: number;
  readonly hit: Hit;
  readonly document: Document;
  /** What it is about, without function words. */
  readonly topical: ReadonlySet<string>;
  /** Its own words. */
  readonly terms: ReadonlySet<string>;
  /** Those and the words of its headings and title. */
  readonly held: ReadonlySet<string>;
}

export interface Quotes {
  readonly sentences: Sentence[];
  readonly citations: Citation[];
}

/**
 * Quotes for a question whose passages answer it; empty when nothing was retrieved.
 *
 * @param ranked what may be quoted, best first
 */
export function quote(library: Library, retrieval: Retrieval, ranked: readonly Quotable[]): Quotes {
  const list = new CitationList();
  const sentences: Sentence[] = [];
  const [best] = ranked;
  if (best === undefined) return { sentences, citations: [] };
  const ranges = whole(best);
  for (const range of ranges) sentences.push(list.quote(best.document, range));
  const said = new Set([
    ...best.held,
    ...ranges.flatMap(({ start, end }) => indexTerms(best.document.text.slice(start, end))),
  ]);
  const share = (held: ReadonlySet<string>) => coverage(library, retrieval.terms, held);
  for (const other of companions(best, ranked.filter((one) => !isWithin(one, best, ranges)), said, share)) {
    sentences.push(list.quote(other.document, other.span));
  }
  return { sentences, citations: list.citations };
}

/** The one sentence, list step or row that answers best, with the line that introduces it; nothing else. */
export function briefQuote([best]: readonly Quotable[]): Quotes {
  const list = new CitationList();
  const ranges = best === undefined ? [] : unplanted(best.document, introduced(best));
  return { sentences: ranges.map((range) => list.quote(best!.document, range)), citations: list.citations };
}

/** The two passages nearest to a question, from different places, each cited whole but for what was planted for a program. */
export function nearest(library: Library, retrieval: Retrieval, count = 2): Citation[] {
  const list = new CitationList();
  const seen = new Set<string>();
  for (const hit of retrieval.hits) {
    const key = `${hit.chunk.documentId} ${hit.chunk.headings.join(">")}`;
    const document = library.document(hit.chunk.documentId);
    const range = document === null || seen.has(key) ? null : withoutOrders(document, hit);
    if (document === null || range === null) continue;
    seen.add(key);
    list.cite(document, range);
    if (list.citations.length === count) break;
  }
  return list.citations;
}

/** The passage, or the sentences about its nearest one up to what was planted; null where nothing else stands there. */
function withoutOrders({ text }: Document, { chunk, spans }: Hit): Range | null {
  const isOrder = ({ start, end }: Range) => isPlanted(text.slice(start, end));
  const orders = (spans.length > 0 ? spans : [chunk]).filter(isOrder);
  if (orders.length === 0) return chunk;
  const best = spans.find((span) => span.kind !== "header" && !isOrder(span));
  if (best === undefined) return null;
  const from = Math.max(chunk.start, ...orders.map(({ end }) => end).filter((end) => end <= best.start));
  const to = Math.min(chunk.end, ...orders.map(({ start }) => start).filter((start) => start >= best.end));
  const beside = spans.filter(({ start, end }) => from <= start && end <= to);
  return {
    start: Math.min(...beside.map(({ start }) => start)),
    end: Math.max(...beside.map(({ end }) => end)),
  };
}

/** Whether a sentence stands in what is shown of another. */
export function isWithin({ document, span }: Quotable, other: Quotable, shown: readonly Range[]): boolean {
  return document === other.document &&
    shown.some(({ start, end }) => start <= span.start && span.end <= end);
}

/** What may be quoted of the first passages, best first. */
export function quotable(library: Library, retrieval: Retrieval): Quotable[] {
  const want = wanted(retrieval.question);
  const found: Quotable[] = [];
  for (const hit of retrieval.hits.slice(0, QUOTE.passages)) {
    const document = library.document(hit.chunk.documentId);
    if (document === null) continue;
    const headings = library.terms(hit);
    for (const span of hit.spans) {
      if (span.kind === "header") continue;
      const text = document.text.slice(span.start, span.end);
      // A sentence planted for a program is no evidence; what stands around it is.
      if (isPlanted(text)) continue;
      const terms = new Set(indexTerms(text));
      const topical = new Set(queryTokens(text).map((token) => token.term));
      const held = new Set([...terms, ...headings.headings, ...headings.title]);
      const number = want.number !== null && holdsNumber(text, want.number) ? QUOTE.numberBonus : 0;
      const step = want.procedure && span.kind === "item" && /^\d/.test(text) ? QUOTE.stepBonus : 0;
      const score = span.cosine + QUOTE.passageWeight * hit.fused +
        QUOTE.coverageWeight * coverage(library, retrieval.terms, held) +
        QUOTE.ownWeight * coverage(library, retrieval.terms, terms) + number + step +
        read(hit, span);
      found.push({ span, score, hit, document, topical, terms, held });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

/** What the reader adds: how likely the passage answers, and whether it sees the answer in this sentence. */
function read(hit: Hit, span: ScoredSpan): number {
  if (hit.reading === null) return 0;
  const { answerable } = hit.reading;
  return QUOTE.readWeight * logOdds(answerable) + QUOTE.answerWeight * answerable * weightIn(hit, span);
}

function holdsNumber(text: string, dimensions: readonly string[]): boolean {
  if (dimensions.length === 0) return /\d/.test(text);
  return quantities(text).some((q) => dimensions.includes(q.unit.dimension));
}

/** A list step brings its list and the line that introduces it, a table row its header; a sentence is itself. */
export function whole(candidate: Quotable): Range[] {
  return unplanted(candidate.document, withList(candidate));
}

/** What of these was not planted for a program. */
function unplanted({ text }: Document, ranges: readonly Range[]): Range[] {
  return ranges.filter(({ start, end }) => !isPlanted(text.slice(start, end)));
}

function withList(candidate: Quotable): Range[] {
  const { document, span } = candidate;
  const at = blockAt(candidate);
  if (at < 0 || span.kind !== "item") return introduced(candidate);
  const block = document.blocks[at]!;
  const items = run(document.blocks, at);
  const shown = items.length <= QUOTE.items
    ? items
    : items.slice(Math.max(0, items.indexOf(block) - 3), items.indexOf(block) + 4);
  return [...introductionOf(document, items), ...shown];
}

/** The span alone, below the header of its table or the line that introduces its list. */
function introduced(candidate: Quotable): Range[] {
  const { document, span } = candidate;
  const at = blockAt(candidate);
  const block = document.blocks[at];
  if (block === undefined || span.kind === "sentence") return [span];
  if (span.kind === "row") {
    const header = document.blocks.slice(0, at).findLast((other) => other.kind === "header");
    return block.kind === "row" && header !== undefined ? [header, span] : [span];
  }
  return [...introductionOf(document, run(document.blocks, at)), span];
}

function blockAt({ document, span }: Quotable): number {
  return document.blocks.findIndex((block) => block.start <= span.start && span.end <= block.end);
}

/** The line that introduces a list, if one does. */
function introductionOf(document: Document, items: readonly Block[]): Block[] {
  const before = document.blocks[document.blocks.indexOf(items[0]!) - 1];
  return before?.kind === "paragraph" && /[:：]$/.test(document.text.slice(before.start, before.end))
    ? [before]
    : [];
}

/** The items around `at` that stand together. */
function run(blocks: readonly Block[], at: number): Block[] {
  let first = at;
  let last = at;
  while (blocks[first - 1]?.kind === "item") first--;
  while (blocks[last + 1]?.kind === "item") last++;
  return blocks.slice(first, last + 1);
}

/**
 * Sentences nearly as good as the best that say something else, in reading order. What holds words of the question that nothing
 * quoted so far holds may be less good: a question can have two parts.
 *
 * @param said words of what is quoted, headings included
 * @param share the weighted share of the question's words that words hold
 */
function companions(
  best: Quotable,
  others: readonly Quotable[],
  said: ReadonlySet<string>,
  share: (held: ReadonlySet<string>) => number,
): Quotable[] {
  const chosen: Quotable[] = [best];
  const isList = best.span.kind !== "sentence"; // or a row
  const near = others.filter(({ span, score }) =>
    span.kind === "sentence" && score >= best.score - QUOTE.farthest
  );
  let held = said;
  while (chosen.length < QUOTE.sentences) {
    const before = share(held);
    const next = near
      .filter((other) =>
        !chosen.includes(other) &&
        !chosen.some((known) => overlap(known.topical, other.topical) > 0.7)
      )
      .map((other) => ({ other, gain: share(held.union(other.terms)) - before }))
      .filter(({ gain }) => !isList || gain >= QUOTE.gainBesideList)
      .map(({ other, gain }) => ({ other, score: other.score + QUOTE.gainWeight * gain }))
      .sort((a, b) => b.score - a.score)[0];
    if (next === undefined || next.score < best.score - QUOTE.tolerance) break;
    chosen.push(next.other);
    held = held.union(next.other.held);
  }
  return chosen.slice(1).sort((a, b) =>
    a.document.id === b.document.id ? a.span.start - b.span.start : b.score - a.score
  );
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of b) if (a.has(term)) shared++;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
