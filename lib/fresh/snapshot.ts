/**
 * What a build leaves behind and an {@linkcode App} runs on.
 * @module
 */

/** A file the browser may ask for. */
export interface Asset {
  /** Where its bytes are, relative to the project's folder. */
  readonly file: string;
  readonly type: string;
  /** Start of the sha256 of its bytes, hex. */
  readonly hash: string;
}

/** An interactive component and the script that runs it in the browser. */
export interface IslandEntry {
  /** Module, relative to the project's folder. */
  readonly file: string;
  readonly export: string;
  /** Address of its script. */
  readonly script: string;
  /** Scripts that it shares with others, to be fetched at the same time. */
  readonly shared: readonly string[];
}

/** `_fresh/snapshot.json`. */
export interface Manifest {
  readonly format: number;
  /** Names the build; part of every script's address. */
  readonly buildId: string;
  /** sha256 over what the build was made from. */
  readonly key: string;
  /** Source files the scripts were made from, relative to the project's folder. */
  readonly inputs: readonly string[];
  /** Route modules, relative to the routes folder. */
  readonly routes: readonly string[];
  readonly islands: readonly IslandEntry[];
  /** Address of the script that starts the islands, and what it shares with them. */
  readonly runtime: { readonly script: string; readonly shared: readonly string[] };
  /** By address. */
  readonly assets: Readonly<Record<string, Asset>>;
}

/** A manifest and how to read its files. */
export interface Snapshot {
  /** The project's folder, absolute. */
  readonly root: string;
  readonly manifest: Manifest;
  read(asset: Asset): Promise<Uint8Array<ArrayBuffer>>;
}

/** Version of {@linkcode Manifest}; a build of another version is made anew. */
export const MANIFEST_FORMAT = 1;

/** Folder of the build inside the project's. */
export const OUT_DIR = "_fresh";

/** A snapshot whose files are on disk under `root`. */
export function diskSnapshot(root: string, manifest: Manifest): Snapshot {
  return { root, manifest, read: (asset) => Deno.readFile(`${root}/${asset.file}`) };
}

/** Reads `_fresh/snapshot.json`; null when there is none, or it is of another format. */
export async function readManifest(root: string): Promise<Manifest | null> {
  let text: string;
  try {
    text = await Deno.readTextFile(`${root}/${OUT_DIR}/snapshot.json`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
  try {
    const manifest: Manifest = JSON.parse(text);
    return manifest.format === MANIFEST_FORMAT ? manifest : null;
  } catch {
    // Only a file that was not written by a build is not JSON: build anew.
    return null;
  }
}
