/**
 * Taking over what an older build of the same pack already encoded.
 * @module
 */
import { z } from "zod";
import type { DatabaseSync } from "node:sqlite";
import type { PackSource } from "../../ports.ts";
import type { IndexedChunk, IndexedSpan } from "../../records.ts";
import { contentHash } from "./content_hash.ts";
import { checkFile, openDatabase, readHeader } from "./open.ts";
import type { EncoderIdentity } from "./reader.ts";

/**
 * Opens the pack that a build is about to replace. Null when there is none, or it cannot serve: damaged in any
 * way, of another format, made by another encoder or another version of the indexer.
 */
export function openReusable(
  path: string,
  encoder: EncoderIdentity,
  indexVersion: string,
): PackSource | null {
  let db: DatabaseSync | null = null;
  try {
    checkFile(path);
    db = openDatabase(path);
    const header = readHeader(db, path, encoder);
    // What is taken over is not looked at again: it must be what was written.
    if (header.fingerprint.split(":")[0] === indexVersion && contentHash(db) === header.contentHash) {
      return reader(db, header.fingerprint);
    }
  } catch {
    // A pack that cannot be read serves as little as none; the build makes a whole one.
  }
  db?.close();
  return null;
}

function reader(db: DatabaseSync, fingerprint: string): PackSource {
  const find = db.prepare("SELECT n FROM documents WHERE path = ? AND hash = ?");
  const chunks = db.prepare(
    "SELECT c.*, t.title, t.headings AS heading_terms, t.body FROM chunks c JOIN terms t ON t.rowid = c.n WHERE document = ? ORDER BY c.n",
  );
  const spans = db.prepare("SELECT * FROM spans WHERE chunk = ? ORDER BY i");
  const read = (path: string, hash: string): IndexedChunk[] | null => {
    const document = find.get(path, hash);
    if (document === undefined) return null;
    return chunks.all(document.n!).map((row) => ({
      start: row.start as number,
      end: row.end as number,
      headings: z.array(z.string()).parse(JSON.parse(row.headings as string)),
      terms: {
        title: row.title as string,
        headings: row.heading_terms as string,
        body: row.body as string,
      },
      vector: signed(row.vector as Uint8Array),
      spans: spans.all(row.n!).map((span): IndexedSpan => ({
        start: span.start as number,
        end: span.end as number,
        kind: span.kind as IndexedSpan["kind"],
        vector: signed(span.vector as Uint8Array),
      })),
    }));
  };
  return {
    fingerprint,
    chunks(path, hash) {
      try {
        return read(path, hash);
      } catch {
        return null;
      }
    },
    close: () => db.close(),
  };
}

function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
