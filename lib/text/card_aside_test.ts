import assert from "node:assert/strict";
import { cardAndAside } from "./card_aside.ts";

const sentence = (...citations: number[]) => ({ citations });
const citation = (n: number, documentId: string) => ({ n, documentId });

Deno.test("what stands aside from a card is of another document", async (t) => {
  const card = [citation(1, "cards/burns"), citation(2, "cards/burns")];
  const cases: [string, Parameters<typeof cardAndAside>[0], number, number][] = [
    ["no card", { card: null, sentences: [sentence(1)], citations: [citation(1, "handbook/burns")] }, 1, 0],
    ["a card alone", { card: "burns", sentences: [sentence(1), sentence(2)], citations: card }, 2, 0],
    [
      "a card and a sentence",
      {
        card: "burns",
        sentences: [sentence(1), sentence(3)],
        citations: [...card, citation(3, "handbook/burns")],
      },
      1,
      1,
    ],
    [
      "while it arrives",
      {
        card: "burns",
        sentences: [sentence(1), sentence(2), sentence(3)],
        citations: card.slice(0, 1),
      },
      3,
      0,
    ],
    ["nothing yet", { card: "burns", sentences: [], citations: [] }, 0, 0],
  ];
  for (const [name, answer, own, aside] of cases) {
    await t.step(name, () => {
      const parts = cardAndAside(answer);
      assert.deepEqual([parts.own.length, parts.aside.length], [own, aside]);
    });
  }
});
