import assert from "node:assert/strict";
import { fakeEmbedder, fakeLibrary, fakeReader } from "../../tests/fakes_pack.ts";
import { SuiteCase } from "../schema.ts";
import { examplesOf } from "./examples.ts";

const embedder = fakeEmbedder();
const library = await fakeLibrary({
  "water.md": "# Water\n\nBoil the water for 1 minute.",
  "low.md": "---\nrisk: low\n---\n# Songs\n\nSing a campfire song.",
}, embedder);
const clock = { today: () => "2026-11-20", now: () => 0 };
const test = (id: string, question: string, expect: string, must: string[] = []) =>
  SuiteCase.parse({ id, question, expect, must });

Deno.test("cases that reach the decision become examples, a wrong passage as bad as none", async () => {
  const found = await examplesOf([
    test("right", "How long do I boil water?", "answer", ["1 minute"]),
    test("wrong passage", "How long do I boil water?", "answer", ["9 hours"]),
    test("unanswerable", "Who wrote the campfire song?", "refuse"),
    test("teaches nothing", "boil water", "either"),
    test("settled by rule", "What is the weather today?", "refuse"),
    test("leaves the path before", "10 miles in km", "answer"),
  ], { library, embedder, reader: fakeReader(), clock });
  assert.deepEqual(found.map(({ test, label, risk }) => [test.id, label, risk]), [
    ["right", 1, "medium"],
    ["wrong passage", 0, "medium"],
    ["unanswerable", 0, "low"],
  ]);
  assert.ok(found.every(({ features }) => Object.values(features).every(Number.isFinite)));
});
