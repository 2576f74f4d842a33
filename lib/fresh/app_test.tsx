import assert from "node:assert/strict";
import { App, applySnapshot, type Handler } from "./app.ts";
import { HttpError } from "./error.ts";
import { page } from "./page.ts";
import { asset, Head } from "./runtime.ts";
import type { Snapshot } from "./snapshot.ts";
import { staticFiles } from "./static_files.ts";
import type { PageProps } from "./types.ts";

const get = async (handler: Handler, path: string, init?: RequestInit) => {
  const response = await handler(new Request(`http://localhost${path}`, init));
  return { status: response.status, text: await response.text(), headers: response.headers };
};

/** A build without islands, one static file. */
const SNAPSHOT: Snapshot = {
  root: "/nowhere",
  manifest: {
    ...{ format: 1, buildId: "b1", key: "k", inputs: [], routes: [], islands: [] },
    runtime: { script: "/_fresh/js/b1/client.js", shared: [] },
    assets: { "/a.css": { file: "static/a.css", type: "text/css", hash: "h" } },
  },
  read: () => Promise.resolve(new TextEncoder().encode("a{}")),
};

Deno.test("routes by path and method, with parameters", async (t) => {
  const handler = new App()
    .get("/", () => new Response("home"))
    .get("/doc/:id", (ctx) => new Response(`${ctx.route} ${ctx.params["id"]}`))
    .post("/doc/:id", async (ctx) => new Response(await ctx.req.text()))
    .all("/any", (ctx) => new Response(ctx.req.method))
    .handler();
  const cases: [path: string, method: string, status: number, text: string][] = [
    ["/", "GET", 200, "home"],
    ["/", "HEAD", 200, ""],
    ["/", "POST", 405, "Error 405"],
    ["/doc/a%2Fb", "GET", 200, "/doc/:id a/b"],
    ["/any", "DELETE", 200, "DELETE"],
    ["/none", "GET", 404, "Error 404"],
  ];
  for (const [path, method, status, text] of cases) {
    await t.step(`${method} ${path}`, async () => {
      const response = await get(handler, path, { method });
      assert.deepEqual([response.status, response.text], [status, text]);
    });
  }
});

Deno.test("middlewares run in order, for their path, and only for what was added after them", async () => {
  const add = (letter: string) => async (ctx: { state: { seen?: string }; next(): Promise<Response> }) => {
    ctx.state.seen = (ctx.state.seen ?? "") + letter;
    return await ctx.next();
  };
  const handler = new App<{ seen?: string }>()
    .use(add("a"), add("b"))
    .get("/early", (ctx) => new Response(ctx.state.seen))
    .use("/deep", add("c"))
    .use(add("d"))
    .get("/deep/er", (ctx) => new Response(ctx.state.seen))
    .get("/flat", (ctx) => new Response(ctx.state.seen))
    .handler();
  assert.equal((await get(handler, "/early")).text, "ab");
  assert.equal((await get(handler, "/deep/er")).text, "abdc");
  assert.equal((await get(handler, "/flat")).text, "abd");
});

Deno.test("pages are rendered inside layouts and the app wrapper, with their head", async () => {
  const handler = new App()
    .appWrapper(({ Component }: PageProps) => (
      <html>
        <head>
          <title>App</title>
        </head>
        <body>
          <Component />
        </body>
      </html>
    ))
    .layout("*", ({ Component }: PageProps) => (
      <main>
        <Component />
      </main>
    ))
    .layout("/in", ({ Component }: PageProps) => (
      <section>
        <Component />
      </section>
    ))
    .route("/in/:x", {
      handler: { GET: (ctx) => page({ x: ctx.params["x"] }, { status: 201, headers: { "X-A": "1" } }) },
      component: ({ data }: PageProps<{ x: string }>) => (
        <p>
          <Head>
            <title>{`$& ${data.x}`}</title>
          </Head>
          {data.x}
        </p>
      ),
    })
    .handler();
  const { status, text, headers } = await get(handler, "/in/%3Cb%3E");
  assert.equal(status, 201);
  assert.equal(headers.get("X-A"), "1");
  assert.equal(
    text.replace(/\s+>/g, ">"),
    "<!DOCTYPE html><html><head><title>$&amp; &lt;b></title></head><body>" +
      "<main><section><p>&lt;b></p></section></main></body></html>",
  );
});

Deno.test("what is thrown ends in the nearest error page, a 404 in the one for it", async () => {
  const handler = new App()
    .notFound(() => new Response("no such page", { status: 404 }))
    .onError("*", (ctx) => new Response(`outer ${(ctx.error as Error).message}`, { status: 500 }))
    .onError("/in", (ctx) => new Response(`inner ${(ctx.error as Error).message}`, { status: 500 }))
    .get("/out", () => Promise.reject(new Error("a")))
    .get("/in/x", () => Promise.reject(new Error("b")))
    .get("/in/gone", () => Promise.reject(new HttpError(404)))
    .handler();
  assert.equal((await get(handler, "/out")).text, "outer a");
  assert.equal((await get(handler, "/in/x")).text, "inner b");
  assert.equal((await get(handler, "/in/gone")).text, "no such page");
  assert.equal((await get(handler, "/none")).text, "no such page");
});

Deno.test("an error page's component gets the status of the error", async () => {
  const handler = new App()
    .onError("*", { component: ({ error }: PageProps) => <p>{(error as Error).message}</p> })
    .get("/", () => Promise.reject(new HttpError(418, "teapot")))
    .handler();
  const { status, text } = await get(handler, "/");
  assert.equal(status, 418);
  assert.match(text, /<p>teapot<\/p>/);
});

Deno.test("static files come from the build, for good when their address names it", async () => {
  const app = new App().use(staticFiles()).get("/", (ctx) => ctx.render(<a href={asset("/a.css")}>a</a>));
  applySnapshot(app, SNAPSHOT);
  const handler = app.handler();
  assert.match((await get(handler, "/")).text, /href="\/a.css\?__frsh_c=b1"/);
  const kept = await get(handler, "/a.css?__frsh_c=b1");
  assert.equal(kept.text, "a{}");
  assert.match(kept.headers.get("Cache-Control") ?? "", /immutable/);
  assert.equal((await get(handler, "/a.css")).headers.get("Cache-Control"), "no-cache");
  assert.equal((await get(handler, "/a.css", { headers: { "If-None-Match": 'W/"h"' } })).status, 304);
  assert.equal((await get(handler, "/a.css", { method: "PUT" })).status, 405);
});

Deno.test("a redirect stays on this host", async () => {
  const handler = new App().get("/", (ctx) => ctx.redirect("//evil.example/x")).handler();
  assert.equal((await get(handler, "/")).headers.get("location"), "/evil.example/x");
});
