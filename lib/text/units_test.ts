import assert from "node:assert/strict";
import { convert, formatNumber, quantities, toNumber, unitNamed, UNITS } from "./units.ts";

const unit = (name: string) => {
  const found = unitNamed(name);
  assert.ok(found !== null, `no unit is called ${name}`);
  return found;
};

Deno.test("quantities reads numbers as people write them", async (t) => {
  const cases: [string, [number, string][]][] = [
    ["14,505 ft", [[14505, "ft"]]],
    ["a 2.5-mile walk", [[2.5, "mi"]]],
    ["5–10 miles", [[5, "mi"], [10, "mi"]]],
    ["2 to 3 mi", [[2, "mi"], [3, "mi"]]],
    ["-40 °C", [[-40, "c"]]],
    ["−5 to 10 °C", [[-5, "c"], [10, "c"]]],
    ["−10 to −5 °C", [[-10, "c"], [-5, "c"]]],
    ["minus 5 degrees fahrenheit", [[-5, "f"]]],
    ["5 min and 3 m", [[5, "min"], [3, "m"]]],
    ["5–6% bleach", [[5, "pct"], [6, "pct"]]],
    ["0 °C", [[0, "c"]]],
    ["−10–−5 °C", [[-10, "c"], [-5, "c"]]],
    ["5--10 miles", [[5, "mi"], [10, "mi"]]],
    ["20 ºC", [[20, "c"]]],
    ["Start at 5 in the morning", []],
    ["1 in 2,000 people, 9 in 10 of them", []],
    ["6 in 15 cm deep, 20 in 72 in long", [[6, "in"], [15, "cm"], [20, "in"], [72, "in"]]],
    ["5 ft 6 in 150 lb", [[5, "ft"], [6, "in"], [150, "lb"]]],
    ["5 in a row, 6 in my pack, 7 in Yosemite, 8 in 2024", []],
    ["5 in of snow, 6 in, 7 in (18 cm) and 8-in the", [[5, "in"], [6, "in"], [7, "in"], [18, "cm"], [
      8,
      "in",
    ]]],
    ["36° 34' 43\" N, 118°17'31\"W", [[36, "deg"]]],
    ["3 mi/5 km", [[3, "mi"], [5, "km"]]],
    ["mile 5, then left", []],
    ["version 1.2.3 m", []],
    ["A5 mi5", []],
    ["5 minnows", []],
    ["", []],
  ];
  for (const [text, expected] of cases) {
    await t.step(JSON.stringify(text), () => {
      assert.deepEqual(quantities(text).map(({ value, unit }) => [value, unit.id]), expected);
    });
  }
});

Deno.test("a number is read whole or not at all", async (t) => {
  const cases: [string, [number, string][]][] = [
    [".5 miles", [[0.5, "mi"]]],
    ["½ mile", [[0.5, "mi"]]],
    ["1/2 mile", [[0.5, "mi"]]],
    ["1 1/2 miles", [[1.5, "mi"]]],
    ["1 000 m", [[1000, "m"]]],
    ["1½ miles", [[1.5, "mi"]]],
    ["1-1/2 miles", [[1.5, "mi"]]],
    ["12\u2009345.5 m", [[12345.5, "m"]]],
    ["6'2\"", [[6, "ft"], [2, "in"]]],
    ["24/7 miles", []],
    ["1,5 km", []],
    ["5/9/2026 m", []],
  ];
  for (const [text, whole] of cases) {
    await t.step(text, () => {
      const found = quantities(text).map(({ value, unit }) => [value, unit.id]);
      assert.deepEqual(found, found.length === 0 ? [] : whole);
    });
  }
});

Deno.test("a quantity's range is where it stands, also after emoji", () => {
  const text = "🏔️ Café, 1,200 m up";
  const [found] = quantities(text);
  assert.equal(text.slice(found!.start, found!.end), "1,200 m");
});

Deno.test("convert is exact where the definitions are", async (t) => {
  const cases = [
    [1, "mi", "km", 1.609344],
    [1, "ft", "in", 12],
    [-40, "c", "f", -40],
    [100, "celsius", "°F", 212],
    [1, "gal", "qt", 4],
    [1, "lb", "oz", 16],
    [1, "week", "hours", 168],
    [10, "m/s", "km/h", 36],
  ] as const;
  for (const [value, from, to, expected] of cases) {
    await t.step(`${value} ${from} to ${to}`, () => {
      assert.ok(Math.abs(convert(value, unit(from), unit(to)) - expected) < 1e-9);
    });
  }
  assert.throws(() => convert(1, unit("kg"), unit("m")), /Cannot convert kg to m: mass is not length/);
});

Deno.test("every unit converts to its neighbours and back", () => {
  for (const from of UNITS) {
    for (const to of UNITS.filter(({ dimension }) => dimension === from.dimension)) {
      assert.ok(Math.abs(convert(convert(12.5, from, to), to, from) - 12.5) < 1e-9, `${from.id} ${to.id}`);
    }
  }
});

Deno.test("no two units share a name", () => {
  const names = UNITS.flatMap(({ names }) => names);
  assert.equal(new Set(names).size, names.length);
  assert.equal(unitNamed(" Ft. ")?.id, "ft");
  assert.equal(unitNamed("furlong"), null);
});

Deno.test("formatNumber is short and never says nothing for something", async (t) => {
  const cases = [
    [14505.4, "14,505"],
    [12.34, "12.3"],
    [1.609344, "1.61"],
    [0.5, "0.5"],
    [-0, "0"],
    [0.001, "0.001"],
    [-0.01234, "-0.0123"],
    [0.0000010001, "0.000001"],
    [9.999, "10"],
  ] as const;
  for (const [value, expected] of cases) {
    await t.step(String(value), () => {
      assert.equal(formatNumber(value), expected);
    });
  }
});

Deno.test("toNumber reads separators and fractions", () => {
  const cases = [["1,234.5", 1234.5], ["1 234", 1234], ["1 1/2", 1.5], ["2¾", 2.75], ["11/2", NaN]] as const;
  for (const [text, number] of cases) assert.equal(toNumber(text), number, text);
});
