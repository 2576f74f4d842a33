/**
 * Sentences with exact citations.
 * @module
 */
import type { Citation, Document, Sentence } from "../schema.ts";
import { collapse } from "../text/normalize.ts";
import { isPlanted, shownTitle } from "../text/orders.ts";
import type { Range } from "../text/sentences.ts";

/** Numbers citations from 1 and gives the same number to the same place. */
export class CitationList {
  readonly citations: Citation[] = [];

  /** The citation of a range; its quote is the document's text there, unchanged. What heads it is never an order to a program. */
  cite(document: Document, { start, end }: Range): Citation {
    return this.take({
      pack: document.pack,
      documentId: document.id,
      title: shownTitle(document),
      start,
      end,
      quote: document.text.slice(start, end),
      asOf: document.asOf,
      source: isPlanted(document.source ?? "") ? null : document.source,
      ...pageOf(document, start),
    });
  }

  /** A citation under its number here: the known one where its place is known. */
  take(citation: Omit<Citation, "n">): Citation {
    const known = this.citations.find((c) =>
      c.documentId === citation.documentId && c.start === citation.start && c.end === citation.end
    );
    if (known !== undefined) return known;
    const numbered = { ...citation, n: this.citations.length + 1 };
    this.citations.push(numbered);
    return numbered;
  }

  /** A sentence that is nothing but a quote. */
  quote(document: Document, range: Range): Sentence {
    const citation = this.cite(document, range);
    return { text: collapse(citation.quote), origin: "quote", citations: [citation.n] };
  }
}

/** The page of the file on which a place stands; nothing where the file has no pages. */
function pageOf({ blocks }: Document, start: number): { page?: number } {
  const page = blocks.find((block) => start < block.end)?.page;
  return page === undefined ? {} : { page };
}
