/**
 * Fresh's file conventions: `index.tsx`, `[name].tsx`, `[...rest].tsx`, `(group)/`, `_app`, `_layout`,
 * `_middleware`, `_error`, `_404`.
 * @module
 */
import type { Command } from "./commands.ts";
import type { LayoutConfig, Middleware, Route, RouteComponent, RouteConfig, RouteHandler } from "./types.ts";

/** The exports a route file may have. */
export interface RouteModule<State> {
  default?: RouteComponent<State>;
  handler?: RouteHandler<unknown, State> | Middleware<State>[];
  handlers?: RouteHandler<unknown, State> | Middleware<State>[];
  config?: RouteConfig & LayoutConfig;
}

/** `library/[document].tsx` → `/library/:document`. */
export function pathToPattern(file: string): string {
  const parts = file.replace(/\.[jt]sx?$/, "").split("/").filter((p) => !/^\(.*\)$/.test(p));
  if (parts.at(-1) === "index") parts.pop();
  return "/" +
    parts.map((part) => part.replace(/^\[\.\.\.(.+)\]$/, ":$1{.+}").replace(/\[([^\]]+)\]/g, ":$1")).join(
      "/",
    );
}

/** What a file is for comes first, then fixed names before parameters, then the alphabet. */
export function compareRoutes(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

const SPECIAL = ["_app", "_404", "_error", "_middleware", "_layout"];

function rank(file: string): number {
  const special = SPECIAL.indexOf(baseName(file));
  const depth = file.split("/").length;
  if (special >= 0) return special === 0 ? -1000 : -100 + depth;
  const parameters = (file.match(/\[/g) ?? []).length;
  return file.includes("[...") ? 1000 : parameters;
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.[jt]sx?$/, "");
}

/** The commands of route files; modules were imported before. */
export function routeCommands<State>(modules: readonly [string, RouteModule<State>][]): Command<State>[] {
  return modules.toSorted(([a], [b]) => compareRoutes(a, b)).map(([file, module]) => command(file, module));
}

function command<State>(file: string, module: RouteModule<State>): Command<State> {
  const folder = file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : "";
  const pattern = pathToPattern(folder);
  const exported = module.handlers ?? module.handler;
  const component = module.default;
  const config = module.config ?? {};
  if (!exported && !component) {
    throw new Error(`Cannot use routes/${file} as a route: it exports neither a handler nor a component`);
  }
  const handler = Array.isArray(exported) ? undefined : exported;
  const route: Route<State> = { component, handler, config };
  switch (baseName(file)) {
    case "_app":
      return { type: "app", component: required(file, component) };
    case "_layout":
      return { type: "layout", pattern, component: required(file, component), config };
    case "_middleware": {
      // Exported as the default or as `handler`, alone or as a list.
      const given: unknown = exported ?? component;
      return { type: "middleware", pattern, middlewares: [given].flat() as Middleware<State>[] };
    }
    case "_error":
      return { type: "error", pattern, route };
    case "_404":
      return { type: "notFound", route };
    default:
      return { type: "route", pattern: config.routeOverride ?? pathToPattern(file), route, segment: pattern };
  }
}

function required<State>(file: string, component: RouteComponent<State> | undefined): RouteComponent<State> {
  if (component) return component;
  throw new Error(`Cannot use routes/${file}: it has no default export`);
}
