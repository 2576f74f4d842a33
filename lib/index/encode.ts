/**
 * From a chunked document to its index records: terms and vectors.
 * @module
 */
import type { Embedder } from "../ports.ts";
import type { IndexedChunk, Metadata, Passage } from "../records.ts";
import { indexTerms, tokenize } from "../text/tokens.ts";

/** Unit vector to int8: component × 127, rounded. Loses about 0.3 % of a cosine. */
export function quantize(vector: Float32Array): Int8Array {
  return Int8Array.from(vector, (x) => Math.max(-127, Math.min(127, Math.round(x * 127))));
}

/** What of a document its passages are indexed under. */
export interface IndexContext {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly metadata: Metadata;
}

/**
 * Indexes a passage: its terms by field, its vector, and a vector for each sentence, step and row.
 *
 * @param sentences false leaves the sentences out: for measuring retrieval that does not look at them
 */
export async function indexPassage(
  passage: Passage,
  context: IndexContext,
  embedder: Embedder,
  sentences = true,
): Promise<IndexedChunk> {
  const { text, title } = context;
  const body = text.slice(passage.start, passage.end);
  const near = passage.headings.at(-1) ?? title;
  const spans = [];
  for (const unit of sentences ? passage.units : []) {
    const vector = quantize(await embedder.embed(`${near}: ${text.slice(unit.start, unit.end)}`));
    spans.push({ ...unit, vector });
  }
  return {
    start: passage.start,
    end: passage.end,
    headings: passage.headings,
    terms: {
      title: indexTerms(namesOf(context)).join(" "),
      headings: indexTerms(passage.headings.join(" > ")).join(" "),
      body: indexTerms(body).join(" "),
    },
    vector: quantize(await embedder.embed(`${[title, ...passage.headings].join(" > ")}\n${body}`)),
    spans,
  };
}

/** `treating-water.md` → `treating water`. */
export function fileTitle(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.[^.]+$/, "").replace(/[-_]+/g, " ").trim();
}

/** Title with what the file name and the trail's names add: a document is found by each of its names. */
function namesOf({ title, path, metadata }: IndexContext): string {
  const known = new Set(tokenize(title).map((token) => token.term));
  const added: string[] = [];
  for (const name of [fileTitle(path), metadata.trail ?? "", ...metadata.aliases]) {
    for (const token of tokenize(name)) {
      if (!known.has(token.term)) added.push(token.word);
      known.add(token.term);
    }
  }
  return [title, ...added].join(" ");
}
