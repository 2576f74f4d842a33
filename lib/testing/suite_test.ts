import assert from "node:assert/strict";
import type { Answer, SuiteCase } from "../schema.ts";
import type { Asked } from "./open.ts";
import { type Judged, limitsCrossed, runSuite } from "./suite.ts";

const ANSWERS: Readonly<Record<string, Pick<Answer, "outcome" | "sentences" | "citations">>> = {
  right: {
    outcome: "answer",
    sentences: [{ text: "Boil it for 1 minute.", origin: "quote", citations: [] }],
    citations: [],
  },
  wrong: {
    outcome: "caution",
    sentences: [{ text: "Boil it for 9 minutes.", origin: "quote", citations: [] }],
    citations: [],
  },
  none: { outcome: "refuse", sentences: [], citations: [] },
};
const cairn = {
  ask: (question: string) => Promise.resolve({ question, answer: ANSWERS[question] } as unknown as Asked),
};
const one = (id: string, question: string, expect: SuiteCase["expect"]): SuiteCase => ({
  id,
  question,
  expect,
  documents: [],
  must: expect === "answer" ? ["1 minute"] : [],
  must_not: expect === "either" ? ["9 minutes"] : [],
});
const report = (...tests: SuiteCase[]): Promise<Judged[]> => runSuite(tests, cairn);

Deno.test("without limits every case has to be right", async () => {
  const good = await report(
    one("a", "right", "answer"),
    one("b", "none", "refuse"),
    one("c", "right", "either"),
  );
  assert.deepEqual(good.map(({ verdict }) => verdict), ["right", "right", "right"]);
  assert.deepEqual(limitsCrossed(good), []);
  const bad = await report(
    one("a", "none", "answer"),
    one("b", "right", "refuse"),
    one("c", "wrong", "either"),
  );
  assert.deepEqual(limitsCrossed(bad).map((line) => line.split(":")[0]), [
    "unanswerable answered",
    "answerable refused",
    "answered right",
    "claimed what it must not",
  ]);
});

Deno.test("a limit is crossed by more than it, and the line holds counts and interval", async () => {
  const half = await report(one("a", "right", "answer"), one("b", "none", "answer"));
  const limits = { answerableRefused: 0.5 };
  assert.deepEqual(limitsCrossed(half, limits), []);
  assert.deepEqual(limitsCrossed(half, { answerableRefused: 0.4, correct: 0.5 }), [
    "answerable refused: 1 of 2, 50.0 % (9.5 % – 90.5 %); the limit is 40.0 %",
  ]);
});

Deno.test("an answer without its fact is answered, and not right", async () => {
  const wrong = await report(one("a", "wrong", "answer"), one("b", "right", "answer"));
  assert.deepEqual(limitsCrossed(wrong, { correct: 0.6 }).length, 1);
  assert.deepEqual(limitsCrossed(wrong, { correct: 0.5 }), []);
});

Deno.test("a limit is a share", () => {
  assert.throws(
    () => limitsCrossed([], { answerableRefused: 20 }),
    /answerableRefused is 20; limits are shares/,
  );
  assert.throws(() => limitsCrossed([], { correct: NaN }), RangeError);
});
