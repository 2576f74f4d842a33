/** Archives made for tests. */
import { TextReader, Uint8ArrayWriter, ZipWriter, type ZipWriterAddDataOptions } from "@zip.js/zip.js";

/** A zip archive of the files, in their order. */
export async function archiveOf(
  files: Readonly<Record<string, string>>,
  options: ZipWriterAddDataOptions = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [path, content] of Object.entries(files)) {
    await writer.add(path, new TextReader(content), options);
  }
  return await writer.close();
}
