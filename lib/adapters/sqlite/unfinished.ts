/**
 * Files of builds that have not come to their end: some are being written, others were left by a build that was killed.
 * @module
 */
import { DatabaseSync } from "node:sqlite";

/** A new name beside the pack, so that two builds of one pack do not write into one file. */
export function unfinishedPath(path: string): string {
  return `${path}.${crypto.randomUUID().slice(0, 8)}.part`;
}

/** Files beside a pack that a killed build of it left. Whoever still builds holds a lock on its own. */
export function leftBehind(path: string): string[] {
  const folder = path.replace(/[^/\\]*$/, "") || ".";
  const name = path.slice(folder === "." ? 0 : folder.length);
  const found: string[] = [];
  try {
    for (const entry of Deno.readDirSync(folder)) {
      if (!entry.isFile || !entry.name.startsWith(name)) continue;
      if (!/^\.[0-9a-f]{8}\.part$/.test(entry.name.slice(name.length))) continue;
      const file = `${folder === "." ? "" : folder}${entry.name}`;
      if (!isBeingWritten(file)) found.push(file);
    }
  } catch {
    // A folder that is not there, or cannot be read, is for the build to report.
  }
  return found.sort();
}

/** Removes what killed builds left. */
export function removeLeftBehind(files: readonly string[]): void {
  for (const file of files) {
    for (const path of [file, `${file}-journal`]) {
      try {
        Deno.removeSync(path);
      } catch {
        // Another build may have removed it first; a file that cannot be removed harms nobody.
      }
    }
  }
}

function isBeingWritten(path: string): boolean {
  try {
    const db = new DatabaseSync(path);
    try {
      db.exec("BEGIN IMMEDIATE; ROLLBACK");
      return false;
    } finally {
      db.close();
    }
  } catch (error) {
    return /locked|busy/i.test((error as Error).message);
  }
}
