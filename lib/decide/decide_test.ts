import assert from "node:assert/strict";
import { fakeEmbedder, fakeLibrary, type Files } from "../../tests/fakes_pack.ts";
import { Library } from "../corpus/library.ts";
import { retrieve } from "../retrieve/retrieve.ts";
import { decide, type DecideContext } from "./decide.ts";
import { FEATURES } from "./features.ts";
import type { DecisionModel } from "./model.ts";

const embedder = fakeEmbedder();
const of = (name: string, value: number) => FEATURES.map((feature) => (feature === name ? value : 0));

/** Probability is the sigmoid of 12 × (coverage − 0.5): 0.998 when all is covered, 0.002 when nothing is. */
const MODEL: DecisionModel = {
  ...{ encoder: embedder.sha256, reader: "r", fitted: "never", features: [...FEATURES], bias: -6 },
  ...{ mean: of("", 0), scale: FEATURES.map(() => 1), weights: of("coverage", 12) },
  thresholds: { high: 0.9, medium: 0.5, low: 0.3 },
};

const FILES: Files = {
  "water.md": "# Water\n\nBoil the water for 1 minute to be safe.",
  "a.md": "---\ntrail: Half Dome\nrisk: low\n---\n# Half Dome\n\nDogs are not allowed on the route.",
  "b.md": "---\ntrail: Mist Trail\nrisk: low\n---\n# Mist Trail\n\nDogs are not allowed on the route.",
  "snow.md": "---\nperishable: snow\nas_of: 2026-11-18\n---\n# Whitney\n\nThe cables hold ice.",
  "cpr.md": "---\nrisk: high\n---\n# CPR\n\nPush hard on the chest.",
};
const library = await fakeLibrary(FILES, embedder);

async function outcome(question: string, change: Partial<DecideContext> = {}) {
  const context = {
    library,
    model: MODEL,
    knowsWord: () => true,
    trails: [],
    quoted: null,
    source: null,
    today: "2026-11-20",
    ...change,
  };
  return decide(await retrieve(context.library, embedder, question), context);
}

Deno.test("each question has its outcome and reason", async (t) => {
  const cases: [string, string, string | null][] = [
    ["How long do I boil water?", "answer", null],
    ["Who won the football championship?", "refuse", "out_of_scope"],
    ["Is the water safe today?", "refuse", "live_data"],
    ["Is there water at the Blorfle Trail?", "refuse", "wrong_place"],
    ["Wie lange muss ich kochen?", "refuse", "language"],
    ["Are dogs allowed on the route?", "clarify", "vague"],
    ["Do the cables hold ice?", "answer", null],
    ["?!", "refuse", "vague"],
  ];
  for (const [question, expected, reason] of cases) {
    await t.step(question, async () => {
      const decision = await outcome(question);
      assert.deepEqual([decision.outcome, decision.reason], [expected, reason], decision.note);
      assert.ok(decision.probability >= 0 && decision.probability <= 1);
      assert.ok(decision.note !== "");
    });
  }
});

Deno.test("rival trails are offered, unless the question is bound to one", async () => {
  assert.deepEqual((await outcome("Are dogs allowed on the route?")).clarify, {
    question: "Which trail?",
    options: ["Half Dome", "Mist Trail"],
  });
  assert.equal(
    (await outcome("Are dogs allowed on the route?", { trails: ["Half Dome"] })).outcome,
    "answer",
  );
});

Deno.test("the threshold is the risk class's", async () => {
  const high = await outcome("Push on the chest");
  assert.deepEqual([high.risk, high.threshold], ["high", 0.9]);
  const medium = await outcome("boil water");
  assert.deepEqual([medium.risk, medium.threshold], ["medium", 0.5]);
});

Deno.test("a probability on the threshold is a caution, below it a refusal", async () => {
  const { probability: p } = await outcome("boil water");
  const at = (medium: number) =>
    outcome("boil water", { model: { ...MODEL, thresholds: { high: 1, medium, low: 1 } } });
  assert.deepEqual([(await at(p)).outcome, (await at(p)).reason], ["caution", "weak_evidence"]);
  assert.equal((await at(p - 0.1)).outcome, "answer");
  assert.equal((await at(Math.min(1, p + 1e-9))).outcome, "refuse");
});

Deno.test("old news is answered with a caution", async () => {
  const later = await outcome("Do the cables hold ice?", { today: "2026-12-24" });
  assert.deepEqual([later.outcome, later.reason], ["caution", "stale_source"]);
  assert.match(later.note, /2026-11-18/);
  assert.ok(later.byRule);
});

Deno.test("whether it is old news hangs on what is quoted, not on what ranks first", async () => {
  const heads = library.heads();
  const source = heads.find(({ perishable }) => perishable.length === 0)!;
  const lasting = await outcome("Do the cables hold ice?", { today: "2026-12-24", source });
  assert.deepEqual([lasting.outcome, lasting.reason], ["answer", null]);
  const old = heads.find(({ perishable }) => perishable.length > 0)!;
  const aged = await outcome("How long do I boil water?", { today: "2026-12-24", source: old });
  assert.deepEqual([aged.outcome, aged.reason], ["caution", "stale_source"]);
});

Deno.test("the state of things now is told by a report with its date, and by nothing else", async () => {
  const now = await outcome("Do the cables hold ice right now?");
  assert.deepEqual([now.outcome, now.reason], ["answer", null]);
  const later = await outcome("Do the cables hold ice today?", { today: "2026-12-24" });
  assert.deepEqual([later.outcome, later.reason], ["refuse", "live_data"]);
  const current = await outcome("Do the cables hold ice now?", { today: "2026-12-24" });
  assert.deepEqual([current.outcome, current.reason], ["caution", "stale_source"]);
  const without = await outcome("Is the Half Dome route open today?", { trails: ["Half Dome"] });
  assert.deepEqual([without.outcome, without.reason], ["refuse", "live_data"]);
});

Deno.test("without packs there is no pack to answer from", async () => {
  const decision = await outcome("boil water", { library: new Library([], embedder) });
  assert.deepEqual([decision.outcome, decision.reason, decision.probability], ["refuse", "no_pack", 0]);
});

Deno.test("what holds at one time of the year alone is not told as if it held always", async (t) => {
  const permits =
    "# Permits\n\nFrom May 1 to November 1 boil permits are limited to 60 a day. From November 2 to April 30 boil permits are not limited.";
  const timed = await fakeLibrary({ "permits.md": permits }, embedder);
  const cases: [question: string, outcome: string, clarify: unknown][] = [
    ["Are boil permits limited?", "clarify", {
      question: "For when?",
      options: ["May 1 to November 1", "November 2 to April 30"],
    }],
    ["Are boil permits limited (May 1 to November 1)?", "answer", null],
    ["Are boil permits limited from November 2 to April 30?", "answer", null],
  ];
  for (const [question, expected, clarify] of cases) {
    await t.step(question, async () => {
      const decision = await outcome(question, { library: timed });
      assert.deepEqual([decision.outcome, decision.clarify], [expected, clarify], decision.note);
    });
  }
});
