import { snapshotOf } from "./context.ts";
import { BUST_KEY } from "./runtime.ts";
import type { Middleware } from "./types.ts";

const FOREVER = "public, max-age=31536000, immutable";

/** Serves the project's static files and the built scripts; anything else goes on. */
export function staticFiles<State>(): Middleware<State> {
  return async (ctx) => {
    const snapshot = snapshotOf(ctx);
    const found = snapshot?.manifest.assets[ctx.url.pathname.slice(ctx.config.basePath.length)];
    if (!snapshot || !found) return ctx.next();
    if (ctx.req.method !== "GET" && ctx.req.method !== "HEAD") {
      return new Response("Method Not Allowed", { status: 405, headers: { Allow: "GET, HEAD" } });
    }
    const { buildId } = snapshot.manifest;
    const kept = ctx.url.searchParams.get(BUST_KEY) === buildId ||
      ctx.url.pathname.includes(`/_fresh/js/${buildId}/`);
    const etag = `W/"${found.hash}"`;
    const headers = new Headers({
      "Content-Type": found.type,
      "Cache-Control": kept && ctx.config.mode === "production" ? FOREVER : "no-cache",
      ETag: etag,
    });
    if (ctx.req.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });
    return new Response(await snapshot.read(found), { headers });
  };
}
