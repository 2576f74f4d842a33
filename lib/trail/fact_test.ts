import assert from "node:assert/strict";
import { fakeLibrary } from "../../tests/fakes_pack.ts";
import { trailFact } from "./fact.ts";

const library = await fakeLibrary({
  "whitney.md": `---
trail: Mount Whitney Trail
as_of: 2026-06
---
# 🏔️ Mount Whitney

| Waypoint | Miles | Elevation (ft) |
|---|---|---|
| Outpost Camp | 3.8 | 10360 |
| Trail Camp | 6.3 | 12000 |`,
});

Deno.test("a distance is computed and cites both rows", () => {
  const fact = trailFact("How far from Outpost Camp to Trail Camp?", library, null)!;
  assert.equal(fact.outcome, "computed");
  assert.deepEqual(fact.sentences.map(({ origin, citations }) => [origin, citations]), [["computed", [
    1,
    2,
  ]]]);
  assert.deepEqual(fact.citations.map(({ quote }) => quote), [
    "Outpost Camp | 3.8 | 10360",
    "Trail Camp | 6.3 | 12000",
  ]);
  for (const { documentId, start, end, quote } of fact.citations) {
    assert.equal(library.document(documentId)!.text.slice(start, end), quote);
  }
  assert.deepEqual(fact.computed, {
    function: "distance",
    inputs: {
      ...{
        trail: "Mount Whitney Trail",
        from: "Outpost Camp",
        fromMiles: 3.8,
        to: "Trail Camp",
        toMiles: 6.3,
      },
    },
    formula: "difference of the two distances from the start of the trail",
    asOf: "2026-06",
  });
});

Deno.test("a conversion needs no source", async (t) => {
  const cases = [
    ["10 miles in km", "10 mi is 16.1 km.", /^1 mi = 1\.609344 km$/],
    ["how many celsius is 212 fahrenheit", "212 °F is 100 °C.", /32/],
  ] as const;
  for (const [question, text, formula] of cases) {
    await t.step(question, () => {
      const fact = trailFact(question, library, null)!;
      assert.deepEqual(fact.sentences, [{ text, origin: "computed", citations: [] }]);
      assert.deepEqual(fact.citations, []);
      assert.match(fact.computed!.formula, formula);
    });
  }
});

Deno.test("other questions, and other trails, are no typed facts", () => {
  assert.equal(trailFact("Is there water at Trail Camp?", library, null), null);
  assert.equal(trailFact("How far from Outpost Camp to Trail Camp?", library, "Half Dome"), null);
});
