/**
 * What the reader has learnt from.
 * @module
 */
import { z } from "zod";

/**
 * Ids of our documents that the reader was trained on: its scores over them promise too much.
 *
 * @param root folder of the program's own files
 */
export async function learntDocuments(root: string): Promise<ReadonlySet<string>> {
  const text = await Deno.readTextFile(`${root}/models/training/reader/own_documents.json`);
  return new Set(z.array(z.string()).parse(JSON.parse(text)));
}
