/**
 * An emergency card as an answer: its steps, verbatim, each with its citation.
 * @module
 */
import type { Document } from "../schema.ts";
import { sentences } from "../text/sentences.ts";
import { CitationList } from "../answers/citations.ts";
import type { Quotes } from "./quote.ts";

/** Every step, warning and line of the card, in order; headings are left to the page. */
export function cardQuotes(card: Document): Quotes {
  const list = new CitationList();
  const quoted = card.blocks.flatMap((block) => {
    if (block.kind === "heading") return [];
    const ranges = block.kind === "paragraph" ? sentences(card.text, block.start, block.end) : [block];
    return ranges.map((range) => list.quote(card, range));
  });
  return { sentences: quoted, citations: list.citations };
}
