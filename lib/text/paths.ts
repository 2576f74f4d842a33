import { fileURLToPath } from "node:url";

/** A file URL as a path of this platform. */
export const fromFileUrl = (url: URL): string => fileURLToPath(url);

/** `/a/b/name.cairn` → `name`. */
export function baseName(path: string): string {
  return path.replace(/[/\\]+$/, "").replace(/^.*[/\\]/, "").replace(/\.cairn$/, "");
}
