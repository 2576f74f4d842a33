/**
 * The web page: routes and static files over a {@linkcode Cairn}.
 * @module
 */
import { App, csp, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import type { Cairn } from "./lib/ports.ts";
import { secured } from "./security.ts";
import type { State } from "./state.ts";

/** Gives an app the build it runs on. */
export type Apply = (app: App<State>) => void;

/** Options of {@linkcode site}. */
export interface SiteOptions {
  /** From {@linkcode ensureBuilt}; without it the build in the current folder is used. */
  apply?: Apply;
}

/**
 * Builds what the browser runs, unless an unchanged build is there. Call it before {@linkcode site} and
 * hand the result over. Building needs to run esbuild and to write `_fresh/`; an existing build is only read.
 */
export async function ensureBuilt(root: string): Promise<Apply> {
  return await new Builder({ root }).build();
}

/**
 * The page as an application: `site(cairn, { apply: await ensureBuilt(root) }).handler()`.
 *
 * @param cairn answers the questions and holds the documents
 */
export function site(cairn: Cairn, options: SiteOptions = {}): App<State> {
  const app = new App<State>()
    .use(csp({ useNonce: true }))
    .use((ctx) => {
      ctx.state.cairn = cairn;
      return ctx.next();
    })
    .use(staticFiles())
    .fsRoutes();
  options.apply?.(app);
  return secured(app);
}
