/**
 * What components and islands may import.
 * @module
 */
import type { ComponentChildren } from "preact";
import { sink } from "./sink.ts";

/** True in the browser, false on the server. */
export const IS_BROWSER: boolean = typeof document !== "undefined";

/** Puts its children into the page's `<head>`; a `<title>` replaces the one that is there. */
export function Head(props: { children?: ComponentChildren }): null {
  sink.head?.push(props.children);
  return null;
}

/** Address of a static file that changes with every build, so that browsers may keep it for good. */
export function asset(path: string): string {
  const id = sink.buildId;
  return id === null ? path : `${path}${path.includes("?") ? "&" : "?"}${BUST_KEY}=${id}`;
}

/** Query parameter that carries the build's name. */
export const BUST_KEY = "__frsh_c";
