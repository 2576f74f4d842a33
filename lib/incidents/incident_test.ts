import assert from "node:assert/strict";
import { draftAnswer } from "../answers/draft.ts";
import type { AnsweredQuestion } from "../records.ts";
import type { Answer } from "../schema.ts";
import { candidates, digestOf, Incident, incidentOf, isAnswerOf, isQuestionOf } from "./incident.ts";
import { regressionCase, unsaid } from "./regression.ts";

const ANSWER: Answer = {
  ...draftAnswer("answer"),
  id: "0a1b2c3d-0000-4000-8000-000000000000",
  confidence: 0.7,
  sentences: [{ text: "Cross the creek (dry in May) at mile 2.5.", origin: "quote", citations: [1] }],
  timings: { total: 12 },
  versions: {
    app: "0.1.0",
    packs: [{ id: "p", hash: "ab" }],
    encoder: "e",
    reader: "r",
    model: null,
    prompt: null,
  },
};
const ANSWERED: AnsweredQuestion = {
  question: { text: "where do I cross?", trail: "Mist Trail", calm: true },
  packs: ["p"],
  today: "2026-11-21",
  fittedSha256: "f",
  answer: ANSWER,
};
const WHEN = "2026-11-22T08:00:00.000Z";

Deno.test("without consent nothing of the question is kept, and yet it is known again", async () => {
  const incident = await incidentOf(ANSWERED, false, WHEN);
  assert.deepEqual(Incident.parse(JSON.parse(JSON.stringify(incident))), incident);
  assert.equal(incident.id, "2026-11-21-0a1b2c3d");
  assert.equal(incident.asked, null);
  assert.doesNotMatch(JSON.stringify(incident), /cross|Mist|creek/);
  assert.equal(await isQuestionOf(incident, "where do I cross?"), true);
  assert.equal(await isQuestionOf(incident, "where do I cross"), false);
  const again = await incidentOf(ANSWERED, false, WHEN);
  assert.notEqual(again.questionHash.sha256, incident.questionHash.sha256, "each has its own salt");
});

Deno.test("with consent question, trail and answer are kept", async () => {
  const { asked } = await incidentOf(ANSWERED, true, WHEN);
  assert.deepEqual(asked, { text: "where do I cross?", trail: "Mist Trail", calm: true, answer: ANSWER });
});

Deno.test("an answer is the same whatever its id and however long it took", async () => {
  const digest = await digestOf(ANSWER);
  assert.equal(await digestOf({ ...ANSWER, id: "other", timings: {} }), digest);
  assert.notEqual(await digestOf({ ...ANSWER, confidence: 0.71 }), digest);
});

Deno.test("an answer is the same in whichever order packs were opened", async () => {
  const over = (...ids: string[]): Answer => ({
    ...ANSWER,
    versions: { ...ANSWER.versions, packs: ids.map((id) => ({ id, hash: id })) },
  });
  const incident = await incidentOf({ ...ANSWERED, answer: over("b", "a") }, false, WHEN);
  assert.equal(await isAnswerOf(incident, over("b", "a")), true);
  assert.equal(await isAnswerOf(incident, over("a", "b")), true);
  assert.equal(await isAnswerOf(incident, over("a", "b", "c")), false);
  assert.equal(await isAnswerOf(incident, over("a")), false);
});

Deno.test("what a suite cannot ask with is said in words", () => {
  const question = { text: "q", trail: null };
  assert.deepEqual(unsaid({ packs: null }, question), []);
  assert.match(unsaid({ packs: null }, { ...question, calm: true }).join(), /Not an emergency/);
  assert.match(unsaid({ packs: ["a", "b"] }, question).join(), /these packs alone: a, b/);
});

Deno.test("what was not kept is tried: every trail, and with the card sent away", async () => {
  const kept = candidates(await incidentOf(ANSWERED, true, WHEN), "where do I cross?", ["A"]);
  assert.deepEqual(kept, [{ text: "where do I cross?", trail: "Mist Trail", calm: true }]);
  const tried = candidates(await incidentOf(ANSWERED, false, WHEN), "q", ["A"]);
  assert.deepEqual(tried.map(({ trail, calm }) => [trail, calm]), [
    [null, false],
    ["A", false],
    [null, true],
    [
      "A",
      true,
    ],
  ]);
});

Deno.test("a case fails as long as the answer is what was reported", async (t) => {
  const made = (outcome: Incident["outcome"], wanted = {}) =>
    regressionCase({ id: "x", outcome }, "q?", ANSWER, wanted);
  await t.step("what was shown must not be shown", () => {
    const { expect, must_not: mustNot } = made("answer");
    assert.equal(expect, "either");
    assert.match(ANSWER.sentences[0]!.text, new RegExp(mustNot[0]!, "i"));
  });
  await t.step("a long sentence is named by its first words", () => {
    const text = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen.";
    const [pattern] = regressionCase({ id: "x", outcome: "answer" }, "q?", {
      sentences: [{ text, origin: "quote", citations: [] }],
    }).must_not;
    assert.ok(text.startsWith(pattern!) && pattern!.endsWith("twelve") === false && pattern!.length <= 60);
  });
  await t.step("what was refused must be answered", () => assert.equal(made("refuse").expect, "answer"));
  await t.step("somebody knows what is right", () => {
    const { expect, must, must_not: mustNot } = made("answer", { must: ["bridge"] });
    assert.deepEqual([expect, must, mustNot], ["answer", ["bridge"], []]);
  });
  await t.step("somebody knows that nothing is", () => {
    assert.deepEqual([made("answer", { expect: "refuse" }).must_not], [[]]);
  });
});
