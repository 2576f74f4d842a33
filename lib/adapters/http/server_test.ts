import assert from "node:assert/strict";
import { ask, fake, openApi, problemOf } from "../../../tests/api.ts";
import { StartingCairn } from "../../commands/starting.ts";
import { handler, LOOPBACK_HOSTS } from "./server.ts";

const page = ({ method, url }: Request) =>
  method === "GET"
    ? new Response(`page ${new URL(url).pathname}`, { headers: { etag: "x" } })
    : new Response(null, { status: 405 });
const door = (hosts: readonly string[] = LOOPBACK_HOSTS, cairn = fake()) =>
  handler({ api: openApi(cairn), page, cairn, hosts: new Set(hosts) });

const PATHS = [
  ...["/", "/nope", "/api/v1/packs", "/api/v1/search?q=boil", "/api/v1/search", "/api/v1/ask"],
  ...["/api/v1/documents/fake%2Fnope", "/healthz", "/metrics", "/openapi.json"],
];

Deno.test("HEAD answers as GET does, without the body", async (t) => {
  for (
    const [name, answer] of [["open", door()], [
      "starting",
      door(LOOPBACK_HOSTS, new StartingCairn()),
    ]] as const
  ) {
    const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, answer);
    try {
      for (const path of PATHS) {
        await t.step(`${name}: ${path}`, async () => {
          const get = await fetch(`http://127.0.0.1:${server.addr.port}${path}`);
          const head = await fetch(`http://127.0.0.1:${server.addr.port}${path}`, { method: "HEAD" });
          const headers = (response: Response) => [...response.headers].filter(([key]) => key !== "date");
          assert.equal(Number(get.headers.get("content-length")), (await get.arrayBuffer()).byteLength);
          assert.deepEqual([head.status, headers(head)], [get.status, headers(get)]);
          const direct = await answer(new Request(`http://localhost${path}`, { method: "HEAD" }));
          assert.equal(direct.body, null);
        });
      }
    } finally {
      await server.shutdown();
    }
  }
});

Deno.test("who is refused is told what would be let in", async () => {
  const refused = async (hosts: readonly string[]) =>
    (await problemOf(
      await door(hosts)(new Request("http://evil.example/api/v1/ask", ask({ question: "boil" }))),
      403,
    ))
      .detail;
  assert.match(await refused(LOOPBACK_HOSTS), /localhost.*--lan/);
  const detail = await refused([...LOOPBACK_HOSTS, "192.168.1.20", "cairn.local"]);
  assert.match(detail, /192\.168\.1\.20 or cairn\.local/);
  assert.doesNotMatch(detail, /--lan|localhost/);
});
