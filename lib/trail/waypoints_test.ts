import assert from "node:assert/strict";
import { readMarkdown } from "../documents/markdown.ts";
import { readWaypoints } from "./waypoints.ts";

const rowsOf = (...lines: string[]) => {
  const { text, blocks } = readMarkdown(lines.join("\n"));
  return readWaypoints(text, blocks).map((row) => ({ ...row, quote: text.slice(row.start, row.end) }));
};

Deno.test("a table of waypoints is read, each with its place in the text", () => {
  const found = rowsOf(
    "# 🏔️ Trail",
    "",
    "| Waypoint | Miles | Elevation (ft) | Latitude, longitude | Water | Camp |",
    "|---|---|---|---|---|---|",
    "| Portal | 0 | 8,374 | 36.5867, -118.2400 | tap | yes |",
    "| Outpost Camp | 3.8 | ~10,360 | 36.57, −118.25 | | no |",
    "| | 5 | | | | |",
    "| Summit | | | unknown | none | |",
  );
  assert.deepEqual(found[0], {
    ...{ order: 0, name: "Portal", miles: 0, elevationFeet: 8374, latitude: 36.5867, longitude: -118.24 },
    ...{ water: "tap", camp: "yes", start: found[0]!.start, end: found[0]!.end },
    quote: "Portal | 0 | 8,374 | 36.5867, -118.2400 | tap | yes",
  });
  assert.deepEqual(found.map(({ order, name }) => [order, name]), [[0, "Portal"], [1, "Outpost Camp"], [
    2,
    "Summit",
  ]]);
  assert.deepEqual([found[1]!.elevationFeet, found[1]!.longitude, found[1]!.water], [10360, -118.25, null]);
  assert.deepEqual([found[2]!.miles, found[2]!.latitude, found[2]!.camp], [null, null, null]);
});

Deno.test("metric columns are converted", async (t) => {
  const headers = [
    ["km", "Elevation (m)"],
    ["Kilometers", "Elevation, meters"],
    ["Kilometres from the start", "Height in metres"],
    ["Distance (km)", "Altitude (m)"],
  ] as const;
  for (const [distance, elevation] of headers) {
    await t.step(`${distance} | ${elevation}`, () => {
      const [found] = rowsOf(
        `| Place | ${distance} | ${elevation} |`,
        "|---|---|---|",
        "| Hut | 16.09344 | 3048 |",
      );
      assert.ok(Math.abs(found!.miles! - 10) < 1e-9);
      assert.ok(Math.abs(found!.elevationFeet! - 10000) < 1e-6);
    });
  }
});

Deno.test("a column is in the first unit that its header names", async (t) => {
  const headers = [
    ["Distance (m)", "16093.44", "Elevation (ft)"],
    ["Distance in meters", "16,093.44", "Elevation"],
    ["Distance (ft)", "52800", "Height (feet / metres)"],
    ["Distance (km)", "16.09344", "Altitude (ft)"],
    ["Miles (km)", "10", "Elevation (ft, m)"],
    ["Distance", "10", "Elevation"],
  ] as const;
  for (const [distance, value, elevation] of headers) {
    await t.step(`${distance} | ${elevation}`, () => {
      const [found] = rowsOf(
        `| Place | ${distance} | ${elevation} |`,
        "|---|---|---|",
        `| Hut | ${value} | 100 |`,
      );
      assert.ok(Math.abs(found!.miles! - 10) < 1e-9, String(found!.miles));
      assert.equal(found!.elevationFeet, 100);
    });
  }
});

Deno.test("a bar inside a cell moves no column", () => {
  const [found] = rowsOf(
    "| Name \\| sign | Miles | Water |",
    "|---|---|---|",
    "| Camp \\| Lake | 3.8 | `a\\|b` |",
  );
  assert.deepEqual([found!.name, found!.miles, found!.water], ["Camp / Lake", 3.8, "a/b"]);
});

Deno.test("depressions keep their sign", () => {
  const rows = rowsOf(
    "| Name | Miles | Elevation |",
    "|---|---|---|",
    "| Badwater | 0 | -282 |",
    "| Pit | 1 | −10 |",
  );
  assert.deepEqual(rows.map(({ elevationFeet }) => elevationFeet), [-282, -10]);
});

Deno.test("only the first table of waypoints counts", () => {
  const found = rowsOf(
    ...["| Month | Snow |", "|---|---|", "| May | yes |", ""],
    ...["| Name | Distance |", "|---|---|", "| A | 1 |", "", "text", ""],
    ...["| Name | Distance |", "|---|---|", "| B | 2 |"],
  );
  assert.deepEqual(found.map(({ name }) => name), ["A"]);
  assert.deepEqual(rowsOf("| Month | Snow |", "|---|---|", "| May | yes |"), []);
  assert.deepEqual(rowsOf("no table"), []);
});
