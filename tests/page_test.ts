/** The page without a browser: every route through the handler, with a fake Cairn behind it. */
import assert from "node:assert/strict";
import type { AskRequest } from "../lib/schema.ts";
import { ensureBuilt, site } from "../site.ts";
import { ANSWERS, fakeCairn, type FakeOptions, WATER } from "./fakes.ts";

const root = new URL("..", import.meta.url).pathname.replace(/\/$/, "");
const apply = await ensureBuilt(root);

function handler(options: FakeOptions = {}) {
  const handle = site(fakeCairn(options), { apply }).handler();
  return (path: string, init?: RequestInit) => handle(new Request(`http://localhost:8000${path}`, init));
}

function post(fields: Record<string, string>): RequestInit {
  return { method: "POST", body: new URLSearchParams(fields) };
}

/** What a reader sees: no tags, scripts or comments, entities as characters. */
function visible(html: string): string {
  return html.replace(/<script.*?<\/script>|<!--.*?-->/gs, "").replace(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&quot;", '"').replace(/\s+/g, " ");
}

Deno.test("every page answers, as HTML with its title and the security headers", async (t) => {
  const get = handler();
  const pages: [path: string, status: number, text: string][] = [
    ["/", 200, "What do you need to know?"],
    ["/emergency", 200, "Thunder is close"],
    ["/emergency/lightning", 200, "Spread the group at least 15 m"],
    ["/library", 200, "Treating water"],
    ["/library/fake%2Fhandbook%2Ftreating-water", 200, "CC-BY-4.0"],
    ["/library/nothing", 404, "Nothing here"],
    ["/emergency/nothing", 404, "Nothing here"],
    ["/nothing/at/all", 404, "Nothing here"],
  ];
  for (const [path, status, text] of pages) {
    await t.step(path, async () => {
      const response = await get(path);
      const html = await response.text();
      assert.equal(response.status, status);
      assert.match(response.headers.get("Content-Type") ?? "", /^text\/html/);
      assert.match(
        response.headers.get("Content-Security-Policy") ?? "",
        /^default-src 'self';.*frame-ancestors 'none'/,
      );
      assert.equal(response.headers.get("X-Content-Type-Options"), "nosniff");
      assert.equal(response.headers.get("Referrer-Policy"), "no-referrer");
      assert.ok(visible(html).includes(text), `"${text}" is missing`);
      assert.match(html, /<html lang="en">.*<title>[^<]*Cairn<\/title>.*<main id="main"/s);
      // One tap to help from everywhere, and nothing that the policy would block or that leaves the machine.
      assert.ok(html.includes('href="/emergency"'));
      assert.doesNotMatch(html, /<style|style="|<script(?! type="(application\/json|module)")|https?:\/\//);
    });
  }
});

Deno.test("a form post answers without script, for every outcome", async (t) => {
  const ask = handler();
  const wanted: Record<string, string[]> = {
    boil: ["Boil water at a full rolling boil", "Treating water", "as of 20 November 2026"],
    bleach: ["Wait 30 minutes before drinking"],
    snow: ["Old news: as of 2 June 2024. Check before you rely on it.", "Ranger notice: The trail above"],
    struck: ["On what you asked, from another document:"],
    cloudy: ["I am not sure that this answers you. Read the whole passage before you act on it."],
    drops: ["Sources disagree."],
    thunder: ["At the first thunder", "Call for help"],
    distance: ["2.5 miles", "6.3 mi − 3.8 mi = 2.5 mi", "Trail Camp, mile 6.3"],
    trail: ["Which trail do you mean?", "Half Dome"],
    bear: ["The documents on this device do not say.", "Closest I have", "The ranger station"],
    now: ["this device has no live data", "Is somebody hurt or in danger?", "Emergency card: lightning"],
    capital: ["outside what the documents here cover"],
    worded: ["Worded by the language model"],
  };
  assert.deepEqual(Object.keys(wanted).sort(), Object.keys(ANSWERS).sort());
  for (const [word, texts] of Object.entries(wanted)) {
    await t.step(word, async () => {
      const response = await ask("/", post({ question: `${word}?` }));
      assert.equal(response.status, 200);
      const text = visible(await response.text());
      for (const expected of texts) {
        assert.ok(text.includes(expected), `"${expected}" is missing in: ${text}`);
      }
    });
  }
});

Deno.test("citations lead to their passage", async () => {
  const ask = handler();
  const html = await (await ask("/", post({ question: "boil" }))).text();
  const [href] = /\/library\/fake%2Fhandbook[^"#]*/.exec(html) ?? [];
  assert.ok(href);
  const document = await (await ask(href.replaceAll("&amp;", "&"))).text();
  const marked = /<mark id="passage"[^>]*>(.*?)<\/mark>/s.exec(document)?.[1];
  assert.match(marked ?? "", /^Boil water at a full rolling boil.*3 minutes\.$/);
});

Deno.test("a passage over several blocks is marked in each, with one anchor", async () => {
  const start = WATER.text.indexOf("leaves chemicals");
  const end = WATER.text.indexOf("2. Cloudy water") + "2. Cloudy water".length;
  const get = handler();
  const html = await (await get(`/library/${encodeURIComponent(WATER.id)}?start=${start}&end=${end}`)).text();
  const marks = [...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/gs)].map(([, text]) => text);
  assert.deepEqual(marks, [
    "leaves chemicals",
    "Bleach, 5–6%",
    "2 drops per quart, 30 minutes",
    "does not kill Cryptosporidium",
    "Bleach drops",
    "Clear water: add 2 drops of 5–6% bleach per quart (liter).",
    "Cloudy water",
  ]);
  assert.equal(html.split('id="passage"').length, 2);
  assert.match(html, /<ol[^>]*><li value="1"/);
});

Deno.test("ranges that make no sense mark nothing", async () => {
  const get = handler();
  for (
    const query of ["start=5", "start=9&end=3", "start=-1&end=4", "start=a&end=b", "start=99999&end=999999"]
  ) {
    const response = await get(`/library/${encodeURIComponent(WATER.id)}?${query}`);
    assert.equal(response.status, 200);
    assert.ok(!(await response.text()).includes("<mark"), query);
  }
});

Deno.test("a chosen option is asked with the question and the answer before", async () => {
  const asked: AskRequest[] = [];
  const ask = handler({ asked });
  const response = await ask(
    "/",
    post({ question: "How long is the trail?", previous: "a1", choice: "Half Dome" }),
  );
  assert.equal(response.status, 200);
  assert.deepEqual(asked, [{
    question: "How long is the trail?",
    previous: { id: "a1", choice: "Half Dome" },
  }]);
});

Deno.test("posts that cannot be asked say why", async (t) => {
  const cases: [name: string, init: RequestInit, status: number, text: string][] = [
    ["empty", post({ question: "  " }), 422, "Type a question first."],
    ["nothing", post({}), 422, "question"],
    ["too long", post({ question: "a".repeat(2001) }), 413, "at most 2000 characters"],
    [
      "no form",
      { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } },
      422,
      "question",
    ],
    ["fails", post({ question: "explode" }), 500, "Something failed"],
  ];
  for (const [name, init, status, text] of cases) {
    await t.step(name, async () => {
      const error = console.error;
      console.error = () => {};
      const response = await handler()("/", init).finally(() => console.error = error);
      assert.equal(response.status, status);
      assert.ok(visible(await response.text()).includes(text));
    });
  }
});

Deno.test("before it is ready the page says so and does not ask", async () => {
  const asked: AskRequest[] = [];
  const ask = handler({ asked, ready: () => ({ detail: "loading the encoder", progress: 0.4 }) });
  assert.ok((await (await ask("/")).text()).includes("Getting ready: loading the encoder"));
  assert.equal((await ask("/", post({ question: "boil" }))).status, 503);
  assert.deepEqual(asked, []);
});

Deno.test("what a user types cannot become markup or end the props", async () => {
  const response = await handler()("/", post({ question: "</script><script>alert(1)</script><b>boil" }));
  const html = await response.text();
  assert.ok(!html.includes("<script>alert"));
  assert.ok(!html.includes("<b>boil"));
});

Deno.test("static files and scripts are served and kept; other methods are refused", async () => {
  const get = handler();
  const html = await (await get("/")).text();
  const style = /href="(\/styles\/tokens[^"]*)"/.exec(html)?.[1] ?? "";
  const script = /src="([^"]*)"/.exec(html)?.[1] ?? "";
  for (const [path, type] of [[style, "text/css"], [script, "text/javascript"]] as const) {
    const response = await get(path);
    assert.equal(response.status, 200);
    assert.ok(response.headers.get("Content-Type")?.startsWith(type));
    assert.match(response.headers.get("Cache-Control") ?? "", /immutable/);
    const etag = response.headers.get("ETag") ?? "";
    await response.body?.cancel();
    assert.equal((await get(path, { headers: { "If-None-Match": etag } })).status, 304);
  }
  assert.equal((await get("/icons.svg", { method: "POST" })).status, 405);
  assert.equal((await get("/library", { method: "DELETE" })).status, 405);
  assert.equal((await get("/styles/../deno.json")).status, 404);
});

Deno.test("a sentence is checked against its document by a form post", async (t) => {
  const get = handler();
  const path = "/library/fake%2Fhandbook%2Ftreating-water";
  const cases: [name: string, path: string, fields: Record<string, string>, status: number, text: string][] =
    [
      ["said", path, { text: "Boil it for a minute." }, 200, "Said. The document says this."],
      ["not said", path, { text: "Wait 90 days." }, 200, "Not said. The source does not say this number."],
      ["nothing", path, { text: " " }, 422, "Type a sentence first."],
      ["too much", path, { text: "x".repeat(2001) }, 422, "Check at most 2000 characters"],
      ["no document", "/library/none", { text: "Boil." }, 404, "Nothing here"],
    ];
  for (const [name, at, fields, status, text] of cases) {
    await t.step(name, async () => {
      const response = await get(at, post(fields));
      assert.equal(response.status, status);
      const shown = visible(await response.text());
      assert.ok(shown.includes(text), shown);
    });
  }
});
