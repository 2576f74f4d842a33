/**
 * The types that routes are written against, named as Fresh 2 names them.
 * @module
 */
import type { ComponentChild, ComponentType, VNode } from "preact";
import type { Context } from "./context.ts";

/** HTTP methods a route can answer. */
export type Method = "HEAD" | "GET" | "POST" | "PATCH" | "PUT" | "DELETE" | "OPTIONS";

/** Every {@linkcode Method}, for handlers that answer them all. */
export const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"];

/** Runs around the rest of the chain; `ctx.next()` continues it. */
export type Middleware<State> = (ctx: Context<State>) => Response | Promise<Response>;

/** What a handler returns to have its route's component rendered. */
export interface PageResponse<Data> {
  data: Data;
  headers?: HeadersInit | undefined;
  status?: number | undefined;
}

/** Answers a request: with a response, or with the data for the route's component. */
export interface HandlerFn<Data, State> {
  (ctx: Context<State>): Response | PageResponse<Data> | Promise<Response | PageResponse<Data>>;
}

/** One {@linkcode HandlerFn} per method; others are answered 405. */
export type HandlerByMethod<Data, State> = { [M in Method]?: HandlerFn<Data, State> };

/** What a route module exports as `handler` or `handlers`. */
export type RouteHandler<Data, State> = HandlerFn<Data, State> | HandlerByMethod<Data, State>;

/** Props of pages, layouts and the app wrapper. */
export type PageProps<Data = unknown, State = unknown> =
  & Pick<
    Context<State>,
    "config" | "url" | "req" | "params" | "info" | "state" | "isPartial" | "Component" | "error" | "route"
  >
  & { data: Data };

/** A component that may be asynchronous and may answer with a response itself. */
export type AsyncComponent<Props> = (props: Props) => Promise<VNode | Response | null>;

/** A page, layout or app wrapper. Its data was made by the handler of the same route. */
export type RouteComponent<State> =
  | ((props: PageProps<never, State>) => ComponentChild)
  | ComponentType<PageProps<never, State>>
  | AsyncComponent<PageProps<never, State>>;

/** What a page or layout may skip. */
export interface LayoutConfig {
  skipAppWrapper?: boolean;
  skipInheritedLayouts?: boolean;
}

/** What a route module exports as `config`. */
export interface RouteConfig extends LayoutConfig {
  /** Answers at this pattern instead of the one its file name gives. */
  routeOverride?: string;
}

/** A handler, a component, or both. */
export interface Route<State> {
  component?: RouteComponent<State> | undefined;
  config?: RouteConfig | undefined;
  handler?: RouteHandler<unknown, State> | undefined;
}

/** Options of the {@linkcode App}. */
export interface FreshConfig {
  basePath?: string;
  mode?: "development" | "production";
}

/** {@linkcode FreshConfig} with its defaults and the project's folder. */
export interface ResolvedFreshConfig extends Required<FreshConfig> {
  root: string;
}
