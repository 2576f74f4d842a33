import assert from "node:assert/strict";
import { fakeDocument, LIGHTNING } from "../../tests/fakes.ts";
import { cardQuotes } from "./card.ts";

Deno.test("a card is shown whole and word for word, without headings", () => {
  const { sentences, citations } = cardQuotes(LIGHTNING);
  const items = LIGHTNING.blocks.filter(({ kind }) => kind === "item");
  assert.deepEqual(
    citations.map(({ quote }) => quote),
    items.map(({ start, end }) => LIGHTNING.text.slice(start, end)),
  );
  assert.deepEqual(sentences.map(({ citations }) => citations), citations.map(({ n }) => [n]));
  for (const { start, end, quote } of citations) assert.equal(LIGHTNING.text.slice(start, end), quote);
});

Deno.test("paragraphs are shown sentence by sentence, rows and quotes whole", () => {
  const card = fakeDocument({ id: "c", title: "C" }, [
    ["paragraph", "🚑 Call 911. Say where you are."],
    ["row", "a. | b."],
    ["quote", "Stay. Calm."],
  ]);
  assert.deepEqual(cardQuotes(card).sentences.map(({ text }) => text), [
    ...["🚑 Call 911.", "Say where you are.", "a. | b.", "Stay. Calm."],
  ]);
});
