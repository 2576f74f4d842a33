/**
 * What a weights file is known by.
 * @module
 */
import { sha256Hex } from "../../text/hash.ts";
import { cannotLoad } from "./model_file.ts";

/**
 * sha256 of a weights file, hex.
 *
 * @throws {Error} naming the missing or unreadable file and how to mend it
 */
export async function hashModel(path: string, name: string): Promise<string> {
  try {
    return await sha256Hex(await Deno.readFile(path));
  } catch (error) {
    throw cannotLoad(name, path, error);
  }
}
