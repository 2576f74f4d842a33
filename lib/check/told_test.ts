import assert from "node:assert/strict";
import { told } from "./told.ts";

Deno.test("each sentence has its verdict, its reasons in words and its spans in its own text", () => {
  const claim = "It is dry. Wait 3 days. Camp there.";
  const base = { score: 0, read: [] };
  const checks = told(claim, [
    { ...base, start: 0, end: 10, label: "supported", rules: ["name"], unsupported: [] },
    {
      ...base,
      start: 11,
      end: 23,
      label: "unsupported",
      rules: ["number", "number"],
      unsupported: [{ start: 16, end: 17 }],
    },
    { ...base, start: 24, end: 35, label: "partly", rules: [], unsupported: [{ start: 24, end: 35 }] },
  ]);
  assert.deepEqual(checks.map(({ text, verdict }) => [text, verdict]), [
    ["It is dry.", "supported"],
    ["Wait 3 days.", "unsupported"],
    ["Camp there.", "partly"],
  ]);
  assert.deepEqual(checks.map(({ text, spans }) => spans.map(([start, end]) => text.slice(start, end))), [
    [],
    ["3"],
    ["Camp there."],
  ]);
  assert.deepEqual(checks.map(({ reasons }) => reasons), [
    [],
    ["The source does not say this number."],
    ["The source says only a part of this."],
  ]);
});
