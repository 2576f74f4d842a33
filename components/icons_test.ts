import assert from "node:assert/strict";
import { ICON_NAMES, iconOf } from "./icons.ts";

Deno.test("every icon is drawn, and every drawing used", async () => {
  const svg = await Deno.readTextFile(new URL("../static/icons.svg", import.meta.url));
  const drawn = [...svg.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id ?? "");
  assert.deepEqual(drawn.toSorted(), ICON_NAMES.toSorted());
});

Deno.test("a card's id finds its drawing", async (t) => {
  const cases = [
    ["heat-stroke", "sun"],
    ["stroke", "brain"],
    ["severe-bleeding", "drop"],
    ["low-blood-sugar", "drop-minus"],
    ["calling-for-help", "phone"],
    ["unconscious-breathing", "lying"],
    ["a-card-of-your-own", "cross"],
  ] as const;
  for (const [card, icon] of cases) await t.step(card, () => assert.equal(iconOf(card), icon));
});
