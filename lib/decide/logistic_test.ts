import assert from "node:assert/strict";
import { randomFrom } from "../math/random.ts";
import { type Example, fitLogistic, fitMonotone, probability, pushes } from "./logistic.ts";
import { sigmoid } from "../math/statistics.ts";

const near = (a: number, b: number, tolerance = 1e-6) => {
  assert.ok(Math.abs(a - b) < tolerance, `${a} is not ${b}`);
};

const MODEL = { features: ["a", "b"], mean: [1, 2], scale: [2, 4], weights: [3, -8], bias: 0.5 };

Deno.test("a probability is the squashed sum of pushes", () => {
  assert.deepEqual(pushes(MODEL, { a: 5, b: 3 }), [6, -2]);
  near(probability(MODEL, { a: 5, b: 3 }), 1 / (1 + Math.exp(-4.5)));
  assert.deepEqual(pushes(MODEL, { b: 2 }).map(Math.abs), [0, 0], "a missing feature counts as its mean");
  near(probability(MODEL, {}), sigmoid(0.5));
});

Deno.test("sigmoid stays between 0 and 1", () => {
  assert.equal(sigmoid(0), 0.5);
  assert.equal(sigmoid(-1e4), 0);
  assert.equal(sigmoid(1e4), 1);
  near(sigmoid(2) + sigmoid(-2), 1);
});

Deno.test("without features the bias is the log-odds of the labels", () => {
  const examples: Example[] = [1, 1, 1, 0].map((label) => ({ values: {}, label: label as 0 | 1 }));
  near(fitLogistic([], examples).bias, Math.log(3));
});

Deno.test("a balanced pair is fitted as by hand", () => {
  // Standardised x = ±1, labels agree: the weight solves w = 2 · (1 − sigmoid(w)) at penalty 1.
  const model = fitLogistic(["x"], [{ values: { x: 3 }, label: 0 }, { values: { x: 7 }, label: 1 }]);
  assert.deepEqual([model.mean, model.scale], [[5], [2]]);
  near(model.bias, 0);
  const w = model.weights[0]!;
  near(w, 2 * (1 - sigmoid(w)));
});

Deno.test("every fit is where the penalised gradient is zero", () => {
  const random = randomFrom(8);
  for (let round = 0; round < 30; round++) {
    const names = ["a", "b", "constant"];
    const penalty = [0.1, 1, 8][round % 3]!;
    const slope = 20 * random();
    const examples = Array.from({ length: 60 }, (): Example => {
      const [a, b] = [random() * 100, random() - 0.5];
      return {
        values: { a, b, constant: 7 },
        label: random() < sigmoid(slope * (a / 100 + b - 0.5)) ? 1 : 0,
      };
    });
    const model = fitLogistic(names, examples, penalty);
    const gradient = [0, ...model.weights.map((w) => penalty * w)];
    for (const { values, label } of examples) {
      const error = probability(model, values) - label;
      gradient[0]! += error;
      names.forEach((name, j) =>
        gradient[j + 1]! += error * (values[name]! - model.mean[j]!) / model.scale[j]!
      );
    }
    for (const part of gradient) near(part, 0, 1e-5);
    near(model.weights[2]!, 0);
  }
});

Deno.test("the penalty shrinks, and separable examples have a finite fit", () => {
  const examples = [0, 1, 2, 3].map((x): Example => ({ values: { x }, label: x > 1 ? 1 : 0 }));
  const [loose, tight] = [0.01, 10].map((penalty) => fitLogistic(["x"], examples, penalty).weights[0]!);
  assert.ok(Number.isFinite(loose) && loose! > tight! && tight! > 0);
  const same = examples.map((example) => ({ ...example, label: 1 as const }));
  assert.ok(probability(fitLogistic(["x"], same), { x: 0 }) > 0.99);
  assert.throws(() => fitLogistic(["x"], []), /no examples/);
});

Deno.test("a feature that pushes against its sign is left out", () => {
  const examples = [0.1, 0.2, 0.3, 0.7, 0.8, 0.9].map((x, i) => ({
    values: { good: x, twin: x + (i % 2) * 0.2, back: 1 - x },
    label: (x > 0.5 ? 1 : 0) as 0 | 1,
  }));
  const signs = { good: 1, twin: 1, back: 1 } as const;
  const model = fitMonotone(["good", "twin", "back"], signs, examples);
  assert.deepEqual(model.features, ["good", "twin", "back"]);
  assert.equal(model.weights[2], 0);
  assert.ok(model.weights[0]! > 0 && model.weights[1]! >= 0);
  const free = fitMonotone(["back"], { back: 0 }, examples);
  assert.ok(free.weights[0]! < 0);
  assert.ok(probability(model, { good: 0.9, twin: 0.9, back: 0 }) > 0.5);
});
