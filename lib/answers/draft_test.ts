import assert from "node:assert/strict";
import { Answer, OUTCOMES, REASONS } from "../schema.ts";
import { draftAnswer, refusal } from "./draft.ts";
import { helpFor } from "../compose/help.ts";

const versions = { app: "0", packs: [], encoder: null, reader: null, model: null, prompt: null };

Deno.test("every draft is a whole answer", () => {
  const drafts = [
    ...OUTCOMES.map(draftAnswer),
    ...REASONS.map((reason) => refusal(reason, helpFor(reason, null))),
  ];
  for (const draft of drafts) Answer.parse({ ...draft, id: "a", timings: {}, versions });
});

Deno.test("drafts share nothing that one answer could change in another", () => {
  draftAnswer("answer").sentences.push({ text: "x", origin: "quote", citations: [] });
  assert.deepEqual(draftAnswer("answer").sentences, []);
});
