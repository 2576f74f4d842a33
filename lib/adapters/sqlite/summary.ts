/**
 * What is inside a pack, for `pack info`.
 * @module
 */
import { checkFile, damaged, openDatabase, readHeader, skippedOf } from "./open.ts";

/** A pack described; counts by topic and the range of dates. */
export interface PackSummary {
  readonly id: string;
  readonly title: string;
  readonly format: number;
  readonly documents: number;
  readonly passages: number;
  readonly sentences: number;
  readonly trails: string[];
  readonly waypoints: number;
  readonly tracks: number;
  readonly cards: number;
  /** Files that could not be read when it was built. */
  readonly leftOut: string[];
  readonly topics: string[];
  readonly oldest: string;
  readonly newest: string;
  readonly encoder: string;
  readonly content: string;
  readonly signed: string;
  readonly bytes: number;
}

/** Reads the summary; the pack's encoder need not be the one in use. Throws a PackError when it is no pack. */
export function summarize(path: string): PackSummary {
  checkFile(path);
  const db = openDatabase(path);
  try {
    const header = readHeader(db, path);
    const one = (sql: string) => Object.values(db.prepare(sql).get() ?? {})[0];
    const count = (table: string) => Number(one(`SELECT count(*) FROM ${table}`));
    return {
      id: header.id,
      title: header.title,
      format: Number(one("PRAGMA user_version")),
      documents: count("documents"),
      passages: count("chunks"),
      sentences: count("spans"),
      trails: db.prepare("SELECT DISTINCT trail FROM documents WHERE trail IS NOT NULL ORDER BY 1").all().map(
        (row) => String(row.trail),
      ),
      waypoints: count("waypoints"),
      tracks: count("tracks"),
      cards: Number(one("SELECT count(card) FROM documents")),
      leftOut: skippedOf(db).map((file) => file.path),
      topics: db.prepare(
        "SELECT coalesce(topic, 'none') || ' ' || count(*) AS line FROM documents GROUP BY topic ORDER BY topic",
      ).all()
        .map((row) => String(row.line)),
      oldest: String(one("SELECT coalesce(min(as_of), 'undated') FROM documents")),
      newest: String(one("SELECT coalesce(max(as_of), 'undated') FROM documents")),
      encoder: `${header.encoder} (${header.encoderSha256.slice(0, 16)})`,
      content: header.contentHash,
      signed: header.signature === null ? "no" : "yes",
      bytes: Deno.statSync(path).size,
    };
  } catch (error) {
    throw damaged(path, error);
  } finally {
    db.close();
  }
}
