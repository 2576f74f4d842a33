import assert from "node:assert/strict";
import { fakeReader } from "../../tests/fakes_pack.ts";
import type { Reader } from "../ports.ts";
import { checkClaim, COST } from "./claim.ts";

/** A reader that gives what it is told by the claim's first word, and remembers what it read. */
function scripted(scores: Readonly<Record<string, readonly [support: number, partly: number]>>) {
  const read: { claim: string; title: string; text: string }[] = [];
  const reader: Reader = {
    id: "scripted",
    sha256: "0".repeat(64),
    read(claim, passage) {
      read.push({ claim, ...passage });
      const [support, partly] = scores[claim.split(" ")[0]!] ?? [0, 0];
      return Promise.resolve({ answerable: 0, support, partly, answer: null, words: [] });
    },
  };
  return { reader, read };
}

const EVIDENCE = "The hut sleeps 14. It opens in June. Dogs may not enter.";

Deno.test("a claim that the evidence holds is supported, and nothing of it is marked", async () => {
  const { reader } = scripted({ The: [0.9, 0] });
  const { score, label, unsupported, rules } = await checkClaim(reader, "The hut sleeps 14.", EVIDENCE);
  assert.deepEqual([label, unsupported, rules], ["supported", [], []]);
  assert.ok(Math.abs(score - 0.9) < 1e-9, "no rule failed: the score is the reader's");
});

Deno.test("the reader's probabilities make the label", async (t) => {
  const cases = [
    [0.5, 0, "supported"],
    [0.49, 0.5, "partly"],
    [0.49, 0.49, "unsupported"],
    [0, 0, "unsupported"],
    [1, 0, "supported"],
  ] as const;
  for (const [support, partly, expected] of cases) {
    await t.step(`${support}, ${partly}`, async () => {
      const { reader } = scripted({ The: [support, partly] });
      const { label, score } = await checkClaim(reader, "The hut sleeps 14.", EVIDENCE);
      assert.equal(label, expected);
      assert.ok(score >= 0 && score <= 1);
    });
  }
});

Deno.test("a claim that fails a rule is never called supported, however sure the reader is", async () => {
  const { reader } = scripted({ The: [1, 0] });
  const claim = "The hut sleeps 15.";
  const { score, label, unsupported, rules } = await checkClaim(reader, claim, EVIDENCE);
  assert.equal(label, "partly");
  assert.deepEqual(rules, ["number"]);
  assert.deepEqual(unsupported.map(({ start, end }) => claim.slice(start, end)), ["15"]);
  assert.ok(score < 1);
});

Deno.test("a claim that says the contrary is unsupported, however sure the reader is", async () => {
  const { reader } = scripted({ The: [1, 0] });
  const { score, label, rules } = await checkClaim(reader, "The hut does not sleep 14.", EVIDENCE);
  assert.deepEqual([label, rules], ["unsupported", ["negation"]]);
  assert.ok(score < 0.5);
});

Deno.test("a name alone costs a little and decides nothing", async () => {
  const { reader } = scripted({ The: [0.9, 0] });
  const { score, label, unsupported, rules } = await checkClaim(
    reader,
    "The Langley hut sleeps 14.",
    EVIDENCE,
  );
  assert.deepEqual([label, rules, unsupported], ["supported", ["name"], []]);
  assert.ok(Math.abs(Math.log(score / (1 - score)) - (Math.log(9) - COST.name)) < 1e-9);
});

Deno.test("each rule costs once, however often it fails", async () => {
  const { reader } = scripted({ The: [0.9, 0] });
  const once = await checkClaim(reader, "The hut sleeps 15.", EVIDENCE);
  const twice = await checkClaim(reader, "The hut sleeps 15 or 16.", EVIDENCE);
  assert.equal(once.score, twice.score);
  assert.equal(twice.unsupported.length, 2);
});

Deno.test("the weakest sentence decides", async () => {
  const { reader } = scripted({ The: [0.9, 0], It: [0.2, 0] });
  const { score, label } = await checkClaim(reader, "The hut sleeps 14. It is warm.", EVIDENCE);
  assert.deepEqual([label, score.toFixed(3)], ["unsupported", "0.200"]);
});

Deno.test("a sentence that fails a rule is weaker than one with a lower score that fails none", async () => {
  const { reader } = scripted({ The: [0.999, 0], It: [0.6, 0] });
  const { label, rules } = await checkClaim(reader, "The hut sleeps 15. It opens in June.", EVIDENCE);
  assert.deepEqual([label, rules], ["partly", ["number"]]);
});

Deno.test("ranges are places in the whole claim, also after emoji", async () => {
  const { reader } = scripted({ "🏔️": [0.9, 0], It: [0.1, 0] });
  const claim = "🏔️ The hut sleeps 14.  It opens in May, with a marmot.";
  const { unsupported } = await checkClaim(reader, claim, EVIDENCE);
  assert.deepEqual(unsupported.map(({ start, end }) => claim.slice(start, end)), ["May"]);
});

Deno.test("where no rule fails, the words that the evidence lacks are marked, or all of it", async () => {
  const { reader } = scripted({});
  const marked = async (claim: string) =>
    (await checkClaim(reader, claim, EVIDENCE)).unsupported.map(({ start, end }) => claim.slice(start, end));
  assert.deepEqual(await marked("The hut sleeps a marmot."), ["marmot"]);
  assert.deepEqual(await marked("Dogs may sleep. "), ["Dogs may sleep."]);
});

Deno.test("long evidence is cut to a window that the answer names, and the reader sees that", async () => {
  const { reader, read } = scripted({});
  const filler = Array.from({ length: 300 }, (_, i) => `Berries of kind ${i} grow.`);
  const checked = await checkClaim(reader, "The hut sleeps 14.", [...filler, "The hut sleeps 14 people."]);
  assert.ok(checked.read.length < 100);
  assert.deepEqual(checked.read.at(-1), { piece: 300, text: "The hut sleeps 14 people.", start: 0, end: 25 });
  assert.deepEqual(read, [{
    claim: "The hut sleeps 14.",
    title: "",
    text: checked.read.map(({ text }) => text).join(" "),
  }]);
});

Deno.test("without evidence nothing is supported, and an empty claim neither", async () => {
  const reader = fakeReader();
  assert.equal((await checkClaim(reader, "The hut sleeps 14.", "")).label, "unsupported");
  assert.equal((await checkClaim(reader, "The hut sleeps 14.", [])).label, "unsupported");
  assert.deepEqual(await checkClaim(reader, " ", EVIDENCE), {
    score: 0,
    label: "unsupported",
    unsupported: [],
    rules: [],
    read: [],
  });
});
