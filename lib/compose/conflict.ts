/**
 * Sources that disagree: both are quoted, the newest first.
 * @module
 */
import { CitationList } from "../answers/citations.ts";
import type { Library } from "../corpus/library.ts";
import { weightIn } from "../corpus/reading.ts";
import type { Hit, Retrieval, Statement } from "../records.ts";
import type { Citation } from "../schema.ts";
import { isPlanted } from "../text/orders.ts";
import type { Quotes } from "./quote.ts";

/** Passages of other documents that are looked at. */
const LOOKED_AT = 8;

/** How likely a passage must answer the question to speak against the quoted one. */
const ANSWERS = 0.5;

/** What telling a disagreement needs. */
export interface ConflictPorts {
  /** Whether two sentences say different things of the same. */
  disagree(a: Statement, b: Statement): boolean;
  /** A passage with what the reader finds in it. */
  read(hit: Hit): Promise<Hit>;
}

/**
 * What is quoted together with a sentence of another document that speaks against it; null where none does. Passages that were
 * not read yet are read only where their words disagree.
 */
export async function conflict(
  library: Library,
  retrieval: Retrieval,
  quotes: Quotes,
  { disagree, read }: ConflictPorts,
): Promise<Quotes | null> {
  const [first] = quotes.citations;
  if (first === undefined) return null;
  const quoted = quotes.citations.filter(({ documentId }) => documentId === first.documentId);
  const trail = library.document(first.documentId)?.trail ?? null;
  for (const hit of retrieval.hits.slice(0, LOOKED_AT)) {
    const other = hit.head.trail;
    if (hit.chunk.documentId === first.documentId || trail !== null && other !== null && other !== trail) {
      continue;
    }
    for (const span of sentencesOf(hit)) {
      const document = library.document(hit.chunk.documentId)!;
      const text = document.text.slice(span.start, span.end);
      const against = quoted.find(({ quote, title }) =>
        disagree({ text: quote, about: title }, { text, about: document.title })
      );
      if (against === undefined || isPlanted(text)) continue;
      const { reading } = hit.reading === null ? await read(hit) : hit;
      if (reading!.answerable < ANSWERS) break;
      return newestFirst(library, against, { documentId: document.id, ...span });
    }
  }
  return null;
}

/** The sentences of a passage that may answer: where the reader looks, else the nearest. */
function sentencesOf(hit: Hit) {
  const likely = hit.reading === null
    ? hit.spans
    : [...hit.spans].sort((a, b) => weightIn(hit, b) - weightIn(hit, a));
  // A row is several statements at once.
  return likely.filter(({ kind }) => kind === "sentence" || kind === "item").slice(0, 2);
}

function newestFirst(
  library: Library,
  ...places: readonly Pick<Citation, "documentId" | "start" | "end">[]
): Quotes {
  const list = new CitationList();
  const documents = places.map((place) => ({ place, document: library.document(place.documentId)! }));
  documents.sort((a, b) => (a.document.asOf ?? "") < (b.document.asOf ?? "") ? 1 : -1);
  const sentences = documents.map(({ place, document }) => list.quote(document, place));
  return { sentences, citations: list.citations };
}
