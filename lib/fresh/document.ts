/**
 * Puts a rendered page, its head and its scripts together into one HTML document.
 * @module
 */
import { type ComponentChildren, Fragment, h, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import { type IslandRegistry, type IslandUse, renderIslands } from "./islands.ts";
import { sink } from "./sink.ts";
import type { Snapshot } from "./snapshot.ts";

/** Id of the element with the islands' props. */
export const STATE_ID = "__FRSH_STATE";

/** What a page is rendered with. */
export interface RenderInput {
  /** The page inside its layouts. */
  readonly page: VNode | null;
  /** The app wrapper around it, if any. */
  readonly wrap: ((page: VNode) => VNode) | null;
  readonly snapshot: Snapshot | null;
  readonly registry: IslandRegistry;
  readonly basePath: string;
}

/** The HTML of a whole page. Synchronous: pages never see each other's head. */
export function renderDocument(input: RenderInput): string {
  const outer = sink.head;
  const collected: ComponentChildren[] = sink.head = [];
  try {
    const [html, islands] = renderIslands(input.registry, () => {
      const inner = renderToString(input.page ?? h(Fragment, null));
      return input.wrap ? renderToString(input.wrap(jsxTemplate([inner]))) : inner;
    });
    const head = renderToString(h(Fragment, null, ...collected));
    return assemble(html, head, scripts(input, islands));
  } finally {
    sink.head = outer;
  }
}

/** JSON that cannot end the script element it stands in. */
export function escapeJson(json: string): string {
  return json.replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

interface Scripts {
  readonly preloads: string;
  readonly body: string;
}

function scripts({ snapshot, basePath }: RenderInput, islands: readonly IslandUse[]): Scripts {
  if (!snapshot || islands.length === 0) return { preloads: "", body: "" };
  const { runtime } = snapshot.manifest;
  const wanted = new Set([runtime.script, ...runtime.shared]);
  for (const { entry } of islands) [entry.script, ...entry.shared].forEach((s) => wanted.add(s));
  const state = islands.map(({ entry, props }) => ({
    script: basePath + entry.script,
    export: entry.export,
    props,
  }));
  return {
    preloads: [...wanted].map((s) => `<link rel="modulepreload" href="${basePath}${s}">`).join(""),
    body: `<script type="application/json" id="${STATE_ID}">${escapeJson(JSON.stringify(state))}</script>` +
      `<script type="module" src="${basePath}${runtime.script}"></script>`,
  };
}

function assemble(html: string, head: string, { preloads, body }: Scripts): string {
  const own = /<title[\s>]/.test(head) ? html.replace(/<title>.*?<\/title>/s, "") : html;
  let page = own;
  if (!page.includes("</body>")) page = `<body>${page}</body>`;
  if (!page.includes("</head>")) page = `<head><meta charset="utf-8"></head>${page}`;
  if (!page.includes("</html>")) page = `<html>${page}</html>`;
  // Functions as replacements: a `$` in a page must not be read as a pattern.
  page = page.replace("</head>", () => `${head}${preloads}</head>`);
  const end = page.lastIndexOf("</body>");
  return `<!DOCTYPE html>${page.slice(0, end)}${body}${page.slice(end)}`;
}
