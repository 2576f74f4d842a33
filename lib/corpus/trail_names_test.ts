import assert from "node:assert/strict";
import type { DocumentHead, Waypoint } from "../ports.ts";
import { NO_METADATA } from "../records.ts";
import { TrailNames } from "./trail_names.ts";

const head = (trail: string | null, ...aliases: string[]): DocumentHead => ({
  ...NO_METADATA,
  ...{ id: `p/${trail}`, pack: "p", title: trail ?? "none", perishable: [], trail, aliases },
});
const waypoint = (trail: string, name: string): Waypoint => ({
  ...{ trail, name, order: 0, miles: 0, elevationFeet: null, latitude: null, longitude: null },
  ...{ water: null, camp: null, documentId: `p/${trail}`, start: 0, end: 1 },
});

const names = new TrailNames(
  [
    head("Mount Whitney Trail", "Whitney Main Trail"),
    head("Half Dome", "The Cables"),
    head("Mist Trail"),
    head(null),
  ],
  [
    waypoint("Mount Whitney Trail", "Outpost Camp"),
    waypoint("Mount Whitney Trail", "Summit"),
    waypoint("Half Dome", "Vernal Fall Bridge"),
    waypoint("Mist Trail", "Vernal Fall Bridge"),
  ],
);

Deno.test("a question's trails are found by any of their names", async (t) => {
  const cases: [string, string[]][] = [
    ["How long is the Mount Whitney Trail?", ["Mount Whitney Trail"]],
    ["permits for whitney", ["Mount Whitney Trail"]],
    ["WHITNEY'S snow", ["Mount Whitney Trail"]],
    ["Is there water at Outpost Camp?", ["Mount Whitney Trail"]],
    ["are the cables up", ["Half Dome"]],
    ["Half Dome or Whitney?", ["Half Dome", "Mount Whitney Trail"]],
    ["a half day at the dome", []],
    ["Is the summit cold?", []],
    ["How do I treat trail food?", []],
    ["At Vernal Fall Bridge", []],
    ["From Vernal Fall Bridge on the Mist Trail", ["Mist Trail"]],
    ["", []],
  ];
  for (const [question, expected] of cases) {
    await t.step(question || "empty", () => {
      assert.deepEqual(names.find(question).map(({ trail }) => trail), expected);
    });
  }
});

Deno.test("the longest name is taken and its words are told", () => {
  const [found] = names.find("the Whitney Main Trail in May");
  assert.deepEqual(found, {
    trail: "Mount Whitney Trail",
    terms: ["whitnei", "main", "trail"],
    byName: true,
  });
});

Deno.test("trails are listed once, and none is fine", () => {
  assert.deepEqual(names.trails, ["Half Dome", "Mist Trail", "Mount Whitney Trail"]);
  assert.deepEqual(new TrailNames([head(null)], []).find("Half Dome"), []);
});

Deno.test("one everyday word names a trail only where the trail's own name holds it as a name", async (t) => {
  const everyday = new Set(["water", "mist", "whitney", "cables", "glacier", "the", "trail"]);
  const named = new TrailNames(
    [
      head("Mill Way", "water", "Glacier", "Water", "The Cables", "Zugspitze"),
      head("Mist Trail"),
      head("Mount Whitney Trail", "whitney"),
      head("path by the glacier", "glacier"),
    ],
    [],
    (word) => everyday.has(word),
  );
  const cases: [string, string[]][] = [
    ["Is the water safe to drink?", []],
    ["Water at the hut", []],
    ["how do I cross a glacier", []],
    ["is there a lift with cables", []],
    ["are the cables up", ["Mill Way"]],
    ["how long is the mill way", ["Mill Way"]],
    ["zugspitze in winter", ["Mill Way"]],
    ["snow on whitney", ["Mount Whitney Trail"]],
    ["how steep is the mist trail", ["Mist Trail"]],
    ["the path by the glacier", ["path by the glacier"]],
  ];
  for (const [question, expected] of cases) {
    await t.step(question, () => {
      assert.deepEqual(named.find(question).map(({ trail }) => trail), expected);
    });
  }
});
