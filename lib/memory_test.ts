import assert from "node:assert/strict";
import { draftAnswer } from "./answers/draft.ts";
import { Memory } from "./memory.ts";
import type { AnsweredQuestion } from "./records.ts";

const answered = (
  id: string,
  text: string,
  clarify: AnsweredQuestion["answer"]["clarify"] = null,
): AnsweredQuestion => ({
  question: { text, trail: null },
  packs: null,
  today: "2026-11-21",
  fittedSha256: "",
  answer: {
    ...draftAnswer("answer"),
    clarify,
    id,
    timings: {},
    versions: { app: "0", packs: [], encoder: null, reader: null, model: null, prompt: null },
  },
});

Deno.test("a follow-up means what was meant before", async (t) => {
  const memory = new Memory();
  memory.remember(answered("a", "Are dogs allowed?"), null);
  memory.remember(answered("b", "How long is Half Dome?"), "Half Dome");
  const ask = (question: string, id?: string, choice?: string) =>
    memory.resume({
      question,
      ...(id === undefined ? {} : { previous: { id, ...(choice === undefined ? {} : { choice }) } }),
    });
  const cases = [
    ["alone", ask("Hi?"), { text: "Hi?", trail: null }],
    ["on the trail of before", ask("And water?", "b"), { text: "And water?", trail: "Half Dome" }],
    ["an id that is forgotten", ask("And water?", "z"), { text: "And water?", trail: null }],
    ["a choice alone", ask("", "a", "Mist Trail"), { text: "Are dogs allowed? (Mist Trail)", trail: null }],
    ["the choice typed", ask("Mist Trail", "a", "Mist Trail"), {
      text: "Are dogs allowed? (Mist Trail)",
      trail: null,
    }],
    ["the question again", ask("Are dogs allowed?", "a", "Mist Trail"), {
      text: "Are dogs allowed? (Mist Trail)",
      trail: null,
    }],
    ["a choice that is in it", ask("Dogs on Mist Trail?", "a", "Mist Trail"), {
      text: "Dogs on Mist Trail?",
      trail: null,
    }],
    ["no emergency", ask("Half Dome lost", "b", "Not an emergency"), {
      text: "How long is Half Dome?",
      trail: "Half Dome",
      calm: true,
    }],
    ["an empty choice", ask("And water?", "b", " "), { text: "And water?", trail: "Half Dome" }],
    ["a choice for what is forgotten", ask("Mist Trail", "z", "Mist Trail"), {
      text: "Mist Trail",
      trail: null,
    }],
  ] as const;
  for (const [name, found, expected] of cases) await t.step(name, () => assert.deepEqual(found, expected));
});

Deno.test("the answer to a question back may be typed or named as a slot", async (t) => {
  const memory = new Memory();
  const clarify = { question: "Which trail?", options: ["Half Dome", "Mist Trail"] };
  memory.remember(answered("a", "Are dogs allowed?", clarify), null);
  const complete = { text: "Are dogs allowed? (Half Dome)", trail: null };
  const cases = [
    ["typed", { question: "half dome", previous: { id: "a" } }, complete],
    ["as a slot", { question: "", previous: { id: "a", slots: { trail: "Half Dome" } } }, complete],
    ["a new question", { question: "How do I treat water?", previous: { id: "a" } }, {
      text: "How do I treat water?",
      trail: null,
    }],
  ] as const;
  for (const [name, request, expected] of cases) {
    await t.step(name, () => assert.deepEqual(memory.resume(request), expected));
  }
});

Deno.test("the oldest question is forgotten first", () => {
  const memory = new Memory();
  for (let i = 0; i < 501; i++) memory.remember(answered(`${i}`, "q"), "T");
  const trail = (id: string) => memory.resume({ question: "q", previous: { id } }).trail;
  assert.deepEqual([trail("0"), trail("1"), trail("500")], [null, "T", "T"]);
});

Deno.test("an answer is recalled with what was asked", () => {
  const memory = new Memory();
  memory.remember(answered("a", "q"), "T");
  assert.equal(memory.recall("a")?.question.text, "q");
  assert.equal(memory.recall("b"), null);
});
