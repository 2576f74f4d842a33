import { type FunctionComponent, h, isValidElement, type VNode } from "preact";
import { renderDocument } from "./document.ts";
import type { IslandRegistry } from "./islands.ts";
import type { Snapshot } from "./snapshot.ts";
import type { LayoutConfig, PageProps, ResolvedFreshConfig, RouteComponent } from "./types.ts";

/** The wrapper and layouts in force where a request is being handled. */
export interface Surroundings<State> {
  app: RouteComponent<State> | null;
  layouts: RouteComponent<State>[];
}

/** What a context is made from. */
export interface ContextInit {
  readonly req: Request;
  readonly info: Deno.ServeHandlerInfo;
  readonly config: ResolvedFreshConfig;
  readonly route: string | null;
  readonly params: Record<string, string>;
  readonly snapshot: Snapshot | null;
  readonly registry: IslandRegistry;
}

/** The build a request is served from; null when there is none. */
export let snapshotOf: <State>(ctx: Context<State>) => Snapshot | null;
/** The wrapper and layouts of a request. */
export let surroundingsOf: <State>(ctx: Context<State>) => Surroundings<State>;

/** What every middleware and handler gets; one per request. */
export class Context<State> {
  readonly config: ResolvedFreshConfig;
  readonly url: URL;
  readonly req: Request;
  /** The matched pattern. */
  readonly route: string | null;
  readonly params: Record<string, string>;
  /** Shared by all middlewares of a request; the application's own middleware fills it. */
  readonly state: State = {} as State;
  readonly info: Deno.ServeHandlerInfo;
  readonly isPartial = false;
  /** What was thrown, in an error page. */
  error: unknown = null;
  /** What a layout or the app wrapper surrounds. */
  Component: FunctionComponent = () => null;
  /** Continues with the rest of the chain. */
  next: () => Promise<Response> = () => Promise.reject(new Error("next() outside a chain"));

  readonly #snapshot: Snapshot | null;
  readonly #registry: IslandRegistry;
  readonly #surroundings: Surroundings<State> = { app: null, layouts: [] };

  static {
    snapshotOf = (ctx) => ctx.#snapshot;
    surroundingsOf = (ctx) => ctx.#surroundings;
  }

  constructor(init: ContextInit) {
    this.req = init.req;
    this.url = new URL(init.req.url);
    this.info = init.info;
    this.config = init.config;
    this.route = init.route;
    this.params = init.params;
    this.#snapshot = init.snapshot;
    this.#registry = init.registry;
  }

  /** A redirect; addresses of other hosts written as `//host` stay on this one. */
  redirect(pathOrUrl: string, status = 302): Response {
    const location = pathOrUrl.startsWith("/") ? pathOrUrl.replace(/^\/+/, "/") : pathOrUrl;
    return new Response(null, { status, headers: { location } });
  }

  /** Renders a node inside the layouts and the app wrapper of this request. */
  async render(vnode: VNode | null, init: ResponseInit = {}, config: LayoutConfig = {}): Promise<Response> {
    if (vnode !== null && !isValidElement(vnode)) {
      throw new TypeError("Cannot render what is not JSX: pass ctx.render() an element");
    }
    let page: VNode | null = vnode;
    for (const layout of config.skipInheritedLayouts ? [] : this.#surroundings.layouts.toReversed()) {
      const child = page;
      const rendered = await renderComponent(this, layout, undefined, () => child);
      if (rendered instanceof Response) return rendered;
      page = rendered;
    }
    const app = config.skipAppWrapper ? null : this.#surroundings.app;
    const hole: { vnode: VNode | null } = { vnode: null };
    const wrapper = app && await renderComponent(this, app, undefined, () => hole.vnode);
    if (wrapper instanceof Response) return wrapper;
    const html = renderDocument({
      page,
      wrap: wrapper && ((inner) => {
        hole.vnode = inner;
        return wrapper;
      }),
      snapshot: this.#snapshot,
      registry: this.#registry,
      basePath: this.config.basePath,
    });
    const headers = new Headers(init.headers);
    headers.set("Content-Type", "text/html; charset=utf-8");
    return new Response(html, { ...init, headers });
  }

  /** Plain text. */
  text(content: string, init?: ResponseInit): Response {
    return new Response(content, init);
  }

  /** HTML as it is. */
  html(content: string, init: ResponseInit = {}): Response {
    const headers = new Headers(init.headers);
    headers.set("Content-Type", "text/html; charset=utf-8");
    return new Response(content, { ...init, headers });
  }

  /** JSON. */
  json(content: unknown, init?: ResponseInit): Response {
    return Response.json(content, init);
  }
}

/** The node of a page, layout or wrapper; an asynchronous one may answer with a response. */
export async function renderComponent<State>(
  ctx: Context<State>,
  component: RouteComponent<State>,
  data: unknown,
  child: FunctionComponent,
): Promise<VNode | Response | null> {
  const { config, url, req, params, info, state, isPartial, error, route } = ctx;
  const props: PageProps<unknown, State> = {
    ...{ config, url, req, params, info, state, isPartial, error, route },
    Component: child,
    data,
  };
  // A component and its data come from the same route module; which type that is, only the module knows.
  const typed = component as FunctionComponent<PageProps<unknown, State>>;
  if (component.constructor.name !== "AsyncFunction") return h(typed, props) as VNode;
  return await (component as unknown as (p: typeof props) => Promise<VNode | Response | null>)(props);
}
