/**
 * Fresh 2's API on npm packages, as much of it as Cairn uses: Hono routes, Preact renders, esbuild
 * bundles. The same routes and islands run on Fresh itself (`deno.jsr.json`).
 * @module
 */
export { App, type ListenOptions } from "./app.ts";
export { Context } from "./context.ts";
export type { Context as FreshContext } from "./context.ts";
export { csp, type CSPOptions } from "./csp.ts";
export { createDefine, type Define } from "./define.ts";
export { HttpError } from "./error.ts";
export { page } from "./page.ts";
export { staticFiles } from "./static_files.ts";
export type {
  FreshConfig,
  HandlerByMethod,
  HandlerFn,
  LayoutConfig,
  Method,
  Middleware,
  PageProps,
  PageResponse,
  ResolvedFreshConfig,
  Route,
  RouteConfig,
  RouteHandler,
} from "./types.ts";
