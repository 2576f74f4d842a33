import { Hono } from "hono";
import type { Command } from "./commands.ts";
import { Context, type ContextInit } from "./context.ts";
import { HttpError } from "./error.ts";
import { loadProject, type Project } from "./project.ts";
import { chainOf, newSegment, renderRoute, runChain, type Segment, segmentOf } from "./segments.ts";
import type { Snapshot } from "./snapshot.ts";
import { METHODS } from "./types.ts";
import type {
  FreshConfig,
  LayoutConfig,
  Method,
  Middleware,
  ResolvedFreshConfig,
  Route,
  RouteComponent,
} from "./types.ts";

/** Answers a request. */
export type Handler = (request: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

/** Options of {@linkcode App.listen}. */
export type ListenOptions = Partial<Deno.ServeTcpOptions>;

/** Gives an app the build to run on. */
export let applySnapshot: <State>(app: App<State>, snapshot: Snapshot) => void;

const NO_INFO: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 0 },
  completed: Promise.resolve(),
};

/** Collects routes and middlewares, in order, and makes one handler of them. */
export class App<State> {
  readonly config: ResolvedFreshConfig;
  readonly #commands: Command<State>[] = [];
  #snapshot: Snapshot | null = null;

  static {
    applySnapshot = (app, snapshot) => {
      app.#snapshot = snapshot;
      app.config.root = snapshot.root;
    };
  }

  constructor(config: FreshConfig = {}) {
    this.config = { root: Deno.cwd(), basePath: config.basePath ?? "", mode: config.mode ?? "production" };
  }

  /** Middlewares for everything, or for a path and what is under it. */
  use(...middlewares: Middleware<State>[]): this;
  use(path: string, ...middlewares: Middleware<State>[]): this;
  use(first: string | Middleware<State>, ...rest: Middleware<State>[]): this {
    const [pattern, middlewares] = typeof first === "string" ? [first, rest] : ["*", [first, ...rest]];
    return this.#add({ type: "middleware", pattern, middlewares });
  }

  /** Answers GET (and HEAD). */
  get(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#add({ type: "handler", pattern: path, methods: ["GET"], middlewares });
  }

  /** Answers POST. */
  post(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#add({ type: "handler", pattern: path, methods: ["POST"], middlewares });
  }

  /** Answers every method. */
  all(path: string, ...middlewares: Middleware<State>[]): this {
    return this.#add({ type: "handler", pattern: path, methods: METHODS, middlewares });
  }

  /** A handler with a component. */
  route(path: string, route: Route<State>): this {
    return this.#add({ type: "route", pattern: path, route, segment: path });
  }

  /** Surrounds the pages added later at a path and under it. */
  layout(path: string, component: RouteComponent<State>, config: LayoutConfig = {}): this {
    return this.#add({ type: "layout", pattern: path, component, config });
  }

  /** The outermost component, with `<html>`. */
  appWrapper(component: RouteComponent<State>): this {
    return this.#add({ type: "app", component });
  }

  /** Answers what nothing else answers. */
  notFound(routeOrMiddleware: Route<State> | Middleware<State>): this {
    return this.#add({ type: "notFound", route: asRoute(routeOrMiddleware) });
  }

  /** Answers what fails at a path and under it, in what is added later. */
  onError(path: string, routeOrMiddleware: Route<State> | Middleware<State>): this {
    return this.#add({ type: "error", pattern: path, route: asRoute(routeOrMiddleware) });
  }

  /** Puts the files of `routes/` here. */
  fsRoutes(): this {
    return this.#add({ type: "fsRoutes" });
  }

