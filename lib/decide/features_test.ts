import assert from "node:assert/strict";
import { fakeEmbedder, fakeLibrary } from "../../tests/fakes_pack.ts";
import { retrieve } from "../retrieve/retrieve.ts";
import { FEATURES, features } from "./features.ts";

const embedder = fakeEmbedder();
const library = await fakeLibrary({
  "water.md":
    "# Water\n\n## Boiling\n\nBoil the water for 1 minute.\n\n## Bleach\n\nAdd bleach to cloudy water.",
  "permit.md": "# Permits\n\nA permit is $15. Call 760-555-0100.",
  "bears.md": "# Bears\n\nBears like food.",
}, embedder);
const of = async (question: string, knows = (_word: string) => true) =>
  features(library, await retrieve(library, embedder, question), knows, null);

Deno.test("what is found is told from what is not", async () => {
  const good = await of("How do I boil water?");
  const bad = await of("How do quarks decay?");
  assert.equal(good.coverage, 1);
  assert.equal(good.spanCoverage, 1);
  assert.equal(good.missing, 0);
  assert.equal(good.unknownShare, 0);
  assert.equal(bad.coverage, 0);
  assert.equal(bad.missing, 1);
  assert.ok(bad.unknownShare === 1 && bad.lexicalShare === 0);
  for (const name of ["dense", "span", "lexicalShare"] as const) assert.ok(good[name] > bad[name], name);
});

Deno.test("every feature is finite and small, whatever is asked", async () => {
  for (const question of ["", "?", "water", "the", "🏔️", "boil ".repeat(200), "x".repeat(2000)]) {
    const values = await of(question);
    assert.deepEqual(Object.keys(values), [...FEATURES]);
    for (const name of FEATURES) {
      assert.ok(Number.isFinite(values[name]), `${name} of ${question.slice(0, 20)}`);
      if (name !== "terms" && name !== "margin") assert.ok(Math.abs(values[name]) <= 1.01, name);
    }
  }
});

Deno.test("nothing retrieved is the worst of each", () => {
  const values = features(
    library,
    { question: "", terms: [], vector: new Float32Array(), hits: [] },
    () => true,
    null,
  );
  assert.deepEqual([values.dense, values.coverage, values.missing, values.margin], [0, 0, 1, 0]);
});

Deno.test("the reading of the quote is a tenth of its log-odds, and the least where nothing is quoted", async () => {
  const retrieval = await retrieve(library, embedder, "boil water");
  const { quoteReading } = features(library, retrieval, () => true, 0.9);
  assert.ok(Math.abs(quoteReading - Math.log(9) / 10) < 1e-9);
  assert.equal(features(library, retrieval, () => true, null).quoteReading, -1);
});

Deno.test("a missing number is noticed, by its kind", async (t) => {
  const cases = [
    ["How long do I boil water?", 0],
    ["How hot do I boil water?", 1],
    ["How much does a permit cost?", 0],
    ["How much does bleach cost?", 0],
    ["What phone number for a permit?", 0],
    ["Do bears like food?", 0],
  ] as const;
  for (const [question, missing] of cases) {
    await t.step(question, async () => assert.equal((await of(question)).numberMissing, missing));
  }
});

Deno.test("an unknown word that everyday language does not know is a name", async () => {
  assert.equal((await of("water at quarks", () => false)).unknownName, 1);
  assert.equal((await of("water at quarks", () => true)).unknownName, 0);
  assert.equal((await of("boil water", () => false)).unknownName, 0);
});
