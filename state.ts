import { createDefine } from "fresh";
import type { Cairn } from "./lib/ports.ts";

/** What every route finds in `ctx.state`. */
export interface State {
  cairn: Cairn;
}

/** Typed helpers for routes. */
export const define = createDefine<State>();
