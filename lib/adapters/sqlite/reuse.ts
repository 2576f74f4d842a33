/**
 * Taking over what an older build of the same pack already encoded.
 * @module
 */
import { DatabaseSync } from "node:sqlite";
import type { PackSource } from "../../ports.ts";
import { contentHash } from "./content_hash.ts";
import { checkFile, openDatabase, readHeader, skippedOf } from "./open.ts";
import type { EncoderIdentity } from "./reader.ts";
import { recordReader } from "./records.ts";
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
  const recordOf = recordReader(db);
  return {
    fingerprint,
    skipped,
    isWhole,
    documents: Number(db.prepare("SELECT count(*) AS n FROM documents").get()!.n),
    record(path, hash) {
      try {
        const row = find.get(path, hash);
        return row === undefined ? null : recordOf(row);
      } catch {
        return null;
      }
    },
    close: () => db.close(),
  };
}
