import assert from "node:assert/strict";
import type { Waypoint } from "../ports.ts";
import { readLeg, writeLeg } from "./distance.ts";

const at = (trail: string, name: string, miles: number | null, elevationFeet: number | null): Waypoint => ({
  ...{
    trail,
    name,
    miles,
    elevationFeet,
    order: 0,
    latitude: null,
    longitude: null,
    water: null,
    camp: null,
  },
  ...{ documentId: "d", start: 0, end: 1 },
});

const WHITNEY = "Mount Whitney Trail";
const POINTS = [
  at(WHITNEY, "Whitney Portal", 0, 8374),
  at(WHITNEY, "Outpost Camp", 3.8, 10360),
  at(WHITNEY, "Trail Camp", 6.3, 12000),
  at(WHITNEY, "Trail Crest", 8.7, null),
  at(WHITNEY, "Mount Whitney (summit)", 10.7, 14505),
  at(WHITNEY, "Ghost Camp", null, null),
  at("Half Dome", "Happy Isles", 0, 4035),
  at("Half Dome", "Half Dome summit", 8.2, 8836),
  at("Mist Trail", "Happy Isles", 0, 4035),
  at("Mist Trail", "Nevada Fall", 2.7, 5907),
];
const leg = (question: string, trail: string | null = null) => {
  const found = readLeg(question, POINTS, trail);
  return found === null ? null : writeLeg(found);
};

Deno.test("the distance between two places of one trail", async (t) => {
  const cases = [
    [
      "How far is it from Outpost Camp to Trail Camp?",
      "Outpost Camp to Trail Camp is 2.5 mi (4.0 km) along the trail, 1,640 ft (500 m) higher.",
    ],
    [
      "how many km from trail camp to outpost camp",
      "Trail Camp to Outpost Camp is 2.5 mi (4.0 km) along the trail, 1,640 ft (500 m) lower.",
    ],
    [
      "distance between Trail Camp and Trail Crest",
      "Trail Camp to Trail Crest is 2.4 mi (3.9 km) along the trail.",
    ],
    [
      "How far from Outpost Camp to Trail Camp on Mount Whitney?",
      "Outpost Camp to Trail Camp is 2.5 mi (4.0 km) along the trail, 1,640 ft (500 m) higher.",
    ],
    [
      "how far is the summit of mt whitney from trail camp",
      "Mount Whitney (summit) to Trail Camp is 4.4 mi (7.1 km) along the trail, 2,505 ft (764 m) lower.",
    ],
    [
      "How far from Trail Camp to Whitney?",
      "Trail Camp to Mount Whitney (summit) is 4.4 mi (7.1 km) along the trail, 2,505 ft (764 m) higher.",
    ],
    [
      "How far is Outpost Camp from the Whitney trailhead?",
      "Outpost Camp to Whitney Portal is 3.8 mi (6.1 km) along the trail, 1,986 ft (605 m) lower.",
    ],
    [
      "How far from the Mount Whitney trailhead to Trail Camp?",
      "Whitney Portal to Trail Camp is 6.3 mi (10.1 km) along the trail, 3,626 ft (1,105 m) higher.",
    ],
    [
      "How far is it on Mount Whitney from Trail Camp to Trail Crest?",
      "Trail Camp to Trail Crest is 2.4 mi (3.9 km) along the trail.",
    ],
    [
      "How far past Trail Camp is Mount Whitney?",
      "Trail Camp to Mount Whitney (summit) is 4.4 mi (7.1 km) along the trail, 2,505 ft (764 m) higher.",
    ],
    [
      "How far is Trail Camp from the trailhead? (Mount Whitney Trail)",
      "Trail Camp to Whitney Portal is 6.3 mi (10.1 km) along the trail, 3,626 ft (1,105 m) lower.",
    ],
    [
      "How far is the Half Dome trail from Happy Isles to Half Dome?",
      "Happy Isles to Half Dome summit is 8.2 mi (13.2 km) along the trail, 4,801 ft (1,463 m) higher.",
    ],
    [
      "how many miles apart are outpost camp and trail camp",
      "Outpost Camp to Trail Camp is 2.5 mi (4.0 km) along the trail, 1,640 ft (500 m) higher.",
    ],
    [
      "how far is mount whitney from trail camp",
      "Mount Whitney (summit) to Trail Camp is 4.4 mi (7.1 km) along the trail, 2,505 ft (764 m) lower.",
    ],
  ] as const;
  for (const [question, text] of cases) await t.step(question, () => assert.equal(leg(question), text));
});

