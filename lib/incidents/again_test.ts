import assert from "node:assert/strict";
import { draftAnswer } from "../answers/draft.ts";
import type { DocumentHead } from "../ports.ts";
import type { Question } from "../records.ts";
import type { Answer } from "../schema.ts";
import { type AskingAgain, meant, repeat, standingAlone } from "./again.ts";
import { type Incident, incidentOf } from "./incident.ts";

const said = (text: string, options: string[] = []): Answer => ({
  ...draftAnswer(options.length > 0 ? "clarify" : "answer"),
  id: "a",
  sentences: options.length > 0 ? [] : [{ text, origin: "quote", citations: [] }],
  clarify: options.length > 0 ? { question: text, options } : null,
  timings: {},
  versions: { app: "0", packs: [], encoder: null, reader: null, model: null, prompt: null },
});

/** Two trails; the ridge is asked back about the time of the year. Every answer names its question. */
const cairn: AskingAgain = {
  documents: () => [{ trail: "Ridge" }, { trail: "Loop" }, { trail: null }] as DocumentHead[],
  again: ({ text, trail, calm }) => {
    const on = /Ridge|Loop/.exec(text)?.[0] ?? trail;
    if (text.startsWith("Hi")) return Promise.resolve(said(`hi${calm === true ? ", calm" : ""}`));
    if (on === null) return Promise.resolve(said("Which trail?", ["Loop", "Ridge"]));
    if (on === "Loop" || text.includes("May")) return Promise.resolve(said(`${on}, ${text.includes("May")}`));
    return Promise.resolve(said("For when?", ["in May", "in July"]));
  },
};
const incidentFor = async (question: Question): Promise<Incident> =>
  await incidentOf(
    {
      question,
      packs: null,
      today: "2026-11-21",
      fittedSha256: "",
      answer: await cairn.again(question, null),
    },
    false,
    "2026-11-21T08:00:00Z",
  );

Deno.test("the question is found from what was typed", async (t) => {
  const cases = [
    ["alone", "open?", "open?"],
    ["with a trail", "open?", "open? (Loop)"],
    ["with a trail and a time", "open?", "open? (Ridge) (in May)"],
    ["with a time, on the trail of before", "open?", "open? (in July)"],
    ["with a trail that is not offered any more", "Hi?", "Hi? (Ridge)"],
    ["written whole", "open? (Loop)", "open? (Loop)"],
  ] as const;
  for (const [name, typed, asked] of cases) {
    await t.step(name, async () => {
      assert.equal(await meant(cairn, await incidentFor({ text: asked, trail: null }), typed), asked);
    });
  }
  await t.step("another one is not", async () => {
    assert.equal(await meant(cairn, await incidentFor({ text: "open? (Loop)", trail: null }), "shut?"), null);
  });
  await t.step("where nothing was chosen nothing is asked", async () => {
    const silent = { documents: () => assert.fail("asks"), again: () => assert.fail("asks") };
    assert.equal(await meant(silent, await incidentFor({ text: "open?", trail: null }), "shut?"), null);
  });
});

Deno.test("a question stands alone with the trail that it needs", async (t) => {
  const cases: readonly (readonly [name: string, question: Question, alone: string])[] = [
    ["none", { text: "open?", trail: null }, "open?"],
    ["one that matters", { text: "open?", trail: "Loop" }, "open? (Loop)"],
    ["one that changes nothing", { text: "open on the Loop?", trail: "Ridge" }, "open on the Loop?"],
  ];
  for (const [name, question, alone] of cases) {
    await t.step(name, async () => {
      const incident = await incidentFor(question);
      const repeated = await repeat(cairn, incident, question.text);
      assert.equal(repeated.identical, true);
      assert.equal(await standingAlone(cairn, incident, repeated), alone);
    });
  }
});

Deno.test("asking again tells how it was asked, or that it comes out otherwise now", async () => {
  const calm = await incidentFor({ text: "Hi?", trail: null, calm: true });
  assert.equal((await repeat(cairn, calm, "Hi?")).question.calm, true);
  const { identical, question } = await repeat(cairn, { ...calm, answerSha256: "" }, "Hi?");
  assert.deepEqual([identical, question], [false, { text: "Hi?", trail: null, calm: false }]);
});
