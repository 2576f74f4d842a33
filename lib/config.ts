/**
 * Where things are, and which settings people may change.
 *
 * Tunables of a stage stand beside the stage with their meaning and the evaluation that chose them:
 * `BM25` (corpus/bm25.ts), `RETRIEVE` (retrieve/retrieve.ts), `QUOTE` (compose/quote.ts), `FRESH_DAYS`
 * (decide/stale.ts), `MAX_WORDS` (chunks/chunk.ts). Fitted numbers are in models/decision.json.
 * @module
 */
import { CARDS_PACK } from "./text/card_ids.ts";
import { fromFileUrl } from "./text/paths.ts";

/** Folder of the program's own files: sources in a checkout, the extracted tree in a binary. */
export const ROOT = fromFileUrl(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

/** Folder that relative paths on the command line mean: where the user called from. */
export function callerFolder(): string {
  return Deno.env.get("INIT_CWD") ?? Deno.cwd();
}

/** Folder for packs and everything else that is written: `CAIRN_HOME`, else `.cairn/` in the checkout. */
export function cairnHome(): string {
  const chosen = Deno.env.get("CAIRN_HOME");
  return chosen === undefined || chosen === "" ? `${ROOT}/.cairn` : resolve(chosen);
}

/** An absolute path as the caller means it. */
export function resolve(path: string): string {
  return /^([/\\]|[A-Za-z]:[/\\])/.test(path) ? path : `${callerFolder()}/${path}`;
}

/** Built-in packs: folder under data/ and title. */
export const BUILTIN: readonly { readonly id: string; readonly title: string }[] = [
  { id: CARDS_PACK, title: "Emergency cards" },
  { id: "handbook", title: "Trail handbook" },
  { id: "trails", title: "Trails" },
  { id: "help", title: "Using Cairn" },
];

/** Port of the page unless `--port` says otherwise. */
export const DEFAULT_PORT = 8000;
