/**
 * Documents of a pack with everything that was made of them, to be written into another pack or out of it.
 * @module
 */
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { z } from "zod";
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
import { PackError } from "./format.ts";
import { checkFile, damaged, type HeaderRecord, openDatabase, readHeader, rebuild } from "./open.ts";
import type { EncoderIdentity } from "./reader.ts";

/** A whole pack, document by document. */
export interface PackRecords {
  readonly header: HeaderRecord;
  records(): Generator<IndexedDocument>;
  close(): void;
}

/**
 * Opens a pack to take all of it over.
 *
 * @throws {PackError} when it is damaged, of another format or, where an encoder is named, made by another
 */
export function openRecords(path: string, encoder?: EncoderIdentity): PackRecords {
  checkFile(path);
  const db = openDatabase(path);
  try {
    const header = readHeader(db, path, encoder);
    if (contentHash(db) !== header.contentHash) {
      throw new PackError(
        `${path} is damaged: the content is not what the header's hash names. ${rebuild(path)}`,
      );
    }
    return {
      header,
      *records() {
        const recordOf = recordReader(db);
        for (const row of db.prepare("SELECT * FROM documents ORDER BY n").iterate()) yield recordOf(row);
      },
      close: () => db.close(),
    };
  } catch (error) {
    db.close();
    throw damaged(path, error);
  }
}

/** Turns rows of `documents` into what was made of them. */
export function recordReader(db: DatabaseSync): (row: Row) => IndexedDocument {
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
  return (row) => ({
    path: row.path as string,
    hash: row.hash as string,
    title: row.title as string,
    document: { ...documentOf(row), tracks: tracks.all(row.n!).map(trackOf) },
    waypoints: waypoints.all(row.n!).map(waypointOf),
    chunks: chunks.all(row.n!).map(chunkOf),
  });
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

/** A row of `waypoints`, but for what it belongs to. */
export function waypointOf(row: Row): WaypointRow {
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
