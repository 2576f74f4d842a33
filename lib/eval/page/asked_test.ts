import assert from "node:assert/strict";
import { fakeEmbedder, fakeLibrary, fakeReader } from "../../../tests/fakes_pack.ts";
import { FEATURES } from "../../decide/features.ts";
import { OPEN_DECISION } from "../examples.ts";
import { type Asked, askedFigures, askedMistakes, tryQuestion } from "./asked.ts";
import { byCodePoints } from "./written_rows.ts";

Deno.test("an asked fact is looked for in what was found and in what is quoted", async () => {
  const embedder = fakeEmbedder();
  const reader = fakeReader();
  const library = await fakeLibrary({
    "water.md": "# Water\n\nBoil water for three minutes.",
    "songs.md": "# Songs\n\nSing a campfire song.",
  }, embedder);
  // Decides by the reading alone: a passage that holds half of the words is answered with.
  const weights = FEATURES.map((name) => name === "reading" ? 100 : 0);
  const thresholds = { high: 0.5, medium: 0.5, low: 0.5 };
  const model = { ...OPEN_DECISION, weights, thresholds, encoder: embedder.sha256, reader: reader.sha256 };
  const clock = { today: () => "2026-01-01", now: () => 0 };
  const ports = { library, embedder, reader, model, emergencies: null, clock };
  const asked = (id: string, question: string, kind: Asked["kind"], fact: string): Asked => ({
    id,
    question,
    kind,
    gold: fact,
    inPassage: (text) => text.includes(fact),
    inAnswer: ({ citations }) => citations.some(({ quote }) => quote.includes(fact)),
  });
  const tried = [
    await tryQuestion(asked("found", "boil water", "answerable", "three minutes"), ports),
    await tryQuestion(asked("elsewhere", "boil water", "answerable", "campfire"), ports),
    await tryQuestion(asked("miss", "sing purple turbulent opera loudly", "near_miss", "none"), ports),
    await tryQuestion(asked("settled", "What is the weather today?", "other", "none"), ports),
  ];
  const seen = tried.map(({ first, firstFused, eightFused, quoted, answered }) => ({
    first,
    firstFused,
    eightFused,
    quoted,
    answered,
  }));
  const none = { first: false, firstFused: false, eightFused: false, quoted: false, answered: false };
  assert.deepEqual(seen, [
    { first: true, firstFused: true, eightFused: true, quoted: true, answered: true },
    { ...none, eightFused: seen[1]!.eightFused, answered: true },
    none,
    none,
  ]);
  assert.equal(tried[3]!.p, 0);
  const figure = (name: string) => askedFigures(tried).find((one) => one.name === name)!;
  assert.equal(figure("asked fact in what is quoted").n, "1 of 2");
  assert.equal(figure("AUROC of the decision, near misses").value, 1);
  assert.equal(figure("near misses answered as shipped").n, "0 of 1");
  assert.deepEqual(askedMistakes(tried).map(({ id, gold }) => [id, gold]), [[
    "elsewhere",
    "answered without it; campfire",
  ]]);
});

Deno.test("answers are marked in code points", () => {
  assert.equal(byCodePoints("🏔️ 3 km, 🥾 ok", [3, 7]), "3 km");
  assert.equal(byCodePoints("🏔️ 3 km, 🥾 ok", [9, 10]), "🥾");
});
