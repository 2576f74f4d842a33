/** The HTTP API through its handlers, with a fake Cairn behind it: no port, no encoder, no pack. */
import assert from "node:assert/strict";
import { Answer, type AskRequest, Checked, Explained, MAX_QUESTION } from "../lib/schema.ts";
import { ask, eventsOf, fake, HIT, openApi, post, problemOf, STREAM } from "./api.ts";
import { ANSWERS, EXPLANATION, fakeDocument, WATER } from "./fakes.ts";

Deno.test("every route answers", async (t) => {
  const app = openApi();
  const { id, text, title, pack, blocks, source, licence, asOf, topic, risk } = WATER;
  const routes: readonly (readonly [string, unknown])[] = [
    ["/api/v1/packs", { packs: fake().packs() }],
    ["/api/v1/search?q=boil&k=2", { hits: [HIT, HIT] }],
    ["/api/v1/search?q=boil", { hits: [HIT, HIT, HIT] }],
    [
      `/api/v1/documents/${encodeURIComponent(id)}`,
      { id, pack, title, text, blocks, source, licence, asOf, topic, risk },
    ],
    ["/healthz", { status: "ready" }],
  ];
  for (const [path, body] of routes) {
    await t.step(path, async () => {
      const response = await app.request(path);
      assert.equal(response.status, 200);
      assert.match(response.headers.get("content-type") ?? "", /^application\/json/);
      assert.deepEqual(await response.json(), body);
    });
  }
  for (const [word, answer] of Object.entries(ANSWERS)) {
    await t.step(`ask: ${word}`, async () => {
      const response = await app.request("/api/v1/ask", ask({ question: `${word}?` }));
      assert.equal(response.status, 200);
      assert.equal(response.headers.get("cache-control"), "no-store");
      assert.deepEqual(Answer.strict().parse(await response.json()), answer);
    });
  }
});

Deno.test("explain gives the answer and why", async () => {
  const cairn = {
    ...fake(),
    explain: () => Promise.resolve({ answer: ANSWERS.boil!, explanation: EXPLANATION }),
  };
  const response = await openApi(cairn).request("/api/v1/explain", post('{"question":"boil"}'));
  assert.equal(response.status, 200);
  const { answer, explanation } = Explained.strict().parse(await response.json());
  assert.deepEqual([answer, explanation], [ANSWERS.boil, EXPLANATION]);
  assert.equal((await openApi().request("/api/v1/explain", post("{"))).status, 400);
  assert.equal((await openApi().request("/api/v1/explain")).status, 405);
});

Deno.test("a request reaches the application whole; keys it does not know are left out", async () => {
  const asked: AskRequest[] = [];
  const request = {
    question: "boil 😀 e\u0301\n?",
    packs: ["fake"],
    generate: false,
    previous: { id: "a1", choice: "Half Dome", slots: { trail: "x" } },
  };
  const response = await openApi(fake({ asked })).request("/api/v1/ask", ask({ ...request, unknown: 1 }));
  assert.equal(response.status, 200);
  assert.deepEqual(asked, [request]);
});

Deno.test("the stream is decision, passages, sentences, answer", async (t) => {
  for (const [word, answer] of Object.entries(ANSWERS)) {
    await t.step(word, async () => {
      const response = await openApi().request("/api/v1/ask", ask({ question: word }, STREAM));
      assert.equal(response.status, 200);
      assert.match(response.headers.get("content-type") ?? "", /^text\/event-stream/);
      assert.equal(response.headers.get("cache-control"), "no-store");
      const [first, ...events] = eventsOf(await response.text());
      assert.equal(first?.[0], "decision");
      assert.deepEqual(events, [
        ...answer.citations.map((citation) => ["passage", citation]),
        ...answer.sentences.map((sentence) => ["sentence", sentence]),
        ["answer", answer],
      ]);
    });
  }
});

Deno.test("the passage is sent before the rest of the answer is known", async () => {
  const finish = Promise.withResolvers<void>();
  const cairn = fake();
  const app = openApi({
    ...cairn,
    async ask(request, listener) {
      const answer = await cairn.ask(request, listener);
      await finish.promise;
      return answer;
    },
  });
  const early = (async () => {
    const response = await app.request("/api/v1/ask", ask({ question: "boil" }, STREAM));
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("event: passage")) text += (await reader.read()).value ?? "";
    return reader;
  })();
  const waited = Promise.withResolvers<null>();
  const timer = setTimeout(() => waited.resolve(null), 500);
  const reader = await Promise.race([early, waited.promise]);
  clearTimeout(timer);
  finish.resolve();
  await (await early).cancel();
  assert.notEqual(reader, null, "nothing was sent until the whole answer was there");
});

