/**
 * BEIR files: corpus and queries in JSON Lines, runs in TREC format.
 * @module
 */
import { z } from "zod";
import { type FolderEntry, NO_METADATA } from "../records.ts";
import { TextBuilder } from "../documents/text_builder.ts";
import { sha256Hex } from "../text/hash.ts";
import { cleanText, collapse } from "../text/normalize.ts";
import { readJsonLines } from "./jsonl.ts";

const CorpusLine = z.object({ _id: z.coerce.string(), title: z.string().default(""), text: z.string() });
const QueryLine = z.object({ _id: z.coerce.string(), text: z.string() });

export type Query = z.infer<typeof QueryLine>;

/** The corpus as entries of a folder: each record is one document whose path is its percent-encoded id. */
export async function* readCorpus(path: string): AsyncGenerator<FolderEntry> {
  for await (const { value } of readJsonLines(path, CorpusLine)) {
    const out = new TextBuilder();
    out.add("paragraph", collapse(cleanText(value.text)));
    const title = collapse(cleanText(value.title));
    const document = {
      metadata: { ...NO_METADATA, title: title || value._id },
      text: out.text || title,
      blocks: out.blocks,
      tracks: [],
    };
    yield {
      kind: "document",
      // The dot keeps ids that look like file names whole when the extension is taken off.
      path: `${encodeURIComponent(value._id)}.json`,
      hash: await sha256Hex(JSON.stringify(value)),
      read: () => document,
    };
  }
}

export async function readQueries(path: string): Promise<Query[]> {
  const queries: Query[] = [];
  for await (const { value } of readJsonLines(path, QueryLine)) queries.push(value);
  return queries;
}

/** One line of a TREC run. */
export function runLine(query: string, document: string, rank: number, score: number): string {
  return `${query} Q0 ${document} ${rank} ${score.toFixed(6)} cairn`;
}
