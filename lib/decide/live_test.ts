import assert from "node:assert/strict";
import { asksLive } from "./live.ts";

const LIVE = [
  "Is the trail open today?",
  "What’s the weather tomorrow?",
  "Is it snowing on Whitney right now",
  "current trail conditions",
  "Are there permits left for this weekend?",
  "Is the Half Dome cable route still closed?",
  "is there still snow on the pass",
  "is the pass still snowed in",
  "IS THE CREEK RUNNING AT THE MOMENT?",
  "what time is it",
  "where am i",
  "forecast",
];

const TIMELESS = [
  "How long should I boil water?",
  "Where do bears live?",
  "Can ticks live in water?",
  "How do I cross a river with a strong current and deep water?",
  "The water is still cloudy after filtering, how do I treat it?",
  "My socks are not dry yet, how do I avoid blisters?",
  "is it still safe to drink water that is cloudy",
  "can I still drink water from a plastic bottle left in the sun",
  "When does the road usually open?",
  "How much water does the trail need?",
  "What should I do in snow?",
  "",
];

Deno.test("questions about the state of things now", async (t) => {
  for (const question of LIVE) await t.step(question, () => assert.ok(asksLive(question)));
});

Deno.test("questions that a document can answer", async (t) => {
  for (const question of TIMELESS) await t.step(question || "empty", () => assert.ok(!asksLive(question)));
});
