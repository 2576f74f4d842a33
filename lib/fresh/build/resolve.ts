/**
 * Resolves imports as deno.json says, because esbuild does not read it.
 * @module
 */
import type { Plugin } from "esbuild";

/** The part of deno.json that matters to a bundle. */
export interface DenoJson {
  readonly imports?: Readonly<Record<string, string>>;
}

const NPM = /^npm:\/?((?:@[^/]+\/)?[^@/]+)(?:@[^/]+)?(\/.*)?$/;

/**
 * What a specifier of the import map stands for: a path for files of the project, a bare package name
 * for npm packages (found in node_modules), null when the map says nothing.
 */
export function resolveMapped(specifier: string, imports: Readonly<Record<string, string>>): string | null {
  const exact = imports[specifier];
  if (exact !== undefined) return toPath(exact);
  const prefix = Object.keys(imports)
    .filter((key) => key.endsWith("/") && specifier.startsWith(key))
    .sort((a, b) => b.length - a.length)[0];
  const target = prefix === undefined ? undefined : imports[prefix];
  return prefix === undefined || target === undefined
    ? null
    : toPath(target + specifier.slice(prefix.length));
}

function toPath(target: string): string {
  const npm = NPM.exec(target);
  return npm ? `${npm[1]}${npm[2] ?? ""}` : target;
}

/** An esbuild plugin for one deno.json. */
export function importMap(root: string, { imports = {} }: DenoJson): Plugin {
  return {
    name: "import-map",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async (args) => {
        if (args.pluginData === "resolved") return undefined;
        const mapped = resolveMapped(args.path, imports);
        if (mapped?.startsWith("./")) return { path: `${root}/${mapped.slice(2)}` };
        // Packages are linked in the project's node_modules, whoever asks for them.
        return await build.resolve(mapped ?? args.path, {
          kind: args.kind,
          resolveDir: mapped ? root : args.resolveDir,
          pluginData: "resolved",
        });
      });
    },
  };
}
