import assert from "node:assert/strict";
import { isForeign } from "./language.ts";

Deno.test("other languages are noticed", async (t) => {
  const cases = [
    "¿Cuánta agua necesito por día?",
    "Wie lange muss ich Wasser kochen?",
    "Combien de temps faut-il faire bouillir l’eau ?",
    "Dove posso trovare acqua?",
    "如何净化水？",
    "Как очистить воду?",
    "كيف أنقي الماء؟",
    "水 treat 方法 教えて",
  ];
  for (const question of cases) await t.step(question, () => assert.ok(isForeign(question)));
});

Deno.test("English is English, with foreign names in it too", async (t) => {
  const cases = [
    "How long do I boil water?",
    "How far is Los Altos from Las Vegas on the Camino del Mar?",
    "water boil time",
    "Is El Capitan in the park?",
    "naïve café déjà vu",
    "I was on a mountain, am I lost? It is in me",
    "🏔️",
    "42 km?",
    "",
  ];
  for (const question of cases) await t.step(question || "empty", () => assert.ok(!isForeign(question)));
});
