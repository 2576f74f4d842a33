import type { Metafile } from "esbuild";
import { type DenoJson, importMap } from "./resolve.ts";

/** A script made by the bundler. */
export interface Script {
  /** Name inside the build's folder. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The source file it is the entry of; null for shared chunks. */
  readonly entry: string | null;
  /** Names of the scripts it imports at once, transitively. */
  readonly shared: readonly string[];
}

/** Scripts and the project's files they were made from, relative to its folder. */
export interface Bundle {
  readonly scripts: Script[];
  readonly inputs: string[];
}

/** Oldest browsers the page runs in: what a tablet of 2021 has. */
const TARGET = ["chrome99", "firefox99", "safari15"];

/**
 * Bundles entry files (relative to `root`) into minified modules with shared chunks. Runs esbuild's
 * native program: needs `--allow-run` for it and `--allow-env`, which Node's `spawn` reads whole.
 */
export async function bundle(root: string, entries: readonly string[]): Promise<Bundle> {
  // Imported here, so that starting from an existing build does not load it.
  const esbuild = await import("esbuild");
  const denoJson: DenoJson = JSON.parse(await Deno.readTextFile(`${root}/deno.json`));
  try {
    const result = await esbuild.build({
      absWorkingDir: root,
      entryPoints: [...entries],
      outdir: "out",
      outbase: ".",
      bundle: true,
      splitting: true,
      format: "esm",
      minify: true,
      metafile: true,
      write: false,
      target: TARGET,
      // Top-level await is the start of the page's own scripts; all targets above have it.
      supported: { "top-level-await": true },
      jsx: "automatic",
      jsxImportSource: "preact",
      chunkNames: "chunk-[hash]",
      entryNames: "[name]",
      logLevel: "silent",
      plugins: [importMap(root, denoJson)],
    });
    const bytes = new Map(result.outputFiles.map((f) => [f.path, new Uint8Array(f.contents)]));
    const scripts = Object.entries(result.metafile.outputs).map(([path, output]) => ({
      name: baseName(path),
      bytes: bytes.get(`${root}/${path}`) ?? new Uint8Array(),
      entry: output.entryPoint ?? null,
      shared: sharedOf(result.metafile, path).map(baseName),
    }));
    return { scripts, inputs: Object.keys(result.metafile.inputs).filter(isOwn).sort() };
  } catch (error) {
    // A mistake in the sources comes with a list of errors; anything else is esbuild not starting.
    if (error instanceof Error && "errors" in error) throw error;
    throw new Error(
      "Cannot build the page: esbuild did not start. It needs --allow-run and --allow-env. Run: deno task build",
      { cause: error },
    );
  } finally {
    await esbuild.stop();
  }
}

function isOwn(input: string): boolean {
  return !input.includes("node_modules/") && !input.startsWith("..");
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function sharedOf(meta: Metafile, path: string, seen: Set<string> = new Set()): string[] {
  for (const { path: imported, kind } of meta.outputs[path]?.imports ?? []) {
    if (kind !== "import-statement" || seen.has(imported)) continue;
    seen.add(imported);
    sharedOf(meta, imported, seen);
  }
  return [...seen];
}
