import type { ComponentChildren } from "preact";

/** What rendering on the server shares with components. */
export const sink: {
  /** Children of `Head`, of the page that renders now; null between renders and in the browser. Rendering
   * is synchronous, so there is never more than one page. */
  head: ComponentChildren[] | null;
  /** Name of the build that is served; null without one and in the browser. */
  buildId: string | null;
} = { head: null, buildId: null };
