/**
 * Taking over what an older build of the same pack already encoded.
 * @module
 */
import { z } from "zod";
import type { DatabaseSync } from "node:sqlite";
import type { PackSource } from "../../ports.ts";
import type { IndexedSpan } from "../../records.ts";
import { PackError } from "./format.ts";
import { checkFile, openDatabase, readHeader } from "./open.ts";
import type { EncoderIdentity } from "./reader.ts";

/**
 * Opens the pack that a build is about to replace. Null when there is none, or it cannot serve: damaged,
 * of another format, made by another encoder or another version of the indexer.
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
    if (header.fingerprint.split(":")[0] !== indexVersion) {
      db.close();
      return null;
    }
    return reader(db, header.fingerprint);
  } catch (error) {
    db?.close();
    if (error instanceof PackError) return null;
    throw error;
  }
}

function reader(db: DatabaseSync, fingerprint: string): PackSource {
  const find = db.prepare("SELECT n FROM documents WHERE path = ? AND hash = ?");
  const chunks = db.prepare(
    "SELECT c.*, t.title, t.headings AS heading_terms, t.body FROM chunks c JOIN terms t ON t.rowid = c.n WHERE document = ? ORDER BY c.n",
  );
  const spans = db.prepare("SELECT * FROM spans WHERE chunk = ? ORDER BY i");
  return {
    fingerprint,
    chunks(path, hash) {
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
    },
    close: () => db.close(),
  };
}

function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
