import assert from "node:assert/strict";
import { cardOf, emergencyCard } from "./mod.ts";
import { checkEmergencyHead, type EmergencyHead, readEmergency } from "./net.ts";

const EVERYDAY = new Set(
  "my friend is not the a on in he she they we of and to it how do i what first kit for year last broke wrist can hike was turning walking stuck"
    .split(" "),
);
const isWord = (word: string) => EVERYDAY.has(word);

Deno.test("words beyond doubt call their card", async (t) => {
  const cases = [
    ["my frend isnt breathing!!", "cpr"],
    ["HES CHOKING", "choking"],
    ["blood is spurting out of his leg", "severe-bleeding"],
    ["bee sting and her throat is closing", "anaphylaxis"],
    ["she stopped shivering", "hypothermia"],
    ["a rattlesnake bit me", "snakebite"],
    ["he was struck by lightning", "lightning"],
    ["face drooping on one side", "stroke"],
    ["we can't find the trail", "lost"],
    ["siezure help", "seizure"],
    ["heatstroke!!", "heat-stroke"],
    ["Unconcious", "unconscious-breathing"],
  ] as const;
  for (const [message, card] of cases) {
    await t.step(message, () => assert.equal(emergencyCard(message, isWord)?.card, card));
  }
});

Deno.test("words about something else call none", async (t) => {
  const messages = [
    "where can I take a CPR class",
    "how do I avoid choking",
    "does a tourniquet belong in my kit",
    "last year I broke my wrist, can I hike",
    "my phone is dying",
    "lost my hat",
    "how many people were struck by lightning last year",
    "How long do I boil water?",
    "",
    "🙂",
  ];
  for (const message of messages) {
    await t.step(message || "empty", () => assert.equal(emergencyCard(message, isWord), null));
  }
});

/** Reads two numbers: how sure of an emergency, and of which of two cards. */
const head: EmergencyHead = {
  encoder: "e",
  classes: ["none", "burns", "stroke"],
  weights: [[0, 0], [10, 10], [10, -10]],
  bias: [5, 0, 0],
  threshold: 0.45,
};
const vector = (danger: number, stroke: boolean) => Float32Array.of(danger, stroke ? -1 : 1);

Deno.test("meaning calls a card where words do not", () => {
  assert.equal(cardOf("dad's smile is odd on the left", vector(1, true), head, isWord)?.card, "stroke");
  assert.equal(cardOf("the smile on the friend", vector(-2, true), head, isWord), null);
});

Deno.test("doubtful wording needs more", () => {
  const likely = vector(0.5, false);
  assert.ok(readEmergency(likely, head).probability > 0.99);
  const unsure = vector(-0.5, false);
  const { probability } = readEmergency(unsure, head);
  assert.ok(probability > head.threshold && probability < 0.7, String(probability));
  assert.equal(cardOf("what is the first of it", unsure, head, isWord), null);
  assert.equal(cardOf("the friend is on it", unsure, head, isWord)?.card, "burns");
});

Deno.test("likely words need some meaning beside them", () => {
  const told = "my phone fell in the river";
  assert.equal(cardOf(told, vector(-2, false), head, isWord), null);
  assert.equal(cardOf(told, vector(-0.7, false), head, isWord)?.card, "drowning");
});

Deno.test("digits, one word and gibberish mean nothing", async (t) => {
  for (const message of ["12345 678", "water water water", "qwx zzt vrr plk", "🙂🙂"]) {
    await t.step(message, () => assert.equal(cardOf(message, vector(2, false), head, isWord), null));
  }
});

Deno.test("a head of another encoder or shape is refused with what mends it", () => {
  assert.deepEqual(checkEmergencyHead(head, "e", 2), head);
  assert.throws(() => checkEmergencyHead(head, "other", 2), /git checkout -- models/);
  assert.throws(() => checkEmergencyHead(head, "e", 3), /git checkout -- models/);
});
