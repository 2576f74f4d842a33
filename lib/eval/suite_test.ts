import assert from "node:assert/strict";
import { draftAnswer } from "../answers/draft.ts";
import { type Answer, type Outcome, SuiteCase } from "../schema.ts";
import { holds, judge, readSuite } from "./suite.ts";

const answer = (outcome: Outcome, text = "", quote = text): Answer => ({
  ...draftAnswer(outcome),
  sentences: [{ text, origin: "quote", citations: [1] }],
  citations: [{
    n: 1,
    pack: "p",
    documentId: "d",
    title: "t",
    start: 0,
    end: 1,
    quote,
    asOf: null,
    source: null,
  }],
  id: "a",
  timings: {},
  versions: { app: "0", packs: [], encoder: null, reader: null, model: null, prompt: null },
});
const test = (parts: Partial<SuiteCase>) =>
  SuiteCase.parse({ id: "c", question: "q", expect: "answer", ...parts });

Deno.test("refusing cannot hide errors and answering cannot hide refusals", async (t) => {
  const boil = { must: ["1 minute"], must_not: ["10 minutes"] };
  const cases: [string, Partial<SuiteCase>, Answer, string][] = [
    ["right answer", boil, answer("answer", "Boil 1 Minute."), "right"],
    ["caution counts as shown", boil, answer("caution", "1 minute"), "right"],
    ["a card counts as shown", boil, answer("card", "1 minute"), "right"],
    ["a must is missing", boil, answer("answer", "Boil it."), "wrong"],
    ["a must_not is there", boil, answer("answer", "1 minute, not 10 minutes"), "wrong"],
    ["refused although answerable", boil, answer("refuse"), "refused"],
    ["asked back although answerable", boil, answer("clarify"), "refused"],
    ["rightly refused", { expect: "refuse" }, answer("refuse"), "right"],
    ["rightly asked back", { expect: "refuse" }, answer("clarify"), "right"],
    ["answered although not", { expect: "refuse" }, answer("answer", "x"), "wrong"],
    ["cautiously answered although not", { expect: "refuse" }, answer("caution", "x"), "wrong"],
    ["either, refused", { expect: "either", ...boil }, answer("refuse"), "right"],
    ["either, wrong", { expect: "either", ...boil }, answer("answer", "10 minutes"), "wrong"],
  ];
  for (const [name, parts, given, verdict] of cases) {
    await t.step(name, () => assert.equal(judge(test(parts), given), verdict));
  }
});

Deno.test("must may stand in a citation, must_not counts only where it is shown", () => {
  const given = answer("answer", "Boil it.", "Boil it.\nFor  10 minutes.");
  assert.ok(holds(test({ must: ["10 minutes"] }), given));
  assert.ok(holds(test({ must_not: ["10 minutes"] }), given));
  assert.ok(!holds(test({ must: ["10 hours"] }), given));
});

Deno.test("a suite is read with its defaults, a broken pattern named with its line", async () => {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, '{"id":"1","question":"q","expect":"either","extra":1}\n');
    assert.deepEqual(await readSuite(path), [test({ id: "1", expect: "either" })]);
    await Deno.writeTextFile(path, '\n{"id":"1","question":"q","expect":"answer","must":["("]}');
    await assert.rejects(readSuite(path), {
      name: "SyntaxError",
      message: /line 2: \( is no regular expression/,
    });
    await Deno.writeTextFile(path, '{"id":"1","question":"q","expect":"maybe"}');
    await assert.rejects(readSuite(path), { message: /line 1: expect/ });
  } finally {
    await Deno.remove(path);
  }
});
