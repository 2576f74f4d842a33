/**
 * The hash that names what a pack holds, whatever the file's bytes are.
 * @module
 */
import { createHash, type Hash } from "node:crypto";
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";

/** Every table whose rows are content, with an order that does not depend on how they were written. */
const CONTENT = [
  "SELECT * FROM header WHERE key NOT IN ('content_hash', 'signature') ORDER BY key",
  "SELECT * FROM documents ORDER BY n",
  "SELECT * FROM chunks ORDER BY n",
  "SELECT * FROM spans ORDER BY chunk, i",
  "SELECT * FROM waypoints ORDER BY document, i",
  "SELECT * FROM tracks ORDER BY document, i",
  "SELECT * FROM words ORDER BY word",
  "SELECT rowid, title, headings, body FROM terms ORDER BY rowid",
];

/** sha256 over all content rows, hex. Streams: memory does not grow with the pack. */
export function contentHash(db: DatabaseSync): string {
  const hash = createHash("sha256");
  for (const query of CONTENT) {
    hash.update(`\n${query}\n`);
    for (const row of db.prepare(query).iterate()) {
      for (const value of Object.values(row)) update(hash, value);
    }
  }
  return hash.digest("hex");
}

/** Type and length go first, so that no two rows spell the same bytes. */
function update(hash: Hash, value: SQLOutputValue): void {
  if (value === null) hash.update("n;");
  else if (value instanceof Uint8Array) hash.update(`b${value.length};`).update(value);
  else hash.update(`${typeof value === "string" ? "s" : "d"}${String(value).length};${value}`);
}
