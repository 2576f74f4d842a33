/**
 * Taking over what an older build of the same pack already encoded.
 * @module
 */
import { z } from "zod";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import type { PackSource } from "../../ports.ts";
import type {
  IndexedChunk,
  IndexedDocument,
  IndexedSpan,
  SourceDocument,
  Track,
  WaypointRow,
} from "../../records.ts";
import { Document } from "../../schema.ts";
import { contentHash } from "./content_hash.ts";
import { checkFile, openDatabase, readHeader, skippedOf } from "./open.ts";
import type { EncoderIdentity } from "./reader.ts";
import { leftBehind, removeLeftBehind } from "./unfinished.ts";

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
    if (isOf(header.fingerprint, indexVersion) && contentHash(db) === header.contentHash) {
      return reader(db, { fingerprint: header.fingerprint, skipped: skippedOf(db), isWhole: true });
    }
  } catch {
    // A pack that cannot be read serves as little as none; the build makes a whole one.
  }
  db?.close();
  return null;
}

/** What a build may take over: the pack in its place, and what killed builds of it left. */
export interface Earlier {
  readonly sources: readonly PackSource[];
  /** Closes them; once the pack is built, what was left behind is of no use any more. */
  close(isBuilt: boolean): void;
}

/** Opens everything beside and at `path` that can serve. */
export function openEarlier(path: string, encoder: EncoderIdentity, indexVersion: string): Earlier {
  const left = leftBehind(path);
  const sources = [
    openReusable(path, encoder, indexVersion),
    ...left.map((file) => openUnfinished(file, encoder, indexVersion)),
  ].filter((source) => source !== null);
  return {
    sources,
    close(isBuilt) {
      for (const source of sources) source.close();
      if (isBuilt) removeLeftBehind(left);
    },
  };
}

/**
 * Opens what a killed build left. Its journal undoes what was half written, so whole documents are in it; null when it
 * cannot serve.
 */
function openUnfinished(
  path: string,
  encoder: EncoderIdentity,
  indexVersion: string,
): PackSource | null {
  let db: DatabaseSync | null = null;
  try {
    // Opened for writing once, so that SQLite may play the journal back.
    db = new DatabaseSync(path);
    const get = db.prepare("SELECT value FROM header WHERE key = ?");
    const said = (key: string) => String(get.get(key)?.value ?? "");
    const whole = db.prepare("PRAGMA quick_check(1)").get()?.quick_check === "ok";
    if (whole && isOf(said("fingerprint"), indexVersion) && said("encoder_sha256") === encoder.sha256) {
      return reader(db, { fingerprint: said("fingerprint"), skipped: [], isWhole: false });
    }
  } catch {
    // Killed before anything was kept.
  }
  db?.close();
  return null;
}

function isOf(fingerprint: string, indexVersion: string): boolean {
  return fingerprint.split(":")[0] === indexVersion;
}

function reader(
  db: DatabaseSync,
  { fingerprint, skipped, isWhole }: Pick<PackSource, "fingerprint" | "skipped" | "isWhole">,
): PackSource {
  const find = db.prepare("SELECT * FROM documents WHERE path = ? AND hash = ?");
  const chunks = db.prepare(
    "SELECT c.*, t.title, t.headings AS heading_terms, t.body FROM chunks c JOIN terms t ON t.rowid = c.n WHERE document = ? ORDER BY c.n",
  );
  const spans = db.prepare("SELECT * FROM spans WHERE chunk = ? ORDER BY i");
  const waypoints = db.prepare("SELECT * FROM waypoints WHERE document = ? ORDER BY i");
  const tracks = db.prepare("SELECT * FROM tracks WHERE document = ? ORDER BY i");
  const chunkOf = (row: Row): IndexedChunk => ({
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
  });
  const read = (path: string, hash: string): IndexedDocument | null => {
    const row = find.get(path, hash);
    if (row === undefined) return null;
    return {
      path,
      hash,
      title: row.title as string,
      document: { ...documentOf(row), tracks: tracks.all(row.n!).map(trackOf) },
      waypoints: waypoints.all(row.n!).map(waypointOf),
      chunks: chunks.all(row.n!).map(chunkOf),
    };
  };
  return {
    fingerprint,
    skipped,
    isWhole,
    documents: Number(db.prepare("SELECT count(*) AS n FROM documents").get()!.n),
    record(path, hash) {
      try {
        return read(path, hash);
      } catch {
        return null;
      }
    },
    close: () => db.close(),
  };
}

type Row = Record<string, SQLOutputValue>;

/** The metadata as it was read, but for the title, which the row has whether or not the document said it. */
function documentOf(row: Row): Omit<SourceDocument, "tracks"> {
  const {
    title,
    text,
    blocks,
    source,
    licence,
    asOf,
    topic,
    risk,
    perishable,
    trail,
    aliases,
    card,
    summary,
  } = Document.parse({
    ...row,
    pack: "",
    blocks: JSON.parse(row.blocks as string),
    asOf: row.as_of,
    perishable: JSON.parse(row.perishable as string),
    aliases: JSON.parse(row.aliases as string),
  });
  const metadata = { title, source, licence, asOf, topic, risk, perishable, trail, aliases, card, summary };
  return { metadata, text, blocks };
}

function waypointOf(row: Row): WaypointRow {
  return {
    order: row.i as number,
    name: row.name as string,
    miles: row.miles as number | null,
    elevationFeet: row.elevation_feet as number | null,
    latitude: row.latitude as number | null,
    longitude: row.longitude as number | null,
    water: row.water as string | null,
    camp: row.camp as string | null,
    start: row.start as number,
    end: row.end as number,
  };
}

/** Points are eight bytes a number, and SQLite gives bytes that begin anywhere. */
function trackOf(row: Row): Track {
  const bytes = (row.points as Uint8Array).slice();
  return { name: row.name as string | null, points: new Float64Array(bytes.buffer) };
}

function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
