import assert from "node:assert/strict";
import type { Perishable } from "../schema.ts";
import { isStale } from "./stale.ts";

Deno.test("only statements about a changing state go stale", async (t) => {
  const today = "2026-11-20";
  const cases: [string, Perishable[], string | null, boolean][] = [
    ["how-to text, old", [], "1999-01-01", false],
    ["how-to text, undated", [], null, false],
    ["undated snow", ["snow"], null, true],
    ["snow a week old", ["snow"], "2026-11-13", false],
    ["snow of eight days", ["snow"], "2026-11-12", true],
    ["fire of three days", ["fire"], "2026-11-17", false],
    ["fire of four", ["fire"], "2026-11-16", true],
    ["a permit of last year", ["permit"], "2025-12", false],
    ["a permit of two years ago", ["permit"], "2024", true],
    ["the shorter of two", ["permit", "fire"], "2026-10-01", true],
    ["today", ["fire"], today, false],
    ["tomorrow, by another time zone", ["fire"], "2026-11-21", false],
  ];
  for (const [name, perishable, asOf, stale] of cases) {
    await t.step(name, () => assert.equal(isStale({ perishable, asOf }, today), stale));
  }
});

Deno.test("days are counted over the end of a month and a leap day", () => {
  assert.ok(!isStale({ perishable: ["fire"], asOf: "2028-02-27" }, "2028-03-01"));
  assert.ok(isStale({ perishable: ["fire"], asOf: "2027-02-25" }, "2027-03-01"));
});
