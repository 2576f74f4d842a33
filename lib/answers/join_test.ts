import assert from "node:assert/strict";
import { type Draft, draftAnswer } from "./draft.ts";
import { joinDrafts } from "./join.ts";

/** An answer that quotes ranges of one document, each with a letter as its text. */
function quoted(documentId: string, ranges: Readonly<Record<string, readonly [number, number]>>): Draft {
  const citations = Object.entries(ranges).map(([quote, [start, end]], i) => ({
    ...{ n: i + 1, pack: "p", documentId, title: documentId, start, end, quote, asOf: null, source: null },
  }));
  const sentences = citations.map(({ n, quote }) => ({
    text: quote,
    origin: "quote" as const,
    citations: [n],
  }));
  return { ...draftAnswer("answer"), confidence: 0.8, sentences, citations };
}
const shown = ({ sentences }: Draft) => sentences.map(({ text, citations }) => [text, ...citations]);

Deno.test("answers stand one after the other, their citations numbered anew", () => {
  const joined = joinDrafts(quoted("a", { x: [0, 5], y: [6, 9] }), quoted("b", { z: [0, 4] }));
  assert.deepEqual(shown(joined), [["x", 1], ["y", 2], ["z", 3]]);
  assert.deepEqual(joined.citations.map(({ n, documentId }) => [n, documentId]), [[1, "a"], [2, "a"], [
    3,
    "b",
  ]]);
  assert.equal(joined.outcome, "answer");
});

Deno.test("a line that both quote, such as a table's header, is shown once", () => {
  const joined = joinDrafts(quoted("a", { h: [0, 5], x: [6, 9] }), quoted("a", { h: [0, 5], y: [10, 12] }));
  assert.deepEqual(shown(joined), [["h", 1], ["x", 2], ["y", 3]]);
});

Deno.test("one caution makes the whole a caution, and the least confidence counts", () => {
  const weak = {
    ...quoted("b", { z: [0, 4] }),
    outcome: "caution",
    reason: "stale_source",
    confidence: 0.5,
  } as const;
  const joined = joinDrafts(quoted("a", { x: [0, 5] }), weak);
  assert.deepEqual([joined.outcome, joined.reason, joined.confidence], ["caution", "stale_source", 0.5]);
});
