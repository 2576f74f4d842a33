/**
 * Offline means offline: served where there is no network but loopback, and no page names another host.
 * The first test is skipped, with the reason, where the system gives no network namespace.
 */
import assert from "node:assert/strict";
import { ROOT } from "../lib/config.ts";
import { Answer } from "../lib/schema.ts";
import { ensureBuilt, site } from "../site.ts";
import { openFixture } from "./fixture.ts";

const fixture = await openFixture();
addEventListener("unload", () => fixture.close());

/** `unshare` with a shell in which only loopback is up. */
const ISOLATED = ["-rn", "sh", "-c", 'ip link set lo up 2>/dev/null || ifconfig lo up; exec "$@"', "sh"];
const unable = await whyNotIsolated();
if (unable !== null) console.warn(`Skipping serve without a network: ${unable}`);

async function whyNotIsolated(): Promise<string | null> {
  try {
    const probe = [
      ...ISOLATED,
      Deno.execPath(),
      "eval",
      "Deno.listen({ hostname: '127.0.0.1', port: 0 }).close()",
    ];
    const { success, stderr } = await new Deno.Command("unshare", { args: probe }).output();
    return success ? null : new TextDecoder().decode(stderr).trim().split("\n")[0] || "unshare failed";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What runs inside: starts the server, waits until it is ready, asks, and prints what came. */
const INSIDE = `
const port = Deno.args[0], questions = Deno.args.slice(1), base = "http://127.0.0.1:" + port;
const outside = await fetch("http://192.0.2.1/").then(() => "reached", () => "unreachable");
const server = new Deno.Command(Deno.execPath(), {
  args: ["task", "cairn", "serve", "--port", port], stdout: "null", stderr: "inherit",
}).spawn();
const answers = [], pages = [];
try {
  for (let left = 300;; left--) {
    const ready = await fetch(base + "/healthz").then(async (r) => (await r.body?.cancel(), r.ok), () => false);
    if (ready) break;
    if (left === 0) throw new Error("the server did not become ready");
    await new Promise((done) => setTimeout(done, 100));
  }
  for (const question of questions) {
    const init = { method: "POST", body: JSON.stringify({ question }) };
    answers.push(await (await fetch(base + "/api/v1/ask", init)).json());
  }
  for (const path of ["/", "/emergency", "/library"]) {
    const response = await fetch(base + path);
    await response.body?.cancel();
    pages.push(response.status);
  }
} finally {
  server.kill("SIGTERM");
  await server.status;
}
console.log(JSON.stringify({ outside, answers, pages }));
`;

Deno.test({
  name: "served without any network but loopback, every question gets the same answer",
  ignore: unable !== null,
  async fn() {
    const questions = [
      "How long do I boil water to make it safe?",
      "How far is it from Outpost Camp to Trail Camp?",
      "Who won the world cup?",
      "he is not breathing",
    ];
    const { success, stdout, stderr } = await new Deno.Command("unshare", {
      args: [...ISOLATED, Deno.execPath(), "eval", INSIDE, "8123", ...questions],
      cwd: ROOT,
      env: { NO_COLOR: "1" },
    }).output();
    assert.ok(success, new TextDecoder().decode(stderr));
    const { outside, answers, pages } = JSON.parse(new TextDecoder().decode(stdout)) as {
      outside: string;
      answers: Answer[];
      pages: number[];
    };
    assert.equal(outside, "unreachable", "there was a network after all");
    assert.deepEqual(pages, [200, 200, 200]);
    const same = ({ id: _id, timings: _timings, ...rest }: Answer) => rest;
    for (const [i, question] of questions.entries()) {
      const here = await fixture.cairn.ask({ question });
      assert.deepEqual(same(Answer.strict().parse(answers[i])), same(here), question);
    }
  },
});

/** Addresses of other hosts in what a browser is given: `https://…`, `wss://…`, and `//host` in an attribute. */
function addressesIn(text: string): string[] {
  const found =
    text.match(/\b(?:https?|wss?|ftp):\/\/[^\s"'<>)\\\`]+|(?<=["'(=]\s*)\/\/[\w-]+\.[^\s"'<>)]+/gi) ?? [];
  return found.filter((address) => !NAMES.test(address) && !OWN.test(address));
}

/** Names of XML vocabularies, which nothing loads. */
const NAMES =
  /^http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xlink|1999\/xhtml|1998\/Math\/MathML|XML\/1998\/namespace)$/;
/** The machine itself, as the help documents name it. */
const OWN = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?![\w:@-]|\.\w)/;

Deno.test("addresses of other hosts are found where they are", () => {
  const cases: readonly (readonly [string, number])[] = [
    ['<script src="https://cdn.example/x.js">', 1],
    ["<img src='//cdn.example/x.png'>", 1],
    ["@import url(//fonts.example/a.css); @font-face { src: url(https://fonts.example/b) }", 2],
    ['new WebSocket("wss://live.example")', 1],
    ['<svg xmlns="http://www.w3.org/2000/svg"><a href="/library">', 0],
    ["open http://localhost:8000 // and wait", 0],
    ["http://localhost.evil.example/", 1],
    ["http://localhost:8000@evil.example/", 1],
  ];
  for (const [text, count] of cases) assert.equal(addressesIn(text).length, count, text);
});

Deno.test("no page, script, style or picture names another host", async (t) => {
  const handle = site(fixture.cairn, { apply: await ensureBuilt(ROOT) }).handler();
  const get = async (path: string, init?: RequestInit) => {
    const response = await handle(new Request(`http://localhost:8000${path}`, init));
    return { status: response.status, text: await response.text() };
  };
  const documents = fixture.cairn.documents().map(({ id }) => `/library/${encodeURIComponent(id)}`);
  const cards = fixture.cairn.cards().map(({ card }) => `/emergency/${card}`);
  assert.ok(documents.length > 90 && cards.length > 24);
  const assets = new Set<string>();
  await t.step("pages", async () => {
    for (const path of ["/", "/emergency", "/library", ...documents, ...cards]) {
      const { status, text } = await get(path);
      assert.equal(status, 200, path);
      assert.deepEqual(addressesIn(text), [], path);
      for (const [, asset] of text.matchAll(/(?:src|href)="(\/[^"#?]+\.(?:js|css|svg|png|woff2?|json))/g)) {
        assets.add(asset!);
      }
    }
  });
  await t.step("answers", async () => {
    for (const question of ["How long do I boil water?", "Who won the world cup?", "he is not breathing"]) {
      const { status, text } = await get("/", { method: "POST", body: new URLSearchParams({ question }) });
      assert.equal(status, 200);
      assert.deepEqual(addressesIn(text), [], question);
    }
  });
  await t.step("what they load", async () => {
    assert.ok(
      [...assets].some((path) => path.endsWith(".js")) && [...assets].some((path) => path.endsWith(".css")),
    );
    for (const path of assets) {
      const { status, text } = await get(path);
      assert.equal(status, 200, path);
      assert.deepEqual(addressesIn(text), [], path);
    }
  });
  await t.step("everything that was built, and the static files", async () => {
    for (const folder of ["_fresh/js", "static"]) {
      for await (const path of files(`${ROOT}/${folder}`)) {
        assert.deepEqual(addressesIn(await Deno.readTextFile(path)), [], path);
      }
    }
  });
});

async function* files(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) yield* files(`${folder}/${name}`);
    else yield `${folder}/${name}`;
  }
}
