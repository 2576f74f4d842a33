import assert from "node:assert/strict";
import { areApart, saysWhen, timesIn } from "./when.ts";

const named = (text: string) => timesIn(text).map(({ start, end }) => text.slice(start, end));

Deno.test("times of the year and of the week are found as they are written", async (t) => {
  const cases: readonly (readonly [text: string, times: string[]])[] = [
    ["The quota season runs from May 1 to November 1.", ["May 1 to November 1"]],
    ["From November 2 to April 30 permits were not limited in 2024.", ["November 2 to April 30"]],
    ["Open 15 June – 30 September only.", ["15 June – 30 September"]],
    ["Tap May–October, last tap.", ["May–October"]],
    ["Carry crampons in spring and early summer.", ["spring"]],
    ["The road closes in the winter.", ["winter"]],
    ["It is full on weekends and quiet on weekdays.", ["weekends", "weekdays"]],
    ["You may march to the hut.", []],
    ["Fall on your side.", []],
    ["One brief dated 31 August 2026 says so.", []],
  ];
  for (const [text, times] of cases) await t.step(text, () => assert.deepEqual(named(text), times));
});

Deno.test("times are apart where they never meet", async (t) => {
  const cases: readonly (readonly [a: string, b: string, apart: boolean])[] = [
    ["from May 1 to November 1", "from November 2 to April 30", true],
    ["from May 1 to November 1", "from November 1 to April 30", false],
    ["in winter", "in summer", true],
    ["in winter", "December to March", false],
    ["November 2 to April 30", "in winter", false],
    ["on weekends", "on weekdays", true],
    ["on weekends", "in summer", false],
  ];
  for (const [a, b, apart] of cases) {
    await t.step(`${a} / ${b}`, () => assert.equal(areApart(timesIn(a)[0]!, timesIn(b)[0]!), apart));
  }
});

Deno.test("a question that says when is not asked again", async (t) => {
  const cases: readonly (readonly [question: string, says: boolean])[] = [
    ["How many permits are there a day?", false],
    ["How many permits are there a day (May 1 to November 1)?", true],
    ["Do I need crampons in October?", true],
    ["is the road open in winter", true],
    ["When does the road open?", true],
    ["May I bring a dog?", false],
    ["may i march to the hut", false],
    ["Is the hut open on Sundays?", true],
    ["will i fall on the cables", true],
  ];
  for (const [question, says] of cases) await t.step(question, () => assert.equal(saysWhen(question), says));
});
