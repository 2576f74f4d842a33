import assert from "node:assert/strict";
import { FEATURES } from "./features.ts";
import { checkDecisionModel } from "./model.ts";

const numbers = FEATURES.map(() => 0);
const MODEL = {
  ...{
    encoder: "e1",
    reader: "r1",
    fitted: "2026-11-20",
    features: [...FEATURES],
    mean: numbers,
    scale: numbers,
  },
  ...{ weights: numbers, bias: 0, thresholds: { high: 0.9, medium: 0.5, low: 0.3 } },
};

Deno.test("a model of these encoders and these features is taken", () => {
  assert.deepEqual(checkDecisionModel(MODEL, "e1", "r1"), MODEL);
});

Deno.test("any other is refused, with the command that mends it", async (t) => {
  const cases: [string, unknown, RegExp][] = [
    ["other encoder", { ...MODEL, encoder: "e2" }, /deno task fit/],
    ["other reader", { ...MODEL, reader: "r2" }, /deno task fit/],
    ["other order", { ...MODEL, features: [...FEATURES].reverse() }, /deno task fit/],
    ["fewer features", { ...MODEL, features: FEATURES.slice(1) }, /deno task fit/],
    ["a threshold missing", { ...MODEL, thresholds: { high: 1, low: 1 } }, /medium/],
    ["no number", { ...MODEL, bias: "0" }, /bias/],
    ["nothing", null, /./],
  ];
  for (const [name, value, message] of cases) {
    await t.step(name, () => assert.throws(() => checkDecisionModel(value, "e1", "r1"), message));
  }
});