const over = (length: number) => ({ question: "é".repeat(length) });

const WRONG: readonly (readonly [name: string, status: number, path: string, init?: RequestInit])[] = [
  ["no body", 400, "/api/v1/ask", post("")],
  ["not JSON", 400, "/api/v1/ask", post("{question: 'boil'}")],
  ["JSON cut short", 400, "/api/v1/ask", post('{"question":"boil"')],
  ["a form", 400, "/api/v1/ask", post(new URLSearchParams({ question: "boil" }))],
  ["null", 422, "/api/v1/ask", post("null")],
  ["a list", 422, "/api/v1/ask", post("[]")],
  ["a text", 422, "/api/v1/ask", post('"boil"')],
  ["no question", 422, "/api/v1/ask", ask({})],
  ["a number", 422, "/api/v1/ask", ask({ question: 7 })],
  ["null for a question", 422, "/api/v1/ask", ask({ question: null })],
  ["an empty question", 422, "/api/v1/ask", ask({ question: "" })],
  ["a blank question", 422, "/api/v1/ask", ask({ question: " \n\u00a0" })],
  ["packs no list", 422, "/api/v1/ask", ask({ question: "boil", packs: "fake" })],
  ["generate no boolean", 422, "/api/v1/ask", ask({ question: "boil", generate: "no" })],
  ["previous without id", 422, "/api/v1/ask", ask({ question: "boil", previous: { choice: "x" } })],
  ["2,001 characters", 413, "/api/v1/ask", ask(over(MAX_QUESTION + 1))],
  ["10,000 characters", 413, "/api/v1/ask", ask(over(10_000))],
  ["100,000 characters", 413, "/api/v1/ask", ask(over(100_000))],
  ["1,001 emoji", 413, "/api/v1/ask", ask({ question: "😀".repeat(1001) })],
  ["an unknown pack", 404, "/api/v1/ask", ask({ question: "boil", packs: ["nope"] })],
  ["an unknown pack, streamed", 404, "/api/v1/ask", ask({ question: "boil", packs: ["nope"] }, STREAM)],
  ["an unknown document", 404, "/api/v1/documents/fake%2Fnope"],
  ["half a percent escape", 404, "/api/v1/documents/fake%2"],
  ["bytes that are no UTF-8", 404, "/api/v1/documents/%E0%A4%A"],
  ["no document", 404, "/api/v1/documents/"],
  ["an unknown address", 404, "/api/v1/nothing"],
  ["another version", 404, "/api/v2/ask", ask({ question: "boil" })],
  ["search without q", 422, "/api/v1/search"],
  ["search with a blank q", 422, "/api/v1/search?q=%20"],
  ["search with k of 0", 422, "/api/v1/search?q=boil&k=0"],
  ["search with k of 51", 422, "/api/v1/search?q=boil&k=51"],
  ["search with k of 1.5", 422, "/api/v1/search?q=boil&k=1.5"],
  ["search with a word for k", 422, "/api/v1/search?q=boil&k=all"],
  ["search with 2,001 characters", 413, `/api/v1/search?q=${"a".repeat(MAX_QUESTION + 1)}`],
];

Deno.test("what is wrong is told as a problem document", async (t) => {
  for (const [name, status, path, init] of WRONG) {
    await t.step(`${status}: ${name}`, async () => {
      await problemOf(await openApi().request(path, init), status);
    });
  }
});

Deno.test("405 names the methods that are allowed", async (t) => {
  const cases = [
    ["GET", "/api/v1/ask", "POST"],
    ["PUT", "/api/v1/ask", "POST"],
    ["OPTIONS", "/api/v1/ask", "POST"],
    ["POST", "/api/v1/packs", "GET"],
    ["DELETE", "/api/v1/documents/fake%2Fhandbook%2Ftreating-water", "GET"],
    ["POST", "/api/v1/search?q=x", "GET"],
    ["POST", "/healthz", "GET"],
    ["POST", "/metrics", "GET"],
    ["DELETE", "/openapi.json", "GET"],
  ] as const;
  for (const [method, path, allowed] of cases) {
    await t.step(`${method} ${path}`, async () => {
      const response = await openApi().request(path, { method });
      const allow = response.headers.get("allow");
      await problemOf(response, 405);
      assert.ok(allow?.split(/,\s*/).includes(allowed), `RFC 9110 wants Allow: ${allowed}, it is ${allow}`);
    });
  }
});

