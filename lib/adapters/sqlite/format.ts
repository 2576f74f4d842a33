/**
 * The pack format: one SQLite file. See docs/pack-format.md.
 * @module
 */

/** Marks a SQLite file as a pack: "CAIR". */
export const APPLICATION_ID = 0x43414952;

/** Raised when a reader of the older format could not read the file. Kept in SQLite's user_version. */
export const FORMAT_VERSION = 1;

export const TABLES = `
CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE documents (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, hash TEXT NOT NULL,
  title TEXT NOT NULL, text TEXT NOT NULL, blocks TEXT NOT NULL,
  source TEXT, licence TEXT, as_of TEXT, topic TEXT, risk TEXT, perishable TEXT NOT NULL,
  trail TEXT, aliases TEXT NOT NULL, card TEXT, summary TEXT
);
CREATE TABLE chunks (
  n INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents(n),
  start INTEGER NOT NULL, end INTEGER NOT NULL, headings TEXT NOT NULL, vector BLOB NOT NULL
);
CREATE TABLE spans (
  chunk INTEGER NOT NULL REFERENCES chunks(n), i INTEGER NOT NULL,
  start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL, vector BLOB NOT NULL,
  PRIMARY KEY (chunk, i)
) WITHOUT ROWID;
CREATE TABLE waypoints (
  document INTEGER NOT NULL REFERENCES documents(n), i INTEGER NOT NULL, trail TEXT NOT NULL, name TEXT NOT NULL,
  miles REAL, elevation_feet REAL, latitude REAL, longitude REAL, water TEXT, camp TEXT,
  start INTEGER NOT NULL, end INTEGER NOT NULL, PRIMARY KEY (document, i)
) WITHOUT ROWID;
CREATE TABLE tracks (
  document INTEGER NOT NULL REFERENCES documents(n), i INTEGER NOT NULL, name TEXT, points BLOB NOT NULL,
  PRIMARY KEY (document, i)
) WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE terms USING fts5 (title, headings, body, tokenize = "unicode61 remove_diacritics 0 tokenchars '._'");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (terms, 'row');
`;

/** A pack that cannot be used: what is wrong and the command that mends it. */
export class PackError extends Error {
  override readonly name = "PackError";
}
