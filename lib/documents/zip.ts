/**
 * Archives that hold a document's parts, through zip.js, with bounds that a hostile one cannot pass.
 * @module
 */
import { configure, ERR_UNSAFE_FILENAME, type FileEntry, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { MalformedFileError } from "./malformed.ts";

// A worker per entry would outlive the build.
configure({ useWebWorkers: false });

/** Most entries, and most bytes of all of them together, that are unpacked. */
const MAX_ENTRIES = 20_000;
const MAX_BYTES = 256 * 1024 * 1024;

/** The files of an archive by their paths. */
export type Archive = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/**
 * Unpacks what is wanted of an archive, in memory; nothing is written anywhere.
 *
 * @param wants by path, to leave pictures packed
 * @throws {MalformedFileError} for what is no archive, encrypted, larger than any document, or has paths that lead out of it
 */
export async function unzip(bytes: Uint8Array, wants: (path: string) => boolean): Promise<Archive> {
  const zip = new ZipReader(new Uint8ArrayReader(bytes), { checkOverlappingEntry: true });
  const found = new Map<string, Uint8Array<ArrayBuffer>>();
  let total = 0;
  try {
    let count = 0;
    for await (const entry of zip.getEntriesGenerator()) {
      if (++count > MAX_ENTRIES) throw new MalformedFileError(`holds more than ${MAX_ENTRIES} files`);
      const path = entry.filename.replaceAll("\\", "/");
      if (entry.directory || !wants(path)) continue;
      if (entry.encrypted) throw new MalformedFileError("is encrypted; save it without a password");
      const content = await unpack(entry, MAX_BYTES - total);
      total += content.length;
      found.set(path, content);
    }
    return found;
  } catch (error) {
    if (error instanceof MalformedFileError) throw error;
    if ((error as Error).message === ERR_UNSAFE_FILENAME) {
      throw new MalformedFileError("holds a path that leads out of it");
    }
    throw new MalformedFileError(`is no whole zip archive: ${(error as Error).message}`);
  } finally {
    await zip.close();
  }
}

/** What an archive says of an entry's size need not be true, so what comes out is counted. */
async function unpack(entry: FileEntry, room: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => new MalformedFileError(`unpacks to more than ${MAX_BYTES / 1048576} MB`);
  if (entry.uncompressedSize > room) throw tooLarge();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  let overfull = false;
  const writable = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(piece) {
      length += piece.length;
      overfull = length > room;
      if (overfull) throw tooLarge();
      pieces.push(piece);
    },
  });
  try {
    await entry.getData(writable);
  } catch (error) {
    throw overfull ? tooLarge() : error;
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
