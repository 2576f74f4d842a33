/**
 * Is a pack whole? Every promise of the format, checked.
 * @module
 */
import { contentHash } from "./content_hash.ts";
import { checkFile, damaged, type HeaderRecord, openDatabase, readHeader, rebuild } from "./open.ts";

/** What `pack verify` found. No problems means whole. */
export interface Verification {
  readonly header: HeaderRecord;
  readonly problems: readonly string[];
  /** The command that mends them. */
  readonly mend: string;
}

/**
 * Checks the file, the content hash, every range and every vector.
 *
 * @throws {PackError} when the file is no readable pack at all
 */
export function verifyPack(path: string): Verification {
  checkFile(path);
  const db = openDatabase(path);
  try {
    const header = readHeader(db, path);
    const problems: string[] = [];
    const integrity = db.prepare("PRAGMA integrity_check").all().map((row) => String(row.integrity_check));
    if (integrity[0] !== "ok") problems.push(...integrity.slice(0, 5));
    const count = (sql: string, ...values: number[]) => Number(db.prepare(sql).get(...values)?.n);
    const expectNone = (n: number, what: string) => {
      if (n > 0) problems.push(`${n} ${what}`);
    };
    expectNone(
      count(`SELECT count(*) n FROM chunks c JOIN documents d ON d.n = c.document
             WHERE c.start < 0 OR c.end <= c.start OR length(trim(d.text)) = 0`),
      "passages with an impossible range",
    );
    expectNone(
      count("SELECT count(*) n FROM chunks WHERE length(vector) <> ?", header.dimension),
      "passages with a broken vector",
    );
    expectNone(
      count("SELECT count(*) n FROM spans WHERE length(vector) <> ?", header.dimension),
      "sentences with a broken vector",
    );
    expectNone(
      count("SELECT abs((SELECT count(*) FROM chunks) - (SELECT count(*) FROM terms)) n"),
      "passages missing from the word index",
    );
    expectNone(
      count(
        "SELECT count(*) n FROM spans s JOIN chunks c ON c.n = s.chunk WHERE s.start < c.start OR s.end > c.end",
      ),
      "sentences outside their passage",
    );
    problems.push(...rangesOutsideText(db));
    if (contentHash(db) !== header.contentHash) {
      problems.push("the content is not what the header's hash names");
    }
    return { header, problems, mend: rebuild(path) };
  } catch (error) {
    throw damaged(path, error);
  } finally {
    db.close();
  }
}

/** SQLite counts characters, offsets count UTF-16 code units: ranges are checked here, not in SQL. */
function rangesOutsideText(db: ReturnType<typeof openDatabase>): string[] {
  const problems: string[] = [];
  const last = db.prepare("SELECT max(end) AS last FROM chunks WHERE document = ?");
  for (const row of db.prepare("SELECT n, id, text FROM documents").iterate()) {
    const end = Number(last.get(row.n!)?.last ?? 0);
    if (end > String(row.text).length) problems.push(`${row.id}: a passage ends past the text`);
  }
  return problems;
}
