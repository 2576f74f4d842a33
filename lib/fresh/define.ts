import type { ComponentChild, VNode } from "preact";
import type { HandlerByMethod, HandlerFn, Middleware, PageProps, RouteHandler } from "./types.ts";

type Rendered = ComponentChild | Promise<VNode | Response | null>;

/** The data that a handler gives to its page. */
export type DataOf<Handler, State> = Handler extends HandlerFn<infer Data, State> ? Data
  : Handler extends HandlerByMethod<infer Data, State> ? Data
  : never;

/** Identity functions that carry the types; made by {@linkcode createDefine}. */
export interface Define<State> {
  /** The handlers of a route, with `ctx` typed. */
  handlers<Data, Handlers extends RouteHandler<Data, State> = RouteHandler<Data, State>>(
    handlers: Handlers,
  ): Handlers;
  /** The page of a route; `define.page<typeof handler>` types `props.data`. */
  page<Handler extends RouteHandler<unknown, State> = never, Data = DataOf<Handler, State>>(
    render: (props: PageProps<Data, State>) => Rendered,
  ): (props: PageProps<Data, State>) => Rendered;
  /** A layout or the app wrapper. */
  layout(render: (props: PageProps<unknown, State>) => Rendered): (
    props: PageProps<unknown, State>,
  ) => Rendered;
  /** One middleware or a list of them. */
  middleware<M extends Middleware<State> | Middleware<State>[]>(middleware: M): M;
}

/**
 * Makes the helpers for an application's state.
 *
 * @example
 * ```ts
 * import { createDefine } from "fresh";
 *
 * const define = createDefine<{ name: string }>();
 * const greet = define.middleware((ctx) => new Response(`Hello, ${ctx.state.name}`));
 * ```
 */
export function createDefine<State>(): Define<State> {
  return {
    handlers: (handlers) => handlers,
    page: (render) => render,
    layout: (render) => render,
    middleware: (middleware) => middleware,
  };
}
