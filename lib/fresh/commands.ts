import type { LayoutConfig, Method, Middleware, Route, RouteComponent } from "./types.ts";

/** What was asked of an {@linkcode App}, in order. File routes are a list of the same. */
export type Command<State> =
  | { type: "middleware"; pattern: string; middlewares: Middleware<State>[] }
  | { type: "layout"; pattern: string; component: RouteComponent<State>; config: LayoutConfig }
  | { type: "app"; component: RouteComponent<State> }
  | { type: "error"; pattern: string; route: Route<State> }
  | { type: "notFound"; route: Route<State> }
  | {
    type: "route";
    pattern: string;
    route: Route<State>;
    /** Pattern of the segment whose surroundings apply. */
    segment: string;
  }
  | { type: "handler"; pattern: string; methods: readonly Method[]; middlewares: Middleware<State>[] }
  | { type: "fsRoutes" };
