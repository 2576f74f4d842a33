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
  reader: "r",
  classes: ["none", "burns", "stroke"],
  weights: [[0, 0], [10, 10], [10, -10]],
  bias: [5, 0, 0],
  both: { bias: 0, meaning: 1, read: 1 },
  threshold: 0.45,
};
const vector = (danger: number, stroke: boolean) => Float32Array.of(danger, stroke ? -1 : 1);

/** The card of a message to a reader that is as sure as this. */
const card = async (message: string, at: Float32Array, inDanger = 0.5) =>
  shown(await cardOf(message, at, head, isWord, () => Promise.resolve(inDanger)));
const shown = (meant: Awaited<ReturnType<typeof cardOf>>) => meant?.isShown ? meant.card : null;

Deno.test("meaning calls a card where words do not", async () => {
  assert.equal(await card("dad's smile is odd on the left", vector(1, true)), "stroke");
  assert.equal(await card("the smile on the friend", vector(-2, true)), null);
});

Deno.test("the reader beside the head tips what is near", async () => {
  const near = vector(-0.5, false);
  assert.equal(await card("the friend is on it", near, 0.9), "burns");
  assert.equal(await card("the friend is on it", near, 0.1), null);
});

Deno.test("doubtful wording needs more", async () => {
  const likely = vector(0.5, false);
  assert.ok(readEmergency(likely, 0.5, head).probability > 0.99);
  const unsure = vector(-0.5, false);
  const { probability, share } = readEmergency(unsure, 0.5, head);
  assert.ok(probability > head.threshold && probability < 0.7, String(probability));
  assert.ok(share <= probability, "the card's part is no larger than the whole");
  assert.equal(await card("what is the first of it", unsure), null);
  assert.equal(await card("the friend is on it", unsure), "burns");
});

Deno.test("what is too weak for a card in place of the answer is worth offering, unless words of prevention speak against it", async () => {
  const meant = async (message: string, danger: number, inDanger: number) =>
    await cardOf(message, vector(danger, true), head, isWord, () => Promise.resolve(inDanger));
  const offered = await meant("the friend is not of it", -0.8, 0.5);
  assert.deepEqual([offered?.card, offered?.isShown], ["stroke", false]);
  assert.equal(await meant("the friend is not of it", -0.8, 0.05), null);
  assert.equal(await meant("how to avoid it in the first year", -0.8, 0.5), null);
});

Deno.test("likely words need some meaning beside them", async () => {
  const told = "my phone fell in the river";
  assert.equal(await card(told, vector(-2, false)), null);
  assert.equal(await card(told, vector(-0.7, false)), "drowning");
});

Deno.test("digits, one word and gibberish mean nothing", async (t) => {
  for (const message of ["12345 678", "water water water", "qwx zzt vrr plk", "🙂🙂"]) {
    await t.step(message, async () => assert.equal(await card(message, vector(2, false)), null));
  }
});

Deno.test("a head of another encoder or shape is refused with what mends it", () => {
  const embedder = { sha256: "e", dimension: 2 };
  assert.deepEqual(checkEmergencyHead(head, embedder, { sha256: "r" }), head);
  const refused = (others: Partial<typeof embedder>, reader: string) =>
    assert.throws(
      () => checkEmergencyHead(head, { ...embedder, ...others }, { sha256: reader }),
      /git checkout -- models/,
    );
  refused({ sha256: "other" }, "r");
  refused({ dimension: 3 }, "r");
  refused({}, "other");
});
