import type { Command } from "./commands.ts";
import { routeCommands, type RouteModule } from "./fs_routes.ts";
import type { IslandRegistry } from "./islands.ts";
import { sink } from "./sink.ts";
import { diskSnapshot, type IslandEntry, readManifest, type Snapshot } from "./snapshot.ts";

/** A built project, imported. */
export interface Project<State> {
  readonly snapshot: Snapshot | null;
  readonly registry: IslandRegistry;
  readonly commands: Command<State>[];
}

/**
 * Imports the routes and islands of a build: the one given, else the one on disk under `root`.
 * Without file routes a project needs no build.
 */
export async function loadProject<State>(
  root: string,
  given: Snapshot | null,
  wantsFiles: boolean,
): Promise<Project<State>> {
  const snapshot = given ?? await fromDisk(root);
  if (!snapshot) {
    if (!wantsFiles) return { snapshot: null, registry: new Map(), commands: [] };
    throw new Error(`Cannot serve the routes of ${root}: it has not been built. Run: deno task build`);
  }
  const { routes, islands, buildId } = snapshot.manifest;
  sink.buildId = buildId;
  const registry = new Map<unknown, IslandEntry>();
  await Promise.all(islands.map(async (island) => {
    const module = await importFrom<Record<string, unknown>>(snapshot.root, island.file);
    registry.set(module[island.export], island);
  }));
  if (!wantsFiles) return { snapshot, registry, commands: [] };
  const modules = await Promise.all(routes.map(async (file): Promise<[string, RouteModule<State>]> => {
    return [file, await importFrom<RouteModule<State>>(snapshot.root, `routes/${file}`)];
  }));
  return { snapshot, registry, commands: routeCommands(modules) };
}

async function fromDisk(root: string): Promise<Snapshot | null> {
  const manifest = await readManifest(root);
  return manifest && diskSnapshot(root, manifest);
}

async function importFrom<Module>(root: string, file: string): Promise<Module> {
  return await import(fileUrl(`${root}/${file}`));
}

/** A file's URL. Names such as `[card].tsx` keep their brackets out of the URL's syntax. */
export function fileUrl(path: string): string {
  const absolute = path.startsWith("/") ? path : `/${path.replaceAll("\\", "/")}`;
  return `file://${absolute.split("/").map(encodeURIComponent).join("/").replace(/^\/(\w)%3A/, "/$1:")}`;
}
