import assert from "node:assert/strict";
import { ANSWERS } from "../tests/fakes.ts";
import { type Draft, EMPTY_DRAFT, received, shown } from "./draft.ts";

const after = (...events: [string, unknown][]): Draft =>
  events.reduce((draft, [event, data]) => received(draft, event, JSON.stringify(data)), EMPTY_DRAFT);

const BOIL = ANSWERS["boil"];
const BEAR = ANSWERS["bear"];
assert.ok(BOIL && BEAR);
const [passage] = BOIL.citations;
const [sentence] = BOIL.sentences;

Deno.test("the passage stands until sentences come, and they until the answer", () => {
  assert.equal(shown(after(["decision", BOIL])), null);
  const first = shown(after(["decision", BOIL], ["passage", passage]));
  assert.deepEqual(first?.sentences, [sentence]);
  const second = shown(
    after(["decision", BOIL], ["passage", passage], ["sentence", sentence], ["sentence", sentence]),
  );
  assert.deepEqual(second?.sentences, [sentence], "a repeated sentence is shown once");
  assert.deepEqual(shown(after(["decision", BOIL], ["answer", BOIL])), BOIL);
});

Deno.test("the passages of a refusal are not shown as an answer", () => {
  assert.equal(shown(after(["decision", BEAR], ["passage", BEAR.nearest[0]])), null);
});

Deno.test("events of later versions change nothing", () => {
  assert.equal(received(EMPTY_DRAFT, "novelty", "not json"), EMPTY_DRAFT);
});
