import assert from "node:assert/strict";
import { disagree } from "./disagree.ts";

Deno.test("two sentences disagree over a number or over yes and no", async (t) => {
  const cases: readonly (readonly [a: string, b: string, expected: boolean])[] = [
    ["The Quagmire hut has 18 bunks and a stove.", "The Quagmire hut has 24 bunks.", true],
    ["Permits cost $15 a person.", "A permit costs $6 a person.", true],
    ["Dogs are allowed on the trail.", "Dogs are not allowed on the trail.", true],
    ["Camp at least 200 ft from water.", "Camp at least 100 ft from water.", true],
    ["Camp at least 200 ft from water.", "Camp at least 60 m from water.", false],
    ["The hut has 18 bunks.", "The hut has eighteen bunks.", false],
    ["Boil water for 1 minute.", "Boil water for 3 minutes above 5,000 ft.", false],
    ["The hut has 18 bunks.", "The hut is at 2,400 m.", false],
    ["The hut has 18 bunks.", "The lodge sells 24 kinds of soup.", false],
    ["Dogs are allowed on the trail.", "Dogs are not allowed on the trail in winter.", false],
    [
      "4. Keep spraying a bear closer than 30 ft until it leaves.",
      "3. Keep spraying a bear closer than 30 ft until it breaks off.",
      false,
    ],
    [
      "4. Include the joint above and the joint below in the splint.",
      "5. Pad a splint well. It must hold the joint above and below.",
      false,
    ],
    [
      "The summit of Mount Whitney is 14,505 feet high.",
      "Consultation Lake holds water off the Mount Whitney Trail at 11,680 feet.",
      false,
    ],
    [
      "In adult CPR, push the chest down 5–6 cm.",
      "Push down one third of the chest depth: about 2 inches for a child, about 1.5 for a baby.",
      false,
    ],
    ["Wait 30 minutes before drinking.", "Wait 30 minutes before drinking.", false],
    [
      "Permits are required from 1 June to 30 September.",
      "Permits are required from 15 May to 30 September.",
      true,
    ],
    ["The hut road opens on 15 June.", "The hut road opens on 1 July.", true],
    ["Cook poultry to 165 degrees Fahrenheit.", "Cook poultry to 145 °F.", true],
    [
      "Hold a burn under cool running water for 20 minutes. Guidance on cooling time differs, from 10 to 30 minutes.",
      "Hold the burn under cool running water for 20 minutes. Cooling a burn still helps up to 3 hours later.",
      false,
    ],
    [
      "The Mount Whitney trailhead at Whitney Portal is at 8,360 feet (2,548 m).",
      "Outpost Camp, 3.8 miles from Whitney Portal at 10,360 feet, is a camp on the Mount Whitney Trail.",
      false,
    ],
    [
      "The Mount Whitney Trail asks for 100 ft from water and 25 ft from the trail.",
      "Camp at least 200 ft from the trail as well.",
      false,
    ],
  ];
  for (const [a, b, expected] of cases) {
    await t.step(`${a} / ${b}`, () => {
      const [first, second] = [{ text: a, about: "" }, { text: b, about: "" }];
      assert.equal(disagree(first, second), expected);
      assert.equal(disagree(second, first), expected, "the other way round");
    });
  }
});

Deno.test("a name that only one sentence says counts as said where the other's title says it", () => {
  const named = { text: "The old Quagmire hut has 18 bunks.", about: "Huts" };
  const plain = { text: "The old hut has 24 bunks.", about: "The Quagmire hut" };
  assert.equal(disagree(named, plain), true);
  assert.equal(disagree(named, { ...plain, about: "Huts of the valley" }), false);
});
