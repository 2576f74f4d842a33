import assert from "node:assert/strict";
import { formatDate } from "./dates.ts";

Deno.test("formatDate keeps a date's precision", async (t) => {
  const cases = [
    ["2026-11-20", "20 November 2026"],
    ["2026-01-02T10:00:00Z", "2 January 2026"],
    ["2026-11", "November 2026"],
    ["2026", "2026"],
    ["last summer", "last summer"],
  ] as const;
  for (const [iso, expected] of cases) await t.step(iso, () => assert.equal(formatDate(iso), expected));
});
