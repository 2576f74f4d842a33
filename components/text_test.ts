import assert from "node:assert/strict";
import { inputName, passageHref, topicTitle } from "./text.ts";

Deno.test("a passage's address holds the document's id as one segment", () => {
  const href = passageHref({ documentId: "builtin/cards/a b", start: 3, end: 9 });
  assert.equal(href, "/library/builtin%2Fcards%2Fa%20b?start=3&end=9#passage");
});

Deno.test("names for people", () => {
  assert.equal(topicTitle("leave-no-trace"), "Leave no trace");
  assert.equal(topicTitle(null), "Other");
  assert.equal(inputName("distanceMiles"), "distance miles");
  assert.equal(inputName("ascent_feet"), "ascent feet");
});
