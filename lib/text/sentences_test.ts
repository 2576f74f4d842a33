import assert from "node:assert/strict";
import { randomFrom } from "../math/random.ts";
import { sentences, trimRange } from "./sentences.ts";

const split = (text: string, from?: number, to?: number) =>
  sentences(text, from, to).map(({ start, end }) => text.slice(start, end));

Deno.test("sentences end where a reader would stop", async (t) => {
  const cases: [string, string[]][] = [
    ["Boil it. Let it cool.", ["Boil it.", "Let it cool."]],
    ["Mt. Whitney is high. St. Helens is not.", ["Mt. Whitney is high.", "St. Helens is not."]],
    ["It is 14,505 ft. Start at 5 a.m. Turn back at noon.", [
      "It is 14,505 ft.",
      "Start at 5 a.m.",
      "Turn back at noon.",
    ]],
    ["Walk approx. 5 mi. along the river.", ["Walk approx. 5 mi. along the river."]],
    ["See No. 5 e.g. for J. Muir. Then go.", ["See No. 5 e.g. for J. Muir.", "Then go."]],
    ["It rose 2.5 m. Now?! Yes…  Go.", ["It rose 2.5 m.", "Now?!", "Yes…", "Go."]],
    ["He said “Stop.” Then he ran. (Twice.) Done", ["He said “Stop.”", "Then he ran.", "(Twice.)", "Done"]],
    ["One\n\nTwo\n \nThree", ["One", "Two", "Three"]],
    ["One line\nsame sentence.", ["One line\nsame sentence."]],
    ["🏔️ Up. 👩‍🚒 Down.", ["🏔️ Up.", "👩‍🚒 Down."]],
    ["Visit cairn.local today. Read v1.2.3 first.", ["Visit cairn.local today.", "Read v1.2.3 first."]],
    ["Ask the U.S. Forest Service. Or the U.S. Geological Survey.", [
      "Ask the U.S. Forest Service.",
      "Or the U.S. Geological Survey.",
    ]],
    ["It is in the U.S. The U.K. Met Office is not. We left the U.K. It rained.", [
      "It is in the U.S.",
      "The U.K. Met Office is not.",
      "We left the U.K.",
      "It rained.",
    ]],
    ["Wait... then go.", ["Wait... then go."]],
    ["", []],
    [" \n ", []],
    ["...", ["..."]],
  ];
  for (const [text, expected] of cases) {
    await t.step(JSON.stringify(text), () => assert.deepEqual(split(text), expected));
  }
});

Deno.test("a range is never left", () => {
  const text = "One. Two. Three.";
  assert.deepEqual(split(text, 5, 9), ["Two."]);
  assert.deepEqual(split(text, 5, 8), ["Two"]);
  assert.deepEqual(split(text, 5, 5), []);
});

Deno.test("sentences hold every character that is not space, once and in order", () => {
  const random = randomFrom(1);
  const parts = ["Mt.", "5 a.m.", "go", "🏔️", "e\u0301", "!", '?"', "\n\n", "\n", " ", "A.", "No.", "…", ")"];
  for (let i = 0; i < 300; i++) {
    const text = Array.from({ length: 12 }, () => parts[Math.floor(random() * parts.length)]).join(
      random() < 0.5 ? " " : "",
    );
    const ranges = sentences(text);
    let at = 0;
    for (const { start, end } of ranges) {
      assert.equal(text.slice(at, start).trim(), "", `lost text in ${JSON.stringify(text)}`);
      assert.ok(start < end && start >= at);
      assert.equal(text.slice(start, end), text.slice(start, end).trim());
      at = end;
    }
    assert.equal(text.slice(at).trim(), "");
  }
});

Deno.test("trimRange drops outer space alone", () => {
  assert.deepEqual(trimRange("  a b ", 0, 6), { start: 2, end: 5 });
  const { start, end } = trimRange("   ", 0, 3);
  assert.equal(start, end);
});
