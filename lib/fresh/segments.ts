/**
 * The tree of middlewares, layouts and error pages, by path segment. A route's chain is taken from it
 * when the route is added: what is added later does not apply to it.
 * @module
 */
import { type Context, renderComponent, surroundingsOf } from "./context.ts";
import { HttpError } from "./error.ts";
import type { HandlerFn, LayoutConfig, Method, Middleware, Route, RouteComponent } from "./types.ts";

/** What applies to a path and everything under it. */
export interface Segment<State> {
  readonly middlewares: Middleware<State>[];
  layout: { component: RouteComponent<State>; config: LayoutConfig } | null;
  error: Route<State> | null;
  notFound: Middleware<State> | null;
  app: RouteComponent<State> | null;
  readonly children: Map<string, Segment<State>>;
  readonly parent: Segment<State> | null;
}

/** An empty segment. */
export function newSegment<State>(parent: Segment<State> | null): Segment<State> {
  return {
    middlewares: [],
    layout: null,
    error: null,
    notFound: null,
    app: null,
    children: new Map(),
    parent,
  };
}

/** The segment of a pattern such as `/library/:document`; `*` and `/` are the root. */
export function segmentOf<State>(root: Segment<State>, pattern: string): Segment<State> {
  let current = root;
  for (const part of pattern.split("/").filter((p) => p !== "" && p !== "*")) {
    let child = current.children.get(part);
    if (!child) current.children.set(part, child = newSegment(current));
    current = child;
  }
  return current;
}

/** The middlewares from the root down to a segment, each segment's under its error page. */
export function chainOf<State>(segment: Segment<State>): Middleware<State>[] {
  const path: Segment<State>[] = [];
  for (let s: Segment<State> | null = segment; s; s = s.parent) path.unshift(s);
  const root = path[0] ?? segment;
  return path.flatMap((s) => [surround(s, root), ...s.middlewares]);
}

function surround<State>(segment: Segment<State>, root: Segment<State>): Middleware<State> {
  const { app, layout, error: errorRoute } = segment;
  return async (ctx) => {
    const around = surroundingsOf(ctx);
    const saved = { ...around };
    if (app) around.app = app;
    if (layout) {
      if (layout.config.skipAppWrapper) around.app = null;
      const inherited = layout.config.skipInheritedLayouts ? [] : around.layouts;
      around.layouts = [...inherited, layout.component];
    }
    try {
      return await ctx.next();
    } catch (error) {
      ctx.error = error;
      const status = error instanceof HttpError ? error.status : 500;
      if (status === 404 && root.notFound) return await root.notFound(ctx);
      if (errorRoute) return await renderRoute(ctx, errorRoute, status);
      throw error;
    } finally {
      Object.assign(around, saved);
    }
  };
}

/** Runs a chain; each `ctx.next()` runs what follows. */
export function runChain<State>(chain: readonly Middleware<State>[], ctx: Context<State>): Promise<Response> {
  const last = ctx.next;
  const run = async (i: number): Promise<Response> => {
    const middleware = chain[i];
    if (!middleware) return await last();
    ctx.next = () => run(i + 1);
    return await middleware(ctx);
  };
  return run(0);
}

/** Runs a route's handler and renders its component with what the handler gave. */
export async function renderRoute<State>(
  ctx: Context<State>,
  route: Route<State>,
  status = 200,
): Promise<Response> {
  const around = surroundingsOf(ctx);
  if (route.config?.skipAppWrapper) around.app = null;
  if (route.config?.skipInheritedLayouts) around.layouts = [];
  const handler = handlerFor(route, ctx.req.method as Method);
  if (!handler) return await ctx.next();
  const result = await handler(ctx);
  if (result instanceof Response) return result;
  const init = { status: result.status ?? status, headers: new Headers(result.headers) };
  if (!route.component) return await ctx.render(null, init);
  const node = await renderComponent(ctx, route.component, result.data, () => null);
  return node instanceof Response ? node : await ctx.render(node, init);
}

/** A component without a handler renders for GET, and an error page for whatever failed. */
function handlerFor<State>(route: Route<State>, method: Method): HandlerFn<unknown, State> | undefined {
  const { handler } = route;
  const render = route.component ? () => ({ data: {} }) : undefined;
  if (handler === undefined) return render;
  if (typeof handler === "function") return handler;
  return handler[method] ?? (method === "GET" || method === "HEAD" ? handler.GET ?? render : undefined);
}
