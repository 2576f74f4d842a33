import assert from "node:assert/strict";
import { REASONS } from "../schema.ts";
import { CRISIS_HELP } from "./crisis.ts";
import { cardOffer, cautionText, refusalLead, refusalText } from "./wording.ts";

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

Deno.test("old news is told with its oldest date", () => {
  const old = { reason: "stale_source", citations: [{ asOf: "2024-06-02" }, { asOf: "2026-11-20" }] };
  assert.match(cautionText(old), /as of 2 June 2024/);
  assert.match(cautionText({ ...old, citations: [{ asOf: null }] }), /no date/);
});

Deno.test("a card that may be meant is named as people write it", () => {
  assert.equal(cardOffer("low-blood-sugar").link, "Emergency card: low blood sugar");
  assert.equal(cardOffer("altitude-hace").link, "Emergency card: altitude HACE");
  assert.doesNotMatch(Object.values(cardOffer("crisis")).join(" "), /emergency|crisis|danger/i);
});