Deno.test("2,000 characters are read, whatever they are made of", async () => {
  for (
    const question of ["水".repeat(MAX_QUESTION), "😀".repeat(MAX_QUESTION / 2), "boil " + "\n".repeat(1995)]
  ) {
    assert.equal((await openApi().request("/api/v1/ask", ask({ question }))).status, 200);
  }
});

Deno.test("a body without end is not read to its end", async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65536;
      if (sent > 16 * 2 ** 20) controller.close();
      else controller.enqueue(new Uint8Array(65536).fill(32));
    },
  });
  const response = await openApi().request("/api/v1/ask", { method: "POST", body });
  await problemOf(response, 413);
  assert.ok(sent < 2 ** 20, `${sent} bytes were read`);
});

Deno.test("a document's id is one percent-encoded segment", async (t) => {
  for (
    const id of [
      "fake/a b",
      "fake/50% grade?",
      "fake/été/ä#1",
      "fake/e\u0301",
      "fake/a+b&c",
      "fake/%2F",
      "fake/水",
    ]
  ) {
    await t.step(id, async () => {
      const document = fakeDocument({ id, title: "T" }, [["paragraph", "Some text."]]);
      const app = openApi({ ...fake(), document: (wanted) => wanted === id ? document : null });
      const response = await app.request(`/api/v1/documents/${encodeURIComponent(id)}`);
      assert.equal(response.status, 200);
      const { id: answered } = await response.json() as { id: string };
      assert.equal(answered, id);
    });
  }
});

Deno.test("an error of the program is a 500 that tells nothing of the question", async () => {
  const original = console.error;
  const logged: unknown[] = [];
  console.error = (...parts: unknown[]) => logged.push(...parts);
  try {
    for (const headers of [{}, STREAM]) {
      const request = ask({ question: "please explode at my house" }, headers);
      const { detail } = await problemOf(await openApi().request("/api/v1/ask", request), 500);
      assert.doesNotMatch(detail, /my house|told to fail/);
    }
  } finally {
    console.error = original;
  }
  assert.equal(logged.length, 2);
  assert.doesNotMatch(logged.map(String).join(), /my house/);
});

Deno.test("metrics count answers by outcome and reason and hold no question", async () => {
  const app = openApi();
  for (const question of ["boil at my house", "bear", "bear"]) {
    await app.request("/api/v1/ask", ask({ question }));
  }
  await app.request("/api/v1/ask", ask({ question: "boil" }, STREAM));
  await app.request("/api/v1/ask", ask({ question: "" }));
  const response = await app.request("/metrics");
  assert.match(response.headers.get("content-type") ?? "", /^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  assert.match(text, /^cairn_answers_total\{outcome="answer",reason=""\} 2$/m);
  assert.match(text, /^cairn_answers_total\{outcome="refuse",reason="no_evidence"\} 2$/m);
  assert.match(text, /^cairn_answer_seconds_count 4$/m);
  assert.match(text, /^cairn_answer_seconds_bucket\{le="\+Inf"\} 4$/m);
  assert.doesNotMatch(text, /my house/);
  assert.ok(text.endsWith("\n"));
});

Deno.test("check tells each sentence's verdict, against a document or given evidence", async (t) => {
  const app = openApi();
  const checked = async (body: unknown) => await app.request("/api/v1/check", post(JSON.stringify(body)));
  for (const source of [{ document: WATER.id }, { evidence: "Boil it." }, { evidence: ["Boil", "it."] }]) {
    await t.step(Object.keys(source)[0]!, async () => {
      const response = await checked({ text: "Wait 9 days.", ...source });
      assert.equal(response.status, 200);
      const { checks } = Checked.strict().parse(await response.json());
      assert.deepEqual(checks.map(({ verdict, spans }) => [verdict, spans]), [["unsupported", [[0, 4]]]]);
    });
  }
  await t.step("what is missing is said", async () => {
    await problemOf(await checked({ text: "Wait.", document: "fake/none" }), 404);
    for (
      const body of [{}, { text: "", evidence: "x" }, { text: "x" }, {
        text: "x",
        document: "d",
        evidence: "e",
      }]
    ) {
      await problemOf(await checked(body), 422);
    }
    await problemOf(await app.request("/api/v1/check", post("{")), 400);
    await problemOf(await app.request("/api/v1/check"), 405);
  });
});
