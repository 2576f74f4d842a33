/** Who is let in, what is said before the packs are open, and whether the API's description is true. */
import assert from "node:assert/strict";
import { z } from "zod";
import { handler, LOOPBACK_HOSTS } from "../lib/adapters/http/server.ts";
import { StartingCairn } from "../lib/commands/starting.ts";
import type { Cairn } from "../lib/ports.ts";
import { ask, fake, openApi, problemOf } from "./api.ts";
import { ANSWERS, WATER } from "./fakes.ts";

function door(cairn: Cairn = fake(), hosts = LOOPBACK_HOSTS) {
  const page = (request: Request) => new Response(`page ${new URL(request.url).pathname}`);
  return handler({ api: openApi(cairn), page, cairn, hosts: new Set(hosts) });
}

Deno.test("a host that the machine is not called by is refused, on every path", async (t) => {
  const answer = door();
  const hosts = [
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil-localhost",
    "192.168.1.20",
    "0.0.0.0",
    "[::ffff:127.0.0.1]",
    "user@evil.example",
  ];
  for (const host of hosts) {
    await t.step(host, async () => {
      for (const path of ["/", "/api/v1/packs", "/healthz", "/icons.svg"]) {
        await problemOf(await answer(new Request(`http://${host}:8000${path}`)), 403);
      }
      await problemOf(await answer(new Request(`http://${host}/api/v1/ask`, ask({ question: "boil" }))), 403);
    });
  }
});

Deno.test("loopback names and the names given are let in, in any case and on any port", async () => {
  const answer = door(fake(), [...LOOPBACK_HOSTS, "192.168.1.20"]);
  for (const host of ["localhost", "LOCALHOST:8000", "127.0.0.1:80", "[::1]:8123", "192.168.1.20:8000"]) {
    assert.equal((await answer(new Request(`http://${host}/api/v1/packs`))).status, 200, host);
    assert.equal(await (await answer(new Request(`http://${host}/library`))).text(), "page /library");
  }
});

Deno.test("paths of the API never reach the page, and others never the API", async () => {
  const answer = door();
  const get = async (path: string) => await (await answer(new Request(`http://localhost${path}`))).text();
  for (const path of ["/", "/apiary", "/healthzz", "/library/api", "/metrics-of-success"]) {
    assert.equal(await get(path), `page ${path}`);
  }
  for (const path of ["/api", "/api/", "/api/v1/nothing", "/healthz/deep", "/openapi.json/x"]) {
    await problemOf(await answer(new Request(`http://localhost${path}`)), 404);
  }
});

Deno.test("no other site's script may read an answer", async () => {
  const answer = door();
  const headers = {
    origin: "https://evil.example",
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type",
  };
  for (const method of ["GET", "OPTIONS", "POST"]) {
    for (const path of ["/api/v1/ask", "/api/v1/packs", "/openapi.json"]) {
      const response = await answer(new Request(`http://localhost${path}`, { method, headers }));
      await response.body?.cancel();
      const cors = [...response.headers.keys()].filter((name) => name.startsWith("access-control"));
      assert.deepEqual(cors, [], `${method} ${path}`);
    }
  }
});

