/**
 * The files of a folder, before anybody reads what is in them.
 * @module
 */
import { createHash } from "node:crypto";
import { sha256Hex } from "../text/hash.ts";

/**
 * Paths relative to `root`, with `/`, sorted by code units so that every machine agrees. Hidden files and
 * folders are skipped, symbolic links are not followed (they could lead out of the folder).
 */
export async function filesUnder(root: string, prefix = ""): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(prefix === "" ? root : `${root}/${prefix}`)) {
    if (entry.name.startsWith(".")) continue;
    const path = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory) found.push(...await filesUnder(root, path));
    else if (entry.isFile) found.push(path);
  }
  return prefix === "" ? found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) : found;
}

/** Bytes that are hashed at a time. */
const PIECE = 1 << 18;

/** sha256 of a file's bytes, hex; memory does not grow with the file. */
export async function hashFile(path: string): Promise<string> {
  using file = await Deno.open(path);
  const hash = createHash("sha256");
  const piece = new Uint8Array(PIECE);
  for (let read = await file.read(piece); read !== null; read = await file.read(piece)) {
    hash.update(piece.subarray(0, read));
  }
  return hash.digest("hex");
}

/** sha256 over the names and bytes of a folder's files, hex: has anything changed? */
export async function hashFolder(root: string): Promise<string> {
  const files = await filesUnder(root);
  // Small files, at every start: read whole they take a third of the time.
  const hashes = await Promise.all(
    files.map(async (path) => await sha256Hex(await Deno.readFile(`${root}/${path}`))),
  );
  return await sha256Hex(files.map((path, i) => `${path}\0${hashes[i]}`).join("\n"));
}
