import assert from "node:assert/strict";
import { NO_METADATA } from "../records.ts";
import { parseFrontMatter } from "./front_matter.ts";
import { MalformedFileError } from "./malformed.ts";

Deno.test("front matter is read key by key, all of it optional", async (t) => {
  const cases: [string, string, Partial<typeof NO_METADATA>][] = [
    ["nothing", "", {}],
    ["a comment alone", "# later", {}],
    ["unknown keys", "author: me\ntags: [a]", {}],
    ["texts", "title: ' Water '\nsource: CDC\ntopic: water\nsummary: s\ncard: cpr\ntrail: T", {
      ...{ title: "Water", source: "CDC", topic: "water", summary: "s", card: "cpr", trail: "T" },
    }],
    ["a number as title", "title: 911", { title: "911" }],
    ["either spelling of licence", "licence: CC0", { licence: "CC0" }],
    ["the other spelling", "license: MIT", { licence: "MIT" }],
    ["a whole date", "as_of: 2026-11-20", { asOf: "2026-11-20" }],
    ["a month", "as_of: 2026-11", { asOf: "2026-11" }],
    ["a year", "as_of: 2026", { asOf: "2026" }],
    ["one perishable", "perishable: snow", { perishable: ["snow"] }],
    ["several", "perishable: [snow, fire]\naliases: [a, 2]", {
      perishable: ["snow", "fire"],
      aliases: ["a", "2"],
    }],
    ["risk", "risk: high", { risk: "high" }],
    ["a key without value", "title:\nsource: CDC", { source: "CDC" }],
    ["an empty title", 'title: ""', {}],
    ["an empty trail", 'trail: ""', {}],
    ["only spaces", 'title: "  "\nas_of: " "\nrisk:\nperishable: ""\naliases:', {}],
    ["empty members", 'aliases: [a, "", ~]\nperishable: [~, snow]', { aliases: ["a"], perishable: ["snow"] }],
    ["either spelling beside an empty one", "license:\nlicence: CC0", { licence: "CC0" }],
    ["a leap day", "as_of: 2028-02-29", { asOf: "2028-02-29" }],
  ];
  for (const [name, yaml, expected] of cases) {
    await t.step(name, () => assert.deepEqual(parseFrontMatter(yaml), { ...NO_METADATA, ...expected }));
  }
});

Deno.test("what is wrong is named with its line and key", async (t) => {
  const cases: [string, string, number | null, RegExp][] = [
    ["risk", "title: a\nrisk: extreme", 3, /risk/],
    ["date format", "as_of: 20 Nov", 2, /as_of.*YYYY-MM-DD/],
    ["month", "as_of: 2026-13", 2, /as_of/],
    ["a day that is none", "as_of: 2026-02-30", 2, /as_of: 2026-02-30 is no day of the calendar/],
    ["no leap year", "as_of: 2026-02-29", 2, /no day/],
    ["perishable", "title: a\n\nperishable: milk", 4, /perishable/],
    ["one of several", "perishable: [snow, milk]", 2, /perishable/],
    ["a list of texts", "title: [a]", 2, /title/],
    ["a card's id", 'title: a\ncard: "-"', 3, /card: must be .*"heat-stroke"/],
    ["a card's id with capitals", "card: Heat stroke", 2, /card/],
    ["an address as a card's id", "card: ../library", 2, /card/],
    ["no mapping", "- a\n- b", null, /front matter/],
    ["no YAML", "title: a\nsource: 'open", 3, /not YAML/],
    ["a key twice", "title: a\ntitle: b", 3, /not YAML/],
  ];
  for (const [name, yaml, line, message] of cases) {
    await t.step(name, () => {
      assert.throws(() => parseFrontMatter(yaml), (error) => {
        assert.ok(error instanceof MalformedFileError);
        assert.match(error.message, message);
        assert.equal(error.line, line);
        return true;
      });
    });
  }
});

Deno.test("lines count from where the front matter starts", () => {
  assert.throws(() => parseFrontMatter("risk: no", 10), { line: 10 });
});
