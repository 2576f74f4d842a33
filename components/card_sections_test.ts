import assert from "node:assert/strict";
import { LIGHTNING } from "../tests/fakes.ts";
import { cardSections } from "./card_sections.ts";

Deno.test("a card falls into what to do, what to leave and what to look out for", () => {
  const sections = cardSections(LIGHTNING);
  assert.deepEqual(sections.map(({ heading, tone, items }) => [heading, tone, items.length]), [
    ["Do now", "do", 4],
    ["Do not", "avoid", 2],
    ["Watch for", "watch", 1],
  ]);
  assert.deepEqual(sections[0]?.items[1], {
    number: 2,
    text: "With no building or vehicle, get off peaks and ridges and go below treeline.",
  });
});

Deno.test("text before the first heading is kept", () => {
  const [section] = cardSections({ text: "Act now.", blocks: [{ start: 0, end: 8, kind: "paragraph" }] });
  assert.deepEqual(section, { heading: null, tone: "do", items: [], paragraphs: ["Act now."] });
});
