/**
 * Writing a pack: a new file beside the old one, renamed over it when it is whole.
 * @module
 */
import { DatabaseSync } from "node:sqlite";
import type { PackSink } from "../../ports.ts";
import type { IndexedChunk, IndexedDocument, Skipped } from "../../records.ts";
import { tokenize } from "../../text/tokens.ts";
import { contentHash } from "./content_hash.ts";
import { APPLICATION_ID, FORMAT_VERSION, PackError, TABLES } from "./format.ts";
import { unfinishedPath } from "./unfinished.ts";

/** What the header says of the whole pack. */
export interface PackHeader {
  readonly id: string;
  readonly title: string;
  readonly encoder: string;
  readonly encoderSha256: string;
  readonly dimension: number;
  /** Names the files, the indexer and the encoder it is made from; equal fingerprints need no new build. */
  readonly fingerprint: string;
  /** Hash of the folder as it is on disk, by which a later start sees that nothing changed; null for none. */
  readonly stamp?: string | null;
}

/** After so many documents what is done is kept for the next build, should this one be killed. */
const DOCUMENTS_KEPT = 25;

/** A pack under construction. Nothing is visible at `path` before `finish`. */
export class PackWriter implements PackSink {
  readonly #path: string;
  readonly #temporary: string;
  readonly #db: DatabaseSync;
  readonly #id: string;
  readonly #words = new Map<string, number>();
  #documents = 0;
  #chunks = 0;

  /** @throws {PackError} when the folder of `path` cannot be written */
  constructor(path: string, header: PackHeader) {
    this.#path = path;
    this.#temporary = unfinishedPath(path);
    this.#id = header.id;
    try {
      const folder = path.replace(/[^/\\]*$/, "") || ".";
      Deno.mkdirSync(folder, { recursive: true });
      Deno.writeFileSync(this.#temporary, new Uint8Array(), { createNew: true });
    } catch (error) {
      throw unwritable(path, error);
    }
    this.#db = new DatabaseSync(this.#temporary);
    try {
      this.#writing(() => this.#begin(header));
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  #begin(header: PackHeader): void {
    // The file is private until it is renamed and made durable as a whole, so nothing need be durable before; the journal keeps
    // what a build that is killed had finished.
    this.#db.exec(`PRAGMA page_size = 4096; PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF;
      PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT_VERSION}; ${TABLES} BEGIN;`);
    const put = this.#db.prepare("INSERT INTO header VALUES (?, ?)");
    put.run("format", String(FORMAT_VERSION));
    put.run("id", header.id);
    put.run("title", header.title);
    put.run("encoder", header.encoder);
    put.run("encoder_sha256", header.encoderSha256);
    put.run("dimension", String(header.dimension));
    put.run("fingerprint", header.fingerprint);
    put.run("stamp", header.stamp ?? null);
    put.run("signature", null);
  }

  get chunks(): number {
    return this.#chunks;
  }

  /** Adds a document with everything that belongs to it. */
  add(record: IndexedDocument): void {
    this.#writing(() => this.#add(record));
  }

  #add(record: IndexedDocument): void {
    // At the same documents whether or not a build was interrupted, so that the same bytes come of it.
    if (this.#documents > 0 && this.#documents % DOCUMENTS_KEPT === 0) this.#db.exec("COMMIT; BEGIN");
    const n = this.#documents++;
    const m = record.document.metadata;
    const id = `${this.#id}/${record.path.replace(/\.[^./]+$/, "")}`;
    this.#db.prepare("INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)").run(
      n,
      id,
      record.path,
      record.hash,
      record.title,
      record.document.text,
      JSON.stringify(record.document.blocks),
      m.source,
      m.licence,
      m.asOf,
      m.topic,
      m.risk,
      JSON.stringify(m.perishable),
      m.trail,
      JSON.stringify(m.aliases),
      m.card,
      m.summary,
    );
    for (const { word } of tokenize(`${record.title}\n${record.document.text}`)) {
      this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
    }
    for (const chunk of record.chunks) this.#addChunk(n, chunk);
    const waypoint = this.#db.prepare("INSERT INTO waypoints VALUES (?,?,?,?,?,?,?,?,?,?,?,?)");
    record.waypoints.forEach((w, i) =>
      waypoint.run(
        n,
        i,
        m.trail ?? "",
        w.name,
        w.miles,
        w.elevationFeet,
        w.latitude,
        w.longitude,
        w.water,
        w.camp,
        w.start,
        w.end,
      )
    );
    const track = this.#db.prepare("INSERT INTO tracks VALUES (?,?,?,?)");
    record.document.tracks.forEach((t, i) =>
      track.run(n, i, t.name, new Uint8Array(t.points.buffer, t.points.byteOffset, t.points.byteLength))
    );
  }

  #addChunk(document: number, chunk: IndexedChunk): void {
    const n = this.#chunks++;
    this.#db.prepare("INSERT INTO chunks VALUES (?,?,?,?,?,?)")
      .run(n, document, chunk.start, chunk.end, JSON.stringify(chunk.headings), bytes(chunk.vector));
    this.#db.prepare("INSERT INTO terms (rowid, title, headings, body) VALUES (?,?,?,?)")
      .run(n, chunk.terms.title, chunk.terms.headings, chunk.terms.body);
    const span = this.#db.prepare("INSERT INTO spans VALUES (?,?,?,?,?,?)");
    chunk.spans.forEach((s, i) => span.run(n, i, s.start, s.end, s.kind, bytes(s.vector)));
  }

  /** Completes the file, makes it durable and puts it in the place of the old one. Returns the content hash. */
  finish(skipped: readonly Skipped[] = []): string {
    return this.#writing(() => this.#finish(skipped));
  }

  /** A full disk is the user's to mend: it must not look like damage. */
  #writing<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw error instanceof PackError ? error : unwritable(this.#path, error);
    }
  }

  #finish(skipped: readonly Skipped[]): string {
    if (skipped.length > 0) {
      this.#db.prepare("INSERT INTO header VALUES ('skipped', ?)").run(JSON.stringify(skipped));
    }
    const word = this.#db.prepare("INSERT INTO words VALUES (?, ?)");
    for (const [text, count] of this.#words) word.run(text, count);
    this.#db.exec("INSERT INTO terms(terms) VALUES ('optimize')");
    const hash = contentHash(this.#db);
    this.#db.prepare("INSERT INTO header VALUES ('content_hash', ?)").run(hash);
    this.#db.exec("COMMIT;");
    this.#db.close();
    const file = Deno.openSync(this.#temporary, { read: true, write: true });
    try {
      file.syncSync();
    } finally {
      file.close();
    }
    try {
      Deno.renameSync(this.#temporary, this.#path);
    } catch (error) {
      throw unwritable(this.#path, error);
    }
    return hash;
  }

  /** Leaves no trace; safe to call after a failure at any point. */
  abandon(): void {
    try {
      this.#db.close();
    } catch {
      // Already closed: only the file is left to remove.
    }
    try {
      Deno.removeSync(this.#temporary);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
}

function unwritable(path: string, error: unknown): PackError {
  const why = error instanceof Error ? error.message : String(error);
  const mend = /\bfull\b|no space/i.test(why)
    ? "Free some space, or choose a place on another disk with -o or CAIRN_HOME."
    : "Choose a file you may write with -o.";
  return new PackError(`Cannot write ${path}: ${why}. ${mend}`, { cause: error });
}

function bytes(vector: Int8Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}
