import assert from "node:assert/strict";
import { draftAnswer } from "../answers/draft.ts";
import type { Answer, Outcome, Reason } from "../schema.ts";
import { Metrics } from "./metrics.ts";

const answer = (outcome: Outcome, reason: Reason | null = null): Answer => ({
  ...draftAnswer(outcome),
  reason,
  id: "secret question",
  timings: {},
  versions: { app: "0", packs: [], encoder: null, reader: null, model: null, prompt: null },
});

Deno.test("answers are counted by outcome and reason", () => {
  const metrics = new Metrics();
  metrics.record(answer("answer"), 0.005);
  metrics.record(answer("answer"), 0.03);
  metrics.record(answer("refuse", "live_data"), 7);
  const lines = metrics.expose().split("\n");
  const holds = (line: string) => assert.ok(lines.includes(line), `${line} in\n${lines.join("\n")}`);
  holds('cairn_answers_total{outcome="answer",reason=""} 2');
  holds('cairn_answers_total{outcome="refuse",reason="live_data"} 1');
  holds('cairn_answer_seconds_bucket{le="0.005"} 1');
  holds('cairn_answer_seconds_bucket{le="0.02"} 1');
  holds('cairn_answer_seconds_bucket{le="0.05"} 2');
  holds('cairn_answer_seconds_bucket{le="5"} 2');
  holds('cairn_answer_seconds_bucket{le="+Inf"} 3');
  holds("cairn_answer_seconds_sum 7.035000");
  holds("cairn_answer_seconds_count 3");
  assert.ok(!metrics.expose().includes("secret"));
});

Deno.test("the exposition is well formed, before the first answer too", () => {
  const text = new Metrics().expose();
  assert.ok(text.endsWith("\n"));
  for (const line of text.trim().split("\n")) {
    assert.match(line, /^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? [\d.]+)$/);
  }
});