  /** The handler, for `Deno.serve` and for tests. Route files are imported with the first request. */
  handler(): Handler {
    let ready: Promise<(request: Request, info: Deno.ServeHandlerInfo) => Promise<Response>> | null = null;
    return async (request, info = NO_INFO) => {
      // A failed start is tried again with the next request rather than remembered.
      ready ??= this.#compile().catch((error) => {
        ready = null;
        throw error;
      });
      return await (await ready)(request, info);
    };
  }

  /** Serves until stopped. */
  async listen(options: ListenOptions = {}): Promise<void> {
    const handler = this.handler();
    await Deno.serve(options, (request, info) => handler(request, info)).finished;
  }

  #add(command: Command<State>): this {
    this.#commands.push(command);
    return this;
  }

  async #compile() {
    const wantsFiles = this.#commands.some(({ type }) => type === "fsRoutes");
    const project = await loadProject<State>(this.config.root, this.#snapshot, wantsFiles);
    const commands = this.#commands.flatMap((c) => c.type === "fsRoutes" ? project.commands : [c]);
    const routes = new Routes<State>(this.config, project);
    for (const command of commands) routes.add(command);
    return routes.finish();
  }
}

function asRoute<State>(given: Route<State> | Middleware<State>): Route<State> {
  return typeof given === "function" ? { handler: given } : given;
}

interface Env {
  Bindings: { info: Deno.ServeHandlerInfo };
}

/** Turns commands into Hono routes. */
class Routes<State> {
  readonly #hono = new Hono<Env>();
  readonly #root: Segment<State> = newSegment<State>(null);
  readonly #patterns = new Set<string>();

  constructor(readonly config: ResolvedFreshConfig, readonly project: Project<State>) {}

  add(command: Command<State>): void {
    const root = this.#root;
    switch (command.type) {
      case "middleware":
        segmentOf(root, command.pattern).middlewares.push(...command.middlewares);
        break;
      case "layout":
        segmentOf(root, command.pattern).layout = command;
        break;
      case "error":
        segmentOf(root, command.pattern).error = command.route;
        break;
      case "app":
        root.app = command.component;
        break;
      case "notFound":
        root.notFound = (ctx) => renderRoute(ctx, command.route);
        break;
      case "handler": {
        const chain = [...chainOf(segmentOf(root, command.pattern)), ...command.middlewares];
        this.#on(command.methods, command.pattern, chain);
        break;
      }
      case "route": {
        const own: Middleware<State> = (ctx) => renderRoute(ctx, command.route);
        const chain = [...chainOf(segmentOf(root, command.segment)), own];
        this.#on(methodsOf(command.route), command.pattern, chain);
        break;
      }
    }
  }

  #on(methods: readonly Method[], pattern: string, chain: Middleware<State>[]): void {
    const path = this.config.basePath + (pattern === "*" ? "/*" : pattern);
    this.#patterns.add(path);
    this.#hono.on(
      [...methods],
      path,
      (c) => this.#run(chain, c.req.raw, c.env.info, path, c.req.param(), 404),
    );
  }

  /** What no route took runs through the outermost middlewares: static files, then the 404 page. */
  finish() {
    const chain = chainOf(this.#root);
    for (const path of this.#patterns) {
      this.#hono.all(path, (c) => this.#run(chain, c.req.raw, c.env.info, path, c.req.param(), 405));
    }
    this.#hono.notFound((c) => this.#run(chain, c.req.raw, c.env.info, null, {}, 404));
    return async (request: Request, info: Deno.ServeHandlerInfo) => await this.#hono.fetch(request, { info });
  }

  async #run(
    chain: readonly Middleware<State>[],
    req: Request,
    info: Deno.ServeHandlerInfo,
    route: string | null,
    params: Record<string, string>,
    status: number,
  ): Promise<Response> {
    const { snapshot, registry } = this.project;
    const init: ContextInit = { req, info, config: this.config, route, params, snapshot, registry };
    const ctx = new Context<State>(init);
    ctx.next = () => Promise.reject(new HttpError(status));
    try {
      return await runChain(chain, ctx);
    } catch (error) {
      if (error instanceof HttpError) {
        return new Response(error.message || `Error ${error.status}`, { status: error.status });
      }
      console.error(error);
      return new Response("Internal server error", { status: 500 });
    }
  }
}

function methodsOf<State>(route: Route<State>): readonly Method[] {
  if (typeof route.handler !== "object") return METHODS;
  const methods = Object.keys(route.handler) as Method[];
  return route.component && !methods.includes("GET") ? [...methods, "GET"] : methods;
}
