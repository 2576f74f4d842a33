import assert from "node:assert/strict";
import { readConversion, writeConversion } from "./conversion.ts";

const answer = (question: string) => {
  const conversion = readConversion(question);
  return conversion === null ? null : writeConversion(conversion);
};

Deno.test("conversions are computed", async (t) => {
  const cases = [
    ["How many feet is 1,200 m?", "1,200 m is 3,937 ft."],
    ["what's 10 miles in km", "10 mi is 16.1 km."],
    ["please convert 2.5 kg to pounds", "2.5 kg is 5.51 lb."],
    ["-40 celsius to fahrenheit", "-40 °C is -40 °F."],
    ["What is 32 °F in °C?", "32 °F is 0 °C."],
    ["convert 100 f to c", "100 °F is 37.8 °C."],
    ["Can you tell me what 5 km is in m?", "5 km is 5,000 m."],
    ["how cold is 20 F in C", "20 °F is -6.67 °C."],
    ["how many m in 2 km?", "2 km is 2,000 m."],
    ["½ mile in feet", "0.5 mi is 2,640 ft."],
    ["1½ miles in km", "1.5 mi is 2.41 km."],
    ["5 in in cm", "5 in is 12.7 cm."],
    ["how many liters in 2 gallons", "2 US gal is 7.57 L."],
    ["how many litres in a gallon", "1 US gal is 3.79 L."],
    ["how many feet are in one mile?", "1 mi is 5,280 ft."],
    ["HOW MANY KILOMETERS ARE 26.2 MILES", "26.2 mi is 42.2 km."],
  ] as const;
  for (const [question, text] of cases) {
    await t.step(question, () => assert.equal(answer(question), text));
  }
});

Deno.test("what is computed says what was asked and never nothing", async (t) => {
  const cases = [
    ["1 g in kg", "1 g is 0.001 kg."],
    ["convert 0.125 miles to feet", "0.125 mi is 660 ft."],
    ["convert 1234.5 m to km", "1,234.5 m is 1.23 km."],
  ] as const;
  for (const [question, text] of cases) await t.step(question, () => assert.equal(answer(question), text));
});

Deno.test("a fraction or a split number is not half read", async (t) => {
  const cases: [string, (string | null)[]][] = [
    ["How many feet is 1/2 mile?", [null, "0.5 mi is 2,640 ft."]],
    ["how many feet is 1 000 m", [null, "1,000 m is 3,281 ft."]],
    ["how many cm is 6'2\"", [null]],
  ];
  for (const [question, right] of cases) {
    const found = answer(question);
    await t.step(question, () => assert.ok(right.includes(found), String(found)));
  }
});

Deno.test("anything else is left to the documents", async (t) => {
  const cases = [
    "How many miles to the summit?",
    "How many feet above Trail Camp is the 5 mi sign?",
    "How much water for 10 miles in summer?",
    "how many kg is 5 miles",
    "5 km in km",
    "Is 5 miles or 8 km longer?",
    "What is 5 in the morning in minutes?",
    "How far is 5 miles in 水?",
    "How far is 5 miles?",
    "",
  ];
  for (const question of cases) await t.step(question || "empty", () => assert.equal(answer(question), null));
});
