import assert from "node:assert/strict";
import type { Citation, Sentence } from "../lib/schema.ts";
import { listItem, runsOf } from "./runs.ts";

const citation = (n: number, documentId: string, start: number): Citation => ({
  ...{
    n,
    documentId,
    start,
    end: start + 50,
    pack: "p",
    title: documentId,
    quote: "q",
    asOf: null,
    source: null,
  },
});
const quote = (text: string, ...citations: number[]): Sentence => ({ text, origin: "quote", citations });

Deno.test("sentences near each other in one document share a source line", () => {
  const runs = runsOf({
    sentences: [quote("A.", 1), quote("B.", 2), quote("C.", 3), quote("D.", 4)],
    citations: [citation(1, "a", 100), citation(2, "a", 0), citation(3, "a", 5000), citation(4, "b", 5000)],
  });
  assert.deepEqual(runs.map(({ source }) => [source?.documentId, source?.start, source?.end]), [
    ["a", 0, 150],
    ["a", 5000, 5050],
    ["b", 5000, 5050],
  ]);
});

Deno.test("consecutive items become one list, with their numbers; a new count is a new list", () => {
  const [run, ...others] = runsOf({
    sentences: ["Before.", "1. One.", "2) Two.", "1. Again.", "• Dot.", "- Dash."].map((text) =>
      quote(text, 1)
    ),
    citations: [citation(1, "a", 0)],
  });
  assert.equal(others.length, 0);
  assert.deepEqual(
    run?.parts.map((part) =>
      part.kind === "list" ? part.items.map(({ number, text }) => [number, text]) : "text"
    ),
    ["text", [[1, "One."], [2, "Two."]], [[1, "Again."]], [[null, "Dot."], [null, "Dash."]]],
  );
});

Deno.test("wording of another origin, and a sentence with several sources, stand alone", () => {
  const runs = runsOf({
    sentences: [
      quote("A.", 1),
      { text: "B.", origin: "generated", citations: [1] },
      quote("C.", 1, 2),
      quote("D."),
    ],
    citations: [citation(1, "a", 0), citation(2, "b", 0)],
  });
  assert.deepEqual(runs.map(({ origin, also, source }) => [origin, also.length, source?.n ?? null]), [
    ["quote", 0, 1],
    ["generated", 0, 1],
    ["quote", 1, 1],
    ["quote", 0, null],
  ]);
});

Deno.test("a figure at the start of a sentence is no list number", () => {
  for (const text of ["2.5 miles to camp.", "911 is the number.", "–20 °C is cold."]) {
    assert.equal(listItem(text), null);
  }
});