Deno.test("before the packs are open everything says so, with progress", async (t) => {
  const cairn = new StartingCairn();
  const answer = door(cairn);
  cairn.progress("Building <Trails>: 2 of 5 documents", 0.4);
  const requests: [string, RequestInit?][] = [
    ["/healthz"],
    ["/api/v1/ask", ask({ question: "boil" })],
    ["/api/v1/ask", ask({ question: "boil" }, { accept: "text/event-stream" })],
    ["/api/v1/search?q=boil"],
  ];
  for (const [path, init] of requests) {
    await t.step(path, async () => {
      const response = await answer(new Request(`http://localhost${path}`, init));
      assert.equal(response.headers.get("retry-after"), "2");
      const { detail } = await problemOf(response, 503);
      assert.match(detail, /2 of 5 documents.*40 ?%/);
    });
  }
  await t.step("the page", async () => {
    const response = await answer(new Request("http://localhost/library"));
    assert.equal(response.status, 503);
    assert.equal(response.headers.get("retry-after"), "2");
    const html = await response.text();
    assert.match(html, /Building &#60;Trails&#62;: 2 of 5 documents/);
    assert.match(html, /value="40"/);
    assert.equal(
      await (await answer(new Request("http://localhost/icons.svg"))).text(),
      "page /icons.svg",
    );
  });
  await t.step("and once they are open, the answer", async () => {
    cairn.open(fake());
    assert.equal((await answer(new Request("http://localhost/healthz"))).status, 200);
    const response = await answer(new Request("http://localhost/api/v1/ask", ask({ question: "boil" })));
    assert.deepEqual(await response.json(), ANSWERS.boil);
  });
});

const Operation = z.object({
  requestBody: z.unknown().optional(),
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() }),
  ),
});
const Description = z.object({
  openapi: z.literal("3.1.0"),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});

async function description() {
  return Description.parse(await (await openApi().request("/openapi.json")).json());
}

Deno.test("openapi.json names every route and no other", async () => {
  const { paths } = await description();
  const named = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
  );
  // The description itself is left out, as is usual, and so is what only says that there is nothing.
  const routed = openApi().routes.filter(({ method, path }) => method !== "ALL" && path !== "/openapi.json")
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(\{.*?\})?/, "{$1}")}`);
  assert.deepEqual(named.sort(), [...new Set(routed)].sort());
});

Deno.test("openapi.json names every status that a route answers with", async () => {
  const { paths } = await description();
  const wanted: Record<string, number[]> = {
    "post /api/v1/ask": [200, 400, 404, 413, 422, 503],
    "get /api/v1/search": [200, 413, 422, 503],
    "get /api/v1/packs": [200],
    "get /api/v1/documents/{id}": [200, 404],
    "get /healthz": [200, 503],
    "get /metrics": [200],
  };
  for (const [route, statuses] of Object.entries(wanted)) {
    const [method, path] = route.split(" ") as [string, string];
    const { responses } = paths[path]?.[method] ?? assert.fail(`${route} is missing`);
    assert.deepEqual(Object.keys(responses).map(Number).sort(), statuses, route);
  }
});

Deno.test("openapi.json's schemas hold for what is really sent", async (t) => {
  const { components } = await description();
  const schema = (name: string) => z.fromJSONSchema(components.schemas[name] ?? assert.fail(name));
  const app = openApi();
  const get = async (path: string) => await (await app.request(path)).json() as Record<string, unknown[]>;
  const real: [name: string, value: unknown][] = [
    ...Object.values(ANSWERS).map((answer): [string, unknown] => ["Answer", answer]),
    ["Document", await get(`/api/v1/documents/${encodeURIComponent(WATER.id)}`)],
    ["PackInfo", (await get("/api/v1/packs")).packs?.[0]],
    ["SearchHit", (await get("/api/v1/search?q=boil")).hits?.[0]],
    ["Problem", await (await app.request("/api/v1/nothing")).json()],
    ["AskRequest", {
      question: "boil",
      packs: ["fake"],
      previous: { id: "a", choice: "b", slots: { c: "d" } },
    }],
    ["AskRequest", { question: "boil", "a key that later versions know": true }],
  ];
  for (const [name, value] of real) {
    await t.step(name, () => assert.deepEqual(schema(name).parse(value), value));
  }
  await t.step("and for nothing else", () => {
    assert.equal(schema("Answer").safeParse({ ...ANSWERS.boil, outcome: "maybe" }).success, false);
    assert.equal(schema("Answer").safeParse({ ...ANSWERS.boil, citations: undefined }).success, false);
    assert.equal(schema("AskRequest").safeParse({}).success, false);
  });
  const used = JSON.stringify((await get("/openapi.json")).paths).matchAll(/#\/components\/schemas\/(\w+)/g);
  for (const [, name] of used) assert.ok(components.schemas[name!], `${name} is referred to and not there`);
});
