import { MANIFEST_FORMAT } from "../snapshot.ts";
import { listFiles, sha256 } from "./files.ts";

/** The files a project is made of, relative to its folder. */
export interface Sources {
  readonly routes: readonly string[];
  readonly islands: readonly string[];
  readonly statics: readonly string[];
}

const isModule = (path: string) => /\.[jt]sx?$/.test(path) && !/[._]test\.[jt]sx?$/.test(path);

/** Lists routes, islands and static files. */
export async function listSources(root: string): Promise<Sources> {
  const [routes, islands, statics] = await Promise.all([
    listFiles(`${root}/routes`, isModule),
    listFiles(`${root}/islands`, isModule),
    listFiles(`${root}/static`, (path) => !path.startsWith(".")),
  ]);
  return { routes, islands, statics };
}

/**
 * Names what a build is made from: the lists of files, the content of those that end in it, and
 * deno.json, which names the versions of packages. An input that has gone changes the key too.
 */
export async function buildKey(root: string, sources: Sources, inputs: readonly string[]): Promise<string> {
  const files = [...inputs, ...sources.statics.map((file) => `static/${file}`), "deno.json"];
  const hashes = await Promise.all(files.map(async (file) => {
    try {
      return await sha256(await Deno.readFile(`${root}/${file}`));
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return "gone";
      throw error;
    }
  }));
  return await sha256(new TextEncoder().encode(JSON.stringify([MANIFEST_FORMAT, sources, files, hashes])));
}
