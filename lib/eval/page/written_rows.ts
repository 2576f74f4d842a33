/**
 * Questions and claims written by hand over passages, which they name by hash.
 * @module
 */
import { z } from "zod";
import type { Library } from "../../corpus/library.ts";
import { sha256Hex } from "../../text/hash.ts";
import { readJsonLines } from "../jsonl.ts";

/** A line as `models/training/reader/collect.py` writes it. */
const Line = z.object({
  /** Answerable question, near miss; claim that is supported, partly, not. */
  kind: z.enum(["q", "n", "s", "p", "x"]),
  text: z.string(),
  passage: z.string(),
  document: z.string(),
  /** Code points in the passage. */
  answer: z.tuple([z.int(), z.int()]).optional(),
});

export interface WrittenRow extends z.infer<typeof Line> {
  /** Its line in the file. */
  readonly id: string;
}

/** The rows of a file. */
export async function readWritten(path: string): Promise<WrittenRow[]> {
  const rows: WrittenRow[] = [];
  for await (const { value, line } of readJsonLines(path, Line)) rows.push({ ...value, id: `line ${line}` });
  return rows;
}

/** Every passage's text by the first 16 hex digits of its sha256. */
export async function passagesByHash(library: Library): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const pack of library.packs) {
    for (let n = 0; n < pack.chunkCount; n++) {
      const { documentId, start, end } = pack.chunk(n);
      const text = pack.document(documentId)!.text.slice(start, end);
      found.set((await sha256Hex(text)).slice(0, 16), text);
    }
  }
  return found;
}

/** A stretch of a text given in code points, as Python counts. */
export function byCodePoints(text: string, [start, end]: readonly [number, number]): string {
  return Array.from(text).slice(start, end).join("");
}
