import assert from "node:assert/strict";
import { renderPage } from "./render.ts";
import { areaFigure, reached, shareFigure, worst } from "./section.ts";

Deno.test("a page shows goals first, figures with their intervals, mistakes on one line", () => {
  const section = {
    title: "Example",
    about: "10 things.",
    figures: [shareFigure("found", 8, 10, { atLeast: 0.65 }), areaFigure("AUROC", [1], [0])],
    mistakes: [{ id: "1", asked: `a | b\n${"🏔".repeat(100)}`, score: 0.9, gold: "no", confidence: 1 }],
  };
  const page = renderPage("# Results\n", [{ name: "one", found: section }, {
    name: "two",
    found: "x is missing.",
  }]);
  assert.equal(
    page,
    `# Results

## Goals

| section | figure | n | value | 95 % interval | goal |  |
| --- | --- | --- | --- | --- | --- | --- |
| one | found | 8 of 10 | 80.0 % | 49.0 % – 94.3 % | ≥ 65.0 % | reached |

## Example

10 things.

| figure | n | value | 95 % interval | goal |  |
| --- | --- | --- | --- | --- | --- |
| found | 8 of 10 | 80.0 % | 49.0 % – 94.3 % | ≥ 65.0 % | reached |
| AUROC | 1 against 1 | 1.000 | 1.000 – 1.000 |  |  |

Worst mistakes:

| id | asked | score | gold |
| --- | --- | --- | --- |
| 1 | a \\| b ${"🏔".repeat(66)}… | 0.900 | no |

## two

Left out: x is missing.
`,
  );
});

Deno.test("goals are floors or ceilings; what was not measured reaches nothing and misses nothing", () => {
  assert.equal(reached({ value: 0.65, goal: { atLeast: 0.65 } }), true);
  assert.equal(reached({ value: 3.1, goal: { atMost: 3 } }), false);
  assert.equal(reached({ value: NaN, goal: { atMost: 3 } }), null);
  assert.equal(reached({ value: 1, goal: null }), null);
});

Deno.test("the surest of the wrong come first", () => {
  const mistakes = [0.1, 0.5, 0.3].map((confidence) => ({
    id: "",
    asked: "",
    score: 0,
    gold: "",
    confidence,
  }));
  assert.deepEqual(worst(mistakes, 2).map(({ confidence }) => confidence), [0.5, 0.3]);
});
