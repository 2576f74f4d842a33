import assert from "node:assert/strict";
import { typedChoice } from "./typed_choice.ts";

const TRAILS = { question: "Which trail?", options: ["Half Dome", "Mount Whitney Trail", "Mist Trail"] };
const TIMES = { question: "For when?", options: ["May 1 to November 1", "November 2 to April 30"] };

Deno.test("an option that is typed is the option", async (t) => {
  const cases = [
    ["Half Dome", TRAILS, "Half Dome"],
    ["half dome please", TRAILS, "Half Dome"],
    ["the Whitney one", TRAILS, "Mount Whitney Trail"],
    ["I mean mist trail", TRAILS, "Mist Trail"],
    ["in December", TIMES, "in December"],
    ["May 1", TIMES, "May 1 to November 1"],
  ] as const;
  for (const [message, asked, chosen] of cases) {
    await t.step(message, () => assert.equal(typedChoice(message, asked), chosen));
  }
});

Deno.test("what names none, or several, is a question of its own", async (t) => {
  const cases = [
    ["Bright Angel", TRAILS],
    ["the trail", TRAILS],
    ["is there water on half dome and where do I find it", TRAILS],
    ["Half Dome?", TRAILS],
    ["in December", TRAILS],
    ["", TRAILS],
    ["boots", TIMES],
  ] as const;
  for (const [message, asked] of cases) {
    await t.step(message || "empty", () => assert.equal(typedChoice(message, asked), ""));
  }
});
