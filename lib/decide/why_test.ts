import assert from "node:assert/strict";
import { why } from "./why.ts";

const base = {
  probability: 0.714,
  threshold: 0.5,
  risk: "high",
  note: "answered",
  byRule: false,
  pushes: [],
} as const;

Deno.test("the strongest on each side are named, the weak are not", () => {
  const pushes = [
    { name: "reading", push: 1.2 },
    { name: "coverage", push: 0.05 },
    { name: "answerSure", push: 0.4 },
    { name: "span", push: 0.3 },
    { name: "unknownName", push: -0.8 },
    { name: "missing", push: -0.05 },
  ];
  assert.deepEqual(why({ ...base, pushes }), [
    "How likely the passages answer the question: 71 %. Documents of high risk need 50 %.",
    "For an answer: the reader sees an answer in a passage; the reader can tell which words answer.",
    "Against one: a name you use is in no document.",
  ]);
});

Deno.test("a rule speaks for itself, and nothing is said where nothing tipped it", () => {
  assert.deepEqual(why({ ...base, probability: null, note: "small talk" }), [
    "A rule settled this before any passage was weighed: small talk.",
  ]);
  assert.deepEqual(why({ ...base, byRule: true, note: "no document knows Zermatt" }), [
    "A rule settled this: no document knows Zermatt.",
    "How likely the passages answer the question: 71 %. Documents of high risk need 50 %.",
  ]);
  assert.equal(why(base).length, 1);
});
