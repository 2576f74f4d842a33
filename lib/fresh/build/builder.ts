import { type App, applySnapshot } from "../app.ts";
import {
  type Asset,
  diskSnapshot,
  type Manifest,
  MANIFEST_FORMAT,
  OUT_DIR,
  readManifest,
  type Snapshot,
} from "../snapshot.ts";
import { type Bundle, bundle } from "./bundle.ts";
import { mediaType, sha256 } from "./files.ts";
import { buildKey, listSources, type Sources } from "./key.ts";

/** Options of the {@linkcode Builder}. */
export interface BuildOptions {
  /** The project's folder; default: the current one. */
  root?: string;
}

/** Options of one build. */
export interface BuildRun {
  /** Where the result is kept: `_fresh/` or nowhere. */
  snapshot?: "disk" | "memory";
}

/** The browser's entry; the project reaches it by this path, wherever Fresh is mapped to. */
const CLIENT = "lib/fresh/client.ts";

/** Builds what the browser runs. */
export class Builder {
  readonly root: string;

  constructor(options: BuildOptions = {}) {
    this.root = absolute(options.root ?? ".");
  }

  /**
   * Builds unless an unchanged build is there. The result gives the build to an app:
   * `(await builder.build())(app)`.
   */
  async build(run: BuildRun = {}): Promise<<State>(app: App<State>) => void> {
    const snapshot = await this.snapshot(run);
    return (app) => applySnapshot(app, snapshot);
  }

  /** The build itself. */
  async snapshot({ snapshot = "disk" }: BuildRun = {}): Promise<Snapshot> {
    const { root } = this;
    const [sources, existing] = await Promise.all([listSources(root), readManifest(root)]);
    if (existing && await isCurrent(root, sources, existing)) return diskSnapshot(root, existing);
    const built = await bundle(root, [CLIENT, ...sources.islands.map((file) => `islands/${file}`)]);
    const manifest = await describe(root, sources, built);
    if (snapshot === "disk") {
      await write(root, manifest, built);
      return diskSnapshot(root, manifest);
    }
    const bytes = new Map(built.scripts.map((s) => [`${folderOf(manifest.buildId)}/${s.name}`, s.bytes]));
    const disk = diskSnapshot(root, manifest);
    return { ...disk, read: async (asset) => bytes.get(asset.file) ?? await disk.read(asset) };
  }
}

function absolute(path: string): string {
  const full = path.startsWith("/") || /^[A-Za-z]:/.test(path) ? path : `${Deno.cwd()}/${path}`;
  return full.replaceAll("\\", "/").replace(/(\/\.)*\/?$/, "");
}

async function isCurrent(root: string, sources: Sources, manifest: Manifest): Promise<boolean> {
  return await buildKey(root, sources, manifest.inputs) === manifest.key;
}

function folderOf(buildId: string): string {
  return `${OUT_DIR}/js/${buildId}`;
}

async function describe(root: string, sources: Sources, built: Bundle): Promise<Manifest> {
  const key = await buildKey(root, sources, built.inputs);
  const buildId = key.slice(0, 16);
  const folder = folderOf(buildId);
  const assets: Record<string, Asset> = {};
  for (const { name, bytes } of built.scripts) {
    const hash = (await sha256(bytes)).slice(0, 16);
    assets[`/${folder}/${name}`] = { file: `${folder}/${name}`, type: mediaType(name), hash };
  }
  for (const path of sources.statics) {
    const hash = (await sha256(await Deno.readFile(`${root}/static/${path}`))).slice(0, 16);
    assets[`/${path}`] = { file: `static/${path}`, type: mediaType(path), hash };
  }
  const entryOf = (file: string) => {
    const script = built.scripts.find((s) => s.entry === file);
    if (!script) throw new Error(`Cannot find the script of ${file} in the bundle`);
    return { script: `/${folder}/${script.name}`, shared: script.shared.map((name) => `/${folder}/${name}`) };
  };
  const islands = sources.islands.map((file) => ({
    file: `islands/${file}`,
    export: "default",
    ...entryOf(`islands/${file}`),
  }));
  return {
    format: MANIFEST_FORMAT,
    buildId,
    key,
    inputs: built.inputs,
    routes: sources.routes,
    islands,
    runtime: entryOf(CLIENT),
    assets,
  };
}

/**
 * Writes everything inside `_fresh/`, the manifest last and by rename: a build that is cut short leaves
 * the one before in force. Older scripts go once the manifest no longer names them.
 */
async function write(root: string, manifest: Manifest, built: Bundle): Promise<void> {
  const target = `${root}/${folderOf(manifest.buildId)}`;
  const temporary = `${root}/${OUT_DIR}/tmp-${crypto.randomUUID()}`;
  await Deno.mkdir(`${root}/${OUT_DIR}/js`, { recursive: true });
  await Deno.mkdir(temporary);
  try {
    for (const { name, bytes } of built.scripts) await Deno.writeFile(`${temporary}/${name}`, bytes);
    await Deno.writeTextFile(`${temporary}/snapshot.json`, JSON.stringify(manifest, null, 1));
    await Deno.mkdir(target, { recursive: true });
    for (const { name } of built.scripts) await Deno.rename(`${temporary}/${name}`, `${target}/${name}`);
    await Deno.rename(`${temporary}/snapshot.json`, `${root}/${OUT_DIR}/snapshot.json`);
  } finally {
    await Deno.remove(temporary, { recursive: true });
  }
  for await (const { name } of Deno.readDir(`${root}/${OUT_DIR}/js`)) {
    if (name !== manifest.buildId) await removeIfThere(`${root}/${OUT_DIR}/js/${name}`);
  }
}

/** Two programs may build at once; what one has removed, the other need not. */
async function removeIfThere(path: string): Promise<void> {
  try {
    await Deno.remove(path, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
