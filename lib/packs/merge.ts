/**
 * Several packs as one.
 * @module
 */
import { createHash } from "node:crypto";
import { INDEX_VERSION } from "../index/version.ts";
import type { PackSink } from "../ports.ts";
import type { IndexedDocument } from "../records.ts";

/** A pack to merge. */
export interface Part {
  readonly id: string;
  readonly contentHash: string;
  records(): Iterable<IndexedDocument>;
}

/** Two packs of one name, whose documents could not be told apart. */
export class SamePackError extends Error {
  override readonly name = "SamePackError";

  constructor(id: string) {
    super(`Cannot merge two packs that are both called ${id}: build one of them under another file name.`);
  }
}

/**
 * Adds every document of the parts to the sink, under the name of its pack as a folder. Nothing is encoded again: what a passage
 * is found by does not hang on the folder.
 *
 * @returns documents and passages written, and the content hash
 * @throws {SamePackError}
 */
export function mergePacks(
  parts: readonly Part[],
  open: (fingerprint: string) => PackSink,
): { documents: number; chunks: number; hash: string } {
  // In the order of the paths that the documents will have.
  const ordered = parts.toSorted((a, b) => (`${a.id}/` < `${b.id}/` ? -1 : 1));
  ordered.forEach((part, i) => {
    if (part.id === ordered[i - 1]?.id) throw new SamePackError(part.id);
  });
  const names = createHash("sha256");
  for (const { id, contentHash } of ordered) names.update(`${id}\0${contentHash}\n`);
  const sink = open(`${INDEX_VERSION}:${names.digest("hex")}`);
  try {
    let documents = 0;
    for (const part of ordered) {
      for (const record of part.records()) {
        sink.add({ ...record, path: `${part.id}/${record.path}` });
        documents++;
      }
    }
    const { chunks } = sink;
    return { documents, chunks, hash: sink.finish([]) };
  } catch (error) {
    sink.abandon();
    throw error;
  }
}
