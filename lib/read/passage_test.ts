import assert from "node:assert/strict";
import { fakeReader } from "../../tests/fakes_pack.ts";
import { sentences } from "../text/sentences.ts";
import { readPassage, windowsOf } from "./passage.ts";

const reader = fakeReader();
const countOf = (text: string) => text.split(/\s+/).length;
const filler = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `Berries of kind ${from + i} grow on the slope here.`).join(" ");

Deno.test("a short text is one window", () => {
  const text = "  Boil it. Let it cool.\n";
  assert.deepEqual(windowsOf(text).map(({ start, end }) => text.slice(start, end)), [
    "Boil it. Let it cool.",
  ]);
  assert.deepEqual(windowsOf(""), []);
  assert.deepEqual(windowsOf(" \n"), []);
});

Deno.test("windows are runs of whole sentences that overlap by one, and together they hold all", () => {
  const text = filler(60);
  const all = sentences(text);
  const windows = windowsOf(text);
  assert.ok(windows.length > 2);
  for (const [i, window] of windows.entries()) {
    assert.ok(all.some(({ start }) => start === window.start) && all.some(({ end }) => end === window.end));
    assert.ok(countOf(text.slice(window.start, window.end)) <= 165);
    if (i > 0) {
      assert.equal(
        all.filter(({ start, end }) => start >= window.start && end <= windows[i - 1]!.end).length,
        1,
      );
    }
  }
  assert.equal(windows[0]!.start, 0);
  assert.equal(windows.at(-1)!.end, text.length);
});

Deno.test("what has no full stop is cut between words, and none is lost", () => {
  const text = Array.from({ length: 400 }, (_, i) => `item${i}`).join("\n");
  const windows = windowsOf(text);
  assert.deepEqual(windows.flatMap(({ start, end }) => text.slice(start, end).split("\n")), text.split("\n"));
  assert.ok(windows.every(({ start, end }) => countOf(text.slice(start, end)) <= 165));
});

Deno.test("the window likeliest to answer speaks for the passage, with ranges in the whole text", async (t) => {
  const answer = "A marmot whistles at dawn.";
  const cases = [
    ["at the start", `${answer} ${filler(50)}`],
    ["in the middle, after emoji", `🏔️ ${filler(30)} ${answer} ${filler(30, 30)}`],
    ["at the end", `${filler(50)} ${answer}`],
    ["alone", answer],
  ] as const;
  for (const [name, text] of cases) {
    await t.step(name, async () => {
      const read = await readPassage(reader, "When does a marmot whistle?", "", text);
      assert.equal(read.answerable, 1);
      assert.equal(text.slice(read.answer!.start, read.answer!.end), "marmot");
      assert.ok(read.window.start <= read.answer!.start && read.answer!.end <= read.window.end);
    });
  }
});

Deno.test("of windows that are as likely the first speaks", async () => {
  const text = `A marmot lives here. ${filler(60)} A marmot lives there.`;
  const { answer } = await readPassage(reader, "marmot", "", text);
  assert.equal(answer!.start, 2);
});

Deno.test("title and question reach the reader as they are", async () => {
  const given: string[] = [];
  const watching = {
    ...reader,
    read: (asked: string, passage: { title: string; text: string }) => {
      given.push(asked, passage.title, passage.text);
      return reader.read(asked, passage);
    },
  };
  await readPassage(watching, "Boil?", "Water > Boiling", "Boil it.");
  assert.deepEqual(given, ["Boil?", "Water > Boiling", "Boil it."]);
});

Deno.test("an empty passage answers nothing, and one without an answer has none", async () => {
  assert.deepEqual(await readPassage(reader, "marmot", "", ""), {
    window: { start: 0, end: 0 },
    answerable: 0,
    answer: null,
  });
  const read = await readPassage(reader, "marmot", "", filler(50));
  assert.deepEqual([read.answerable, read.answer], [0, null]);
});
