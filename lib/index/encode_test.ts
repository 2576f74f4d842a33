import assert from "node:assert/strict";
import { FAKE_DIMENSION, fakeEmbedder } from "../../tests/fakes_pack.ts";
import { randomFrom } from "../math/random.ts";
import { NO_METADATA } from "../records.ts";
import { fileTitle, indexPassage, quantize } from "./encode.ts";

Deno.test("quantize keeps a cosine to within a percent", () => {
  const random = randomFrom(6);
  for (let round = 0; round < 50; round++) {
    const unit = () => {
      const v = Float32Array.from({ length: 384 }, () => random() - 0.5);
      const length = Math.hypot(...v);
      return v.map((x) => x / length);
    };
    const [a, b] = [unit(), unit()];
    const q = quantize(b);
    const exact = a.reduce((sum, x, i) => sum + x * b[i]!, 0);
    const kept = a.reduce((sum, x, i) => sum + x * q[i]! / 127, 0);
    assert.ok(Math.abs(exact - kept) < 0.01, `${exact} ${kept}`);
  }
  assert.deepEqual([...quantize(Float32Array.of(1, -1, 0, -0, 2, -2, NaN))], [127, -127, 0, 0, 127, -127, 0]);
});

Deno.test("fileTitle reads a path as words", async (t) => {
  const cases = [
    ["treating-water.md", "treating water"],
    ["a/b/half_dome--cables.v2.md", "half dome cables.v2"],
    ["a.b/README", "README"],
  ] as const;
  for (const [path, title] of cases) await t.step(path, () => assert.equal(fileTitle(path), title));
});

Deno.test("a passage is indexed by field, with its title and headings in its vector", async () => {
  const embedder = fakeEmbedder();
  const text = "Intro. Café is 8 mi away. Go!";
  const chunk = await indexPassage(
    {
      start: 7,
      end: 29,
      headings: ["Plan", "Places"],
      units: [{ start: 7, end: 25, kind: "sentence" }, { start: 26, end: 29, kind: "sentence" }],
    },
    {
      path: "x/half-dome.md",
      title: "Dome hike",
      text,
      metadata: { ...NO_METADATA, trail: "Half Dome", aliases: ["The Cables"] },
    },
    embedder,
  );
  assert.deepEqual(embedder.embedded, [
    "Places: Café is 8 mi away.",
    "Places: Go!",
    "Dome hike > Plan > Places\nCafé is 8 mi away. Go!",
  ]);
  assert.equal(chunk.terms.title, "dome hike half the cabl");
  assert.equal(chunk.terms.headings, "plan place");
  assert.equal(chunk.terms.body, "cafe is 8 mi awai go q_length_13000");
  assert.equal(chunk.vector.length, FAKE_DIMENSION);
  assert.deepEqual(chunk.spans.map(({ start, end, kind }) => [start, end, kind]), [
    [7, 25, "sentence"],
    [26, 29, "sentence"],
  ]);
});

Deno.test("without headings a sentence is embedded with the title", async () => {
  const embedder = fakeEmbedder();
  const unit = { start: 0, end: 3, kind: "sentence" as const };
  const context = { path: "t.md", title: "T", text: "Go!", metadata: NO_METADATA };
  await indexPassage({ start: 0, end: 3, headings: [], units: [unit] }, context, embedder);
  assert.deepEqual(embedder.embedded, ["T: Go!", "T\nGo!"]);
});

Deno.test("passages alone can be indexed", async () => {
  const embedder = fakeEmbedder();
  const unit = { start: 0, end: 3, kind: "sentence" as const };
  const context = { path: "t.md", title: "T", text: "Go!", metadata: NO_METADATA };
  const chunk = await indexPassage(
    { start: 0, end: 3, headings: [], units: [unit] },
    context,
    embedder,
    false,
  );
  assert.deepEqual([chunk.spans, embedder.embedded], [[], ["T\nGo!"]]);
});
