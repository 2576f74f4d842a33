/**
 * Puts the sentences of an answer together for display: consecutive ones of one document share a source
 * line, consecutive list items become a list.
 * @module
 */
import type { Answer, Citation, Sentence } from "../lib/schema.ts";

/** A list item's text without its marker, and its number if it has one. */
export interface ListItem {
  readonly text: string;
  readonly number: number | null;
}

/** A paragraph or a list. */
export type Part =
  | { readonly kind: "paragraph"; readonly sentences: readonly Sentence[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly ListItem[] };

/** What one source line stands for. */
export interface Run {
  readonly parts: readonly Part[];
  readonly origin: Sentence["origin"];
  /** Where the run is in its document; null when it has no citation. */
  readonly source: Citation | null;
  /** Further sources of a sentence that has several. */
  readonly also: readonly Citation[];
}

/** Passages of one document closer than this many characters share a source line. */
const NEAR = 600;

const MARKER = /^(?:(\d+)[.)]|[•*-])\s+/;

/** Splits a list marker off; null when the text is not an item. */
export function listItem(text: string): ListItem | null {
  const match = MARKER.exec(text);
  if (!match) return null;
  return { text: text.slice(match[0].length), number: match[1] === undefined ? null : Number(match[1]) };
}

/** The runs of an answer, in order. */
export function runsOf({ sentences, citations }: Pick<Answer, "sentences" | "citations">): Run[] {
  const byNumber = new Map(citations.map((c) => [c.n, c]));
  const runs: { sentences: Sentence[]; source: Citation | null; also: Citation[] }[] = [];
  for (const sentence of sentences) {
    const [first = null, ...also] = sentence.citations.flatMap((n) => byNumber.get(n) ?? []);
    const last = runs.at(-1);
    const isSame = last && last.sentences[0]?.origin === sentence.origin && joins(last.source, first) &&
      also.length === 0 && last.also.length === 0;
    if (isSame) {
      last.sentences.push(sentence);
      if (last.source && first) last.source = spanning(last.source, first);
    } else runs.push({ sentences: [sentence], source: first, also });
  }
  return runs.map(({ sentences, source, also }) => ({
    parts: partsOf(sentences),
    origin: sentences[0]?.origin ?? "quote",
    source,
    also,
  }));
}

function joins(a: Citation | null, b: Citation | null): boolean {
  if (!a || !b) return a === b;
  const gap = Math.max(a.start, b.start) - Math.min(a.end, b.end);
  return a.documentId === b.documentId && gap < NEAR;
}

/** A citation from the first of two to the last; its quote stays the first one's. */
function spanning(a: Citation, b: Citation): Citation {
  return { ...a, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function partsOf(sentences: readonly Sentence[]): Part[] {
  const parts: ({ kind: "paragraph"; sentences: Sentence[] } | {
    kind: "list";
    ordered: boolean;
    items: ListItem[];
  })[] = [];
  for (const sentence of sentences) {
    const item = listItem(sentence.text);
    const last = parts.at(-1);
    if (!item) {
      if (last?.kind === "paragraph") last.sentences.push(sentence);
      else parts.push({ kind: "paragraph", sentences: [sentence] });
    } else if (
      last?.kind === "list" && last.ordered === (item.number !== null) && follows(last.items, item)
    ) {
      last.items.push(item);
    } else parts.push({ kind: "list", ordered: item.number !== null, items: [item] });
  }
  return parts;
}

/** A number that starts again begins a new list. */
function follows(items: readonly ListItem[], next: ListItem): boolean {
  const last = items.at(-1)?.number ?? null;
  return last === null || next.number === null || next.number > last;
}
