import assert from "node:assert/strict";
import { rateText } from "./cli.ts";

Deno.test("progress tells how fast it goes and how long it will take, once that can be told", () => {
  assert.equal(rateText(0, 10, 5), "");
  assert.equal(rateText(5, 10, 0.5), "");
  assert.equal(rateText(5, 10, 2), ", 2.5 a second, 2 s left");
  assert.equal(rateText(100, 10_000, 5), ", 20 a second, 8 min left");
  assert.equal(rateText(100, 1_000_000, 5), ", 20 a second, 14 h left");
  assert.equal(rateText(10, 10, 2), ", 5.0 a second");
});
