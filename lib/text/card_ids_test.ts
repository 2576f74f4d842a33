import assert from "node:assert/strict";
import { BUILTIN } from "../config.ts";
import { CARD_ID, CARDS_PACK } from "./card_ids.ts";

Deno.test("the cards are one of the built-in packs", () => {
  assert.ok(BUILTIN.some(({ id }) => id === CARDS_PACK));
});

Deno.test("ids of cards are words joined by hyphens", () => {
  for (const id of ["cpr", "heat-stroke", "low-blood-sugar"]) assert.match(id, CARD_ID);
  for (const id of ["", "-", "--", "a-", "-a", "Burns", "a/b", "../x", "burns?", "b 1"]) {
    assert.doesNotMatch(id, CARD_ID);
  }
});
