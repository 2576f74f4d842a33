/**
 * What a pack is called.
 * @module
 */
import { baseName } from "../text/paths.ts";
import { UsageError } from "./cli.ts";

/** The file's name is the pack's id, and starts every document's id. */
export function packId(path: string): string {
  const id = baseName(path);
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(id)) {
    throw new UsageError(
      `Cannot name a pack "${id}": use letters, digits, spaces, dots, hyphens and underscores.`,
    );
  }
  return id;
}
