import assert from "node:assert/strict";
import { questionParts } from "./parts.ts";

Deno.test("a message that asks several things is taken apart", async (t) => {
  const cases = [
    ["how to hold a tooth that fell out and how soon to the dentist", [
      "how to hold a tooth that fell out",
      "how soon to the dentist",
    ]],
    ["Huts rules: how far from the water, how far from trail?", [
      "Huts rules: how far from the water",
      "how far from trail?",
    ]],
    ["which drug goes with HACE and which with HAPE", ["which drug goes with HACE", "which with HAPE"]],
    ["Is there water at the hut? Can I bring a dog?", []],
    ["Is the hut open in May? Can I bring a dog?", ["Is the hut open in May?", "Can I bring a dog?"]],
    ["do i need a permit and can i bring my dog", ["do i need a permit", "can i bring my dog"]],
    ["how cold is the lake / how deep is the lake", ["how cold is the lake", "how deep is the lake"]],
    ["What does the permit cost and when do I apply?", ["What does the permit cost", "when do I apply?"]],
  ] as const;
  for (const [message, parts] of cases) {
    await t.step(message, () => assert.deepEqual(questionParts(message), parts));
  }
});

Deno.test("what asks one thing, or what does not stand alone, stays whole", async (t) => {
  const messages = [
    "How long do I boil water?",
    "which filter is better and why?",
    "we lost the trail and it gets dark, what do we do?",
    "What to do when a bear comes near?",
    "can I swim and fish in the lake",
    "how to know when to turn back",
    "When a bear charges, how do I use bear spray?",
    "Where the trail crosses a river, should I unbuckle my pack?",
    "In winter, when water is frozen, how do I melt snow?",
    "When should I turn around, when clouds build?",
    "How far is the hut, which is at 3000 m, from the lake?",
    "My friend, who is diabetic, feels shaky, how much sugar should he eat?",
    "How many people and how many dogs are allowed at the hut?",
    "How far up and how high is Trail Camp?",
    "how often and when do I change socks",
    "how much water and how much food do I carry per day",
    "What is giardia and how do I treat it?",
    "Is camping allowed? What does a permit cost? Where do I park?",
    "how cold, how wet, how windy and how steep is the ridge walk",
    "boots and socks",
    "",
    "and and and",
  ];
  for (const message of messages) {
    await t.step(message || "empty", () => assert.deepEqual(questionParts(message), []));
  }
});
