/**
 * Checks before a pack is trusted: is it SQLite, is it whole, is it a pack, can this program read it.
 * @module
 */
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { Skipped } from "../../records.ts";
import { APPLICATION_ID, FORMAT_VERSION, PackError } from "./format.ts";
import type { EncoderIdentity } from "./reader.ts";

/** The header table, typed. */
export interface HeaderRecord {
  readonly id: string;
  readonly title: string;
  readonly encoder: string;
  readonly encoderSha256: string;
  readonly dimension: number;
  readonly fingerprint: string;
  readonly contentHash: string;
  readonly signature: string | null;
}

/** First 100 bytes of every SQLite file; page size at 16, page count at 28 (sqlite.org/fileformat.html). */
const SQLITE_HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\0";

/**
 * Reads the file's own header.
 *
 * @throws {PackError} when the file is missing, no SQLite file, or shorter than it says
 */
export function checkFile(path: string): void {
  const head = new Uint8Array(SQLITE_HEADER_BYTES);
  let size: number;
  try {
    const file = Deno.openSync(path, { read: true });
    try {
      size = file.statSync().size;
      file.readSync(head);
    } finally {
      file.close();
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) {
      throw new PackError(`Cannot open the pack ${path}: ${(error as Error).message}.`, { cause: error });
    }
    throw new PackError(
      `Cannot open the pack ${path}: there is no such file. Check its name, or build it: ${
        buildCommand(path)
      }`,
    );
  }
  if (size < SQLITE_HEADER_BYTES || new TextDecoder().decode(head.subarray(0, 16)) !== MAGIC) {
    throw new PackError(`${path} is not a pack: it is not an SQLite file. ${rebuild(path)}`);
  }
  const view = new DataView(head.buffer);
  const pageSize = view.getUint16(16) === 1 ? 65536 : view.getUint16(16);
  const expected = pageSize * view.getUint32(28);
  if (size < expected) {
    throw new PackError(
      `${path} is cut short: ${size} of ${expected} bytes. Copy it again, or: ${rebuild(path)}`,
    );
  }
}

/** Opens read-only; a pack is never changed in place. */
export function openDatabase(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { readOnly: true });
  } catch (error) {
    throw new PackError(`Cannot open the pack ${path}: ${(error as Error).message}. ${rebuild(path)}`, {
      cause: error,
    });
  }
}

/**
 * The pack's header, checked against this program and, when given, the encoder in use.
 *
 * @throws {PackError} with the mismatch and the command that mends it
 */
export function readHeader(db: DatabaseSync, path: string, encoder?: EncoderIdentity): HeaderRecord {
  let values: Map<string, string | null>;
  try {
    const application = db.prepare("PRAGMA application_id").get()?.application_id;
    if (application !== APPLICATION_ID) {
      throw new PackError(`${path} is an SQLite file but not a Cairn pack. ${rebuild(path)}`);
    }
    const version = Number(db.prepare("PRAGMA user_version").get()?.user_version);
    if (version > FORMAT_VERSION) {
      throw new PackError(
        `${path} has pack format ${version}; this Cairn reads up to ${FORMAT_VERSION}. Update Cairn, or: ${
          rebuild(path)
        }`,
      );
    }
    values = new Map(
      db.prepare("SELECT key, value FROM header").all().map((
        row,
      ) => [String(row.key), row.value as string | null]),
    );
  } catch (error) {
    throw damaged(path, error);
  }
  const get = (key: string) => {
    const value = values.get(key);
    if (typeof value !== "string") {
      throw new PackError(`${path} is damaged: its header has no ${key}. ${rebuild(path)}`);
    }
    return value;
  };
  const header = {
    id: get("id"),
    title: get("title"),
    encoder: get("encoder"),
    encoderSha256: get("encoder_sha256"),
    dimension: Number(get("dimension")),
    fingerprint: get("fingerprint"),
    contentHash: get("content_hash"),
    signature: values.get("signature") ?? null,
  };
  if (encoder !== undefined) checkEncoder(header, encoder, path);
  checkIds(db, header.id, path);
  return header;
}

function checkEncoder(header: HeaderRecord, encoder: EncoderIdentity, path: string): void {
  if (header.encoderSha256 === encoder.sha256 && header.dimension === encoder.dimension) return;
  throw new PackError(
    `${path} was made with the encoder ${header.encoder} (${
      header.encoderSha256.slice(0, 12)
    }), this Cairn uses ` +
      `${encoder.id} (${encoder.sha256.slice(0, 12)}): their vectors cannot be compared. ${rebuild(path)}`,
  );
}

/** What reading met, as an error that says what mends it. */
export function damaged(path: string, error: unknown): PackError {
  if (error instanceof PackError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new PackError(`${path} is damaged: ${why}. ${rebuild(path)}`, { cause: error });
}

/** The command that mends a pack. */
export function rebuild(path: string): string {
  return `Build ${path.endsWith(".cairn") ? "it again" : "a pack"}: ${buildCommand(path)}`;
}

/** A forged document id could stand in for another pack's document, an emergency card for one. */
function checkIds(db: DatabaseSync, pack: string, path: string): void {
  let foreign: unknown;
  try {
    foreign = db.prepare("SELECT id FROM documents WHERE substr(id, 1, length(?1) + 1) <> ?1 || '/' LIMIT 1")
      .get(pack)
      ?.id;
  } catch (error) {
    throw damaged(path, error);
  }
  if (foreign === undefined) return;
  throw new PackError(`${path} is damaged: it calls itself ${pack} and holds ${foreign}. ${rebuild(path)}`);
}

/** A file that is not named like a pack is never written over. */
function buildCommand(path: string): string {
  return `deno task cairn pack build FOLDER -o ${path.endsWith(".cairn") ? path : "NAME.cairn"}`;
}

/** The stamp of the folder that a pack was built from; null when there is none or the pack cannot be read. */
export function readStamp(path: string): string | null {
  try {
    checkFile(path);
    const db = openDatabase(path);
    try {
      const value = db.prepare("SELECT value FROM header WHERE key = 'stamp'").get()?.value;
      return typeof value === "string" ? value : null;
    } finally {
      db.close();
    }
  } catch {
    // Whatever is wrong with it, it has to be built again.
    return null;
  }
}

const SkippedFile = z.object({ path: z.string(), line: z.int().nullable(), problem: z.string() });

/** Files that a pack was built without. */
export function skippedOf(db: DatabaseSync): Skipped[] {
  const value = db.prepare("SELECT value FROM header WHERE key = 'skipped'").get()?.value;
  return typeof value === "string" ? z.array(SkippedFile).parse(JSON.parse(value)) : [];
}