Deno.test("nothing is computed without two known ends on one trail", async (t) => {
  const cases = [
    "How far is Trail Camp?",
    "How cold is it between Outpost Camp and Trail Camp?",
    "How far from Outpost Camp to Nevada Fall?",
    "How far from Outpost Camp to Ghost Camp?",
    "How far from Outpost Camp to Blorfle?",
    "How far from here to there?",
    "How far up and how high is Trail Camp (Whitney)?",
    "How far is Trail Camp on Mount Whitney?",
    "How far is it to Trail Camp and Mount Whitney?",
    "How far is it to Outpost Camp and Trail Camp?",
    "how far to outpost camp or trail camp",
    "How far from the Mount Whitney ranger station to Trail Camp?",
    "How far is it from Happy Isles to the Half Dome cables?",
    "How far from Outpost Camp past Trail Camp to Trail Crest?",
    "",
  ];
  for (const question of cases) await t.step(question || "empty", () => assert.equal(leg(question), null));
});

Deno.test("the trailhead is where the one trail starts", async (t) => {
  const portal =
    "Trail Camp to Whitney Portal is 6.3 mi (10.1 km) along the trail, 3,626 ft (1,105 m) lower.";
  const cases: [string, string | null, string | null][] = [
    ["How far is Trail Camp from the trailhead?", WHITNEY, portal],
    ["How far is Trail Camp from the trailhead?", null, portal],
    ["how many miles is trail camp from the start of the trail", null, portal],
    ["How far is Nevada Fall from the trailhead?", "Half Dome", null],
    ["How far is Happy Isles from the trailhead?", "Half Dome", null],
    [
      "How far is Whitney Portal, the trailhead, from Trail Camp?",
      null,
      "Whitney Portal to Trail Camp is 6.3 mi (10.1 km) along the trail, 3,626 ft (1,105 m) higher.",
    ],
    ["How far is the trailhead from Fresno?", WHITNEY, null],
    ["How far is it from the trailhead to Outpost Camp or Trail Camp?", WHITNEY, null],
    ["How far is Ghost Camp from the trailhead?", WHITNEY, null],
    ["How far is Happy Isles from the start?", null, null],
  ];
  for (const [question, trail, text] of cases) {
    await t.step(`${question} (${trail})`, () => assert.equal(leg(question, trail), text));
  }
  await t.step("a table that starts later does not say where the trailhead is", () => {
    const points = [at("T", "Alpha Lake", 1, 5000), at("T", "Bravo Lake", 1.5, 5000)];
    assert.equal(readLeg("how far is Bravo Lake from the trailhead", points, "T"), null);
  });
});

Deno.test("a trail that is named binds", () => {
  const question = "How far from Happy Isles to Nevada Fall?";
  assert.match(leg(question)!, /2\.7 mi/);
  assert.match(leg(question, "Mist Trail")!, /2\.7 mi/);
  assert.equal(leg(question, "Half Dome"), null);
});

Deno.test("level ground has no climb", () => {
  const points = [at("T", "Alpha Lake", 1, 5000), at("T", "Bravo Lake", 1.5, 5000)];
  const found = readLeg("how far from Alpha Lake to Bravo Lake", points, null)!;
  assert.equal(writeLeg(found), "Alpha Lake to Bravo Lake is 0.5 mi (0.8 km) along the trail.");
});
