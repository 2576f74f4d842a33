/**
 * Marks islands in the rendered page and collects their props, through Preact's render hooks.
 * @module
 */
import { type ComponentType, h, options, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import type { IslandEntry } from "./snapshot.ts";

/** Which component is which island. */
export type IslandRegistry = ReadonlyMap<unknown, IslandEntry>;

/** An island as it occurs in a page. */
export interface IslandUse {
  readonly entry: IslandEntry;
  readonly props: Record<string, unknown>;
}

interface Collector {
  readonly registry: IslandRegistry;
  readonly uses: IslandUse[];
  /** Inside an island, further islands are ordinary components: the outer one runs them. */
  inside: boolean;
}

let collector: Collector | null = null;

// `__b` is Preact's hook before a node is rendered, the one Fresh uses too; its types leave it out.
const hooks: typeof options & { __b?: (vnode: VNode) => void } = options;
const before = hooks.__b;
hooks.__b = (vnode) => {
  const entry = collector && !collector.inside ? collector.registry.get(vnode.type) : undefined;
  if (collector && entry) vnode.type = marked(collector, entry, vnode.type as ComponentType);
  before?.(vnode);
};

function marked(into: Collector, entry: IslandEntry, component: ComponentType): ComponentType {
  return (props: Record<string, unknown>) => {
    checkProps(entry, props);
    const n = into.uses.push({ entry, props }) - 1;
    into.inside = true;
    try {
      const html = renderToString(h(component, props));
      return jsxTemplate([`<!--frsh:island:${n}-->${html}<!--/frsh:island-->`]);
    } finally {
      into.inside = false;
    }
  };
}

/** Props travel as JSON: what JSON drops would be there on the server and missing in the browser. */
function checkProps(entry: IslandEntry, props: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(props)) {
    const isNode = typeof value === "object" && value !== null && "__k" in value;
    if (typeof value === "function" || typeof value === "symbol" || isNode) {
      throw new TypeError(
        `Cannot send prop "${name}" to island ${entry.file}: props must be JSON, and this is a ${
          isNode ? "node" : typeof value
        }`,
      );
    }
  }
}

/** Renders with islands marked; returns them in the order of their numbers. */
export function renderIslands(registry: IslandRegistry, render: () => string): [string, IslandUse[]] {
  const uses: IslandUse[] = [];
  collector = { registry, uses, inside: false };
  try {
    return [render(), uses];
  } finally {
    collector = null;
  }
}
