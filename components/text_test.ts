import assert from "node:assert/strict";
import { REASONS } from "../lib/schema.ts";
import { CRISIS_HELP } from "../lib/text/crisis.ts";
import { formatDate, inputName, passageHref, refusalLead, refusalText, topicTitle } from "./text.ts";

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

Deno.test("a passage's address holds the document's id as one segment", () => {
  const href = passageHref({ documentId: "builtin/cards/a b", start: 3, end: 9 });
  assert.equal(href, "/library/builtin%2Fcards%2Fa%20b?start=3&end=9#passage");
});

Deno.test("every reason a refusal can have is worded", () => {
  const cautionOnly = new Set(["conflicting_sources"]);
  for (const reason of REASONS) {
    if (!cautionOnly.has(reason)) assert.notEqual(refusalText(reason), refusalText(null), reason);
  }
});

Deno.test("whoever may harm themselves is not told what the documents lack", () => {
  const lead = refusalLead({ reason: "no_evidence", help: CRISIS_HELP });
  assert.match(lead, /talk to someone now/);
  assert.doesNotMatch(lead, /document|device/);
  const other = { wanted: "A document about this.", ask: "A ranger." };
  assert.equal(refusalLead({ reason: "no_evidence", help: other }), refusalText("no_evidence"));
  assert.equal(refusalLead({ reason: "no_evidence", help: null }), refusalText("no_evidence"));
});

Deno.test("names for people", () => {
  assert.equal(topicTitle("leave-no-trace"), "Leave no trace");
  assert.equal(topicTitle(null), "Other");
  assert.equal(inputName("distanceMiles"), "distance miles");
  assert.equal(inputName("ascent_feet"), "ascent feet");
});
