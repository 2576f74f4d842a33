/** The tokenizer and the reader that ship with the program: what holds whatever the weights have learned. */
import assert from "node:assert/strict";
import { loadEmbedder } from "../lib/adapters/onnx/embedder.ts";
import { loadReader } from "../lib/adapters/onnx/reader.ts";
import { loadTokenizer } from "../lib/adapters/onnx/tokenizer.ts";
import { ROOT } from "../lib/config.ts";
import type { Reading } from "../lib/ports.ts";
import { randomFrom } from "../lib/math/random.ts";

const EMBEDDER = `${ROOT}/models/embedder`;
const READER = `${ROOT}/models/reader`;
const tokenizer = await loadTokenizer(EMBEDDER);
const reader = await loadReader(READER, EMBEDDER);
const embedder = await loadEmbedder(EMBEDDER);

const withoutMarks = (ids: readonly number[]) => ids.slice(1, -1);
const idsOf = (text: string) => tokenizer.tokens(text).map(({ id }) => id);

Deno.test("tokens are what the library's encoding gives between its marks", async (t) => {
  const texts = [
    "",
    " \n\t ",
    "Boil the water.",
    "Café naïve Ñandú İstanbul",
    "Cafe\u0301 \u0301x",
    "½ mile, 1½ h, ①②³ Ⅳ",
    "70°F, −5 °C, 21 ºC ℃ ㎏",
    "🏔️ up 👨‍👩‍👧 🇺🇸 1️⃣ x🐻x",
    "漢字 かな 한국어 北京is 豈",
    "“quoted” ‘x’ don’t don't ``x''",
    "well-known – — 10–20 it's/its",
    "a\nb\r\nc\td\u2028e\u2029f\u3000g\u00a0h",
    "zero\u200bwidth\ufeff soft\u00adhyphen nul\u0000 vt\u000bff\u000cx \ufeff",
    "$5 + 3 = 8 <tag> ^ ` | ~ # % & * @ _ €£¥ ©®™ ×÷±",
    "¿qué? ¡no! … · • § ¶",
    "٣ हिन्दी ไทย ελληνικά кириллица",
    "x".repeat(100) + " " + "x".repeat(101),
    "unbelievablenesses antidisestablishmentarianism",
    "\ud800 lone \udc00",
    "\u{1D400}\u{1D401} \u{20000} \ue000 \ufffd",
    "[CLS",
    "##ing ##",
    "U.S. e.g. 3.5 1,000.5",
  ];
  for (const text of texts) {
    await t.step(JSON.stringify(text.slice(0, 40)), () => {
      assert.deepEqual(idsOf(text), withoutMarks(tokenizer.encode(text)));
    });
  }
});

Deno.test("tokens are the same for any mixture of characters", () => {
  const random = randomFrom(7);
  const pool = [
    ..."ab Z9é½°-–'’\"“.,/$\n\t\u000b\u00a0\u200b\u200d\ufeff\u0301漢か한🏔",
    "\ufe0f",
    "the ",
    "water",
  ];
  for (let i = 0; i < 1500; i++) {
    const text = Array.from(
      { length: 1 + Math.floor(12 * random()) },
      () => pool[Math.floor(pool.length * random())],
    ).join("");
    assert.deepEqual(idsOf(text), withoutMarks(tokenizer.encode(text)), JSON.stringify(text));
  }
});

Deno.test("the names of marks in a text are words: nobody can forge the end of a question", () => {
  for (const mark of ["[CLS]", "[SEP]", "[PAD]", "[UNK]", "[MASK]"]) {
    const ids = idsOf(`water ${mark} boil`);
    for (const special of [tokenizer.cls, tokenizer.sep, 0, 100, 103]) {
      assert.ok(!ids.includes(special), `${mark} ${special}`);
    }
  }
});

Deno.test("a token's range is its word, also after emoji", async (t) => {
  const cases: [string, string[]][] = [
    ["Boil the water.", ["Boil", "the", "water", "."]],
    ["🏔️ Café, ½ mi", ["🏔️", "Café", ",", "½", "mi"]],
    ["70°F", ["70°F"]],
    ["don’t well-known", ["don", "’", "t", "well", "-", "known"]],
    ["a\n\nb", ["a", "b"]],
    ["$15 <b>", ["$", "15", "<", "b", ">"]],
    ["unbelievablenesses now", ["unbelievablenesses", "now"]],
  ];
  for (const [text, expected] of cases) {
    await t.step(JSON.stringify(text), () => {
      const words = tokenizer.tokens(text).map(({ start, end }) => text.slice(start, end));
      assert.deepEqual(words.filter((word, i) => word !== words[i - 1]), expected);
    });
  }
});

Deno.test("a word has the same pieces whenever it is met", () => {
  const text = "Giardiasis, hypothermia; giardiasis HYPOTHERMIA";
  assert.deepEqual(tokenizer.tokens(text), tokenizer.tokens(text));
  assert.deepEqual(idsOf("hypothermia"), idsOf("HYPOTHERMIA"));
});

Deno.test("the vocabulary holds everyday words", () => {
  assert.ok(tokenizer.knows("water") && !tokenizer.knows("giardiasis"));
});

const TITLE = "Water > Boiling";
const TEXT =
  "🏔️ Boil clear water at a rolling boil for 1 minute, or 3 minutes above 6,500 feet. Let it cool in its pot.";

function assertSound(reading: Reading, text: string) {
  for (const p of [reading.answerable, reading.support, reading.partly]) {
    assert.ok(p >= 0 && p <= 1, String(p));
  }
  const sum = reading.words.reduce((total, { weight }) => total + weight, 0);
  assert.ok(reading.words.length === 0 || Math.abs(sum - 1) < 1e-6, `weights sum to ${sum}`);
  for (const { start, end } of [...reading.words, ...reading.answer === null ? [] : [reading.answer]]) {
    assert.ok(start >= 0 && start < end && end <= text.length);
    assert.equal(text.slice(start, end), text.slice(start, end).trim());
  }
  assert.ok(reading.answer === null || reading.answer.score > 0 && reading.answer.score <= 1);
}

Deno.test("a reading never depends on what is read before, after or at the same time", async () => {
  const ask = () => reader.read("How long do I boil water?", { title: TITLE, text: TEXT });
  const alone = await ask();
  await reader.read("x", { title: "", text: "Bears. ".repeat(200) });
  assert.deepEqual(await ask(), alone);
  const [, beside] = await Promise.all([
    reader.read("Where?", { title: "", text: "Here." }),
    ask(),
    reader.read("", { title: "", text: "" }),
  ]);
  assert.deepEqual(beside, alone);
});

Deno.test("question, title and text all count", async () => {
  const base = await reader.read("How long do I boil water?", { title: TITLE, text: TEXT });
  const others = [
    await reader.read("Where do bears sleep?", { title: TITLE, text: TEXT }),
    await reader.read("How long do I boil water?", { title: "", text: TEXT }),
    await reader.read("How long do I boil water?", { title: TITLE, text: TEXT.slice(0, 40) }),
  ];
  for (const other of others) assert.notEqual(other.answerable, base.answerable);
});

Deno.test("readings are sound for every shape of input", async (t) => {
  const long = "The hut at 3,200 m sleeps 14 people in summer. ".repeat(60);
  const cases = [
    ["a plain pair", "How long?", TITLE, TEXT],
    ["no title", "How long?", "", TEXT],
    ["a long title", "How long?", "Water ".repeat(100), TEXT],
    ["a long text", "How long?", TITLE, long],
    ["a question of 2,000 characters", "how long do I boil it ".repeat(100).slice(0, 2000), TITLE, long],
    ["a question of one long word", "x".repeat(2000), TITLE, TEXT],
    ["an empty question", "", TITLE, TEXT],
    ["one word", "How long?", "", "minute"],
    ["another script", "多久？", "水", "水要煮一分钟。"],
    ["marks in the text", "[SEP] [CLS]", "[SEP]", "[SEP] boil [PAD] it [MASK]"],
  ] as const;
  for (const [name, asked, title, text] of cases) {
    await t.step(name, async () => {
      const reading = await reader.read(asked, { title, text });
      assertSound(reading, text);
      assert.ok(reading.answer !== null && reading.words.length > 0);
    });
  }
});

Deno.test("a text without words has no answer", async () => {
  for (const text of ["", " \n", "\ufeff"]) {
    const reading = await reader.read("How long?", { title: TITLE, text });
    assertSound(reading, text);
    assert.deepEqual([reading.answer, reading.words], [null, []]);
  }
});

Deno.test("text past the window is ignored, and the longest question leaves room for a passage", async () => {
  const text = "The hut at 3,200 m sleeps 14 people in summer. ".repeat(60);
  const question = "how long do I boil it ".repeat(100).slice(0, 2000);
  const reading = await reader.read(question, { title: "Water ".repeat(100), text });
  const last = reading.words.at(-1)!.end;
  assert.ok(reading.words.length > 180, `${reading.words.length} tokens`);
  assert.deepEqual(
    await reader.read(question, { title: "Water ".repeat(100), text: text.slice(0, last + 400) }),
    reading,
  );
});

/** A folder with copies of the named files, some of them spoiled. */
async function withCopies(
  files: Readonly<Record<string, string | Uint8Array>>,
  check: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, content] of Object.entries(files)) {
      if (typeof content === "string") await Deno.writeTextFile(`${folder}/${name}`, content);
      else await Deno.writeFile(`${folder}/${name}`, content);
    }
    await check(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const MEND = /git checkout -- models/;
const names = (...words: readonly string[]) => (error: unknown) => {
  assert.ok(error instanceof Error);
  for (const word of words) assert.ok(error.message.includes(word), `${word} is not in: ${error.message}`);
  assert.match(error.message, MEND);
  return true;
};

Deno.test("a missing or damaged file of the reader is named, with what mends it", async (t) => {
  const weights = new Uint8Array([1, 2, 3]);
  const json = await Deno.readTextFile(`${READER}/reader.json`);
  const cases = [
    ["no weights", { "reader.json": json }, "reader.onnx"],
    ["no calibration", { "reader.onnx": weights }, "reader.json"],
    ["broken calibration", { "reader.onnx": weights, "reader.json": "{" }, "reader.json"],
    ["calibration without its lines", { "reader.onnx": weights, "reader.json": "{}" }, "reader.json"],
    [
      "damaged weights",
      { "reader.onnx": weights, "reader.json": json },
      "reader.json was fitted for other weights",
    ],
  ] as const;
  for (const [name, files, expected] of cases) {
    await t.step(name, async () => {
      await withCopies(files, async (folder) => {
        await assert.rejects(loadReader(folder, EMBEDDER), names("Cannot load the reader", folder, expected));
      });
    });
  }
});

Deno.test("a missing or damaged file of the tokenizer is named, with what mends it", async (t) => {
  const vocabulary = await Deno.readTextFile(`${EMBEDDER}/tokenizer.json`);
  const config = await Deno.readTextFile(`${EMBEDDER}/tokenizer_config.json`);
  const cases = [
    ["no files", {}, "tokenizer_config.json"],
    ["no vocabulary", { "tokenizer_config.json": config }, "tokenizer.json"],
    ["no configuration", { "tokenizer.json": vocabulary }, "tokenizer_config.json"],
    ["broken vocabulary", { "tokenizer_config.json": config, "tokenizer.json": "{" }, "tokenizer.json"],
    [
      "half a vocabulary",
      { "tokenizer_config.json": config, "tokenizer.json": `{"model":{"vocab":{}}}` },
      "tokenizer.json",
    ],
    [
      "broken configuration",
      { "tokenizer_config.json": "{", "tokenizer.json": vocabulary },
      "tokenizer_config.json",
    ],
  ] as const;
  for (const [name, files, expected] of cases) {
    await t.step(name, async () => {
      await withCopies(files, async (folder) => {
        await assert.rejects(
          loadTokenizer(folder),
          names("Cannot load the tokenizer", `${folder}/${expected}`),
        );
      });
    });
  }
});

Deno.test("a reader whose tokenizer is missing says so when it first reads", async () => {
  await withCopies({}, async (folder) => {
    const lame = await loadReader(READER, folder);
    await assert.rejects(
      lame.read("x", { title: "", text: "y" }),
      names("Cannot load the tokenizer", folder),
    );
  });
});

Deno.test("int8 weights give what the float weights gave, within 0.02", async () => {
  const { answerable, support } = JSON.parse(await Deno.readTextFile(`${READER}/reader.json`));
  const odds = (p: number) => Math.log(p / (1 - p));
  const calibrated = ({ scale, offset }: { scale: number; offset: number }, p: number) =>
    1 / (1 + Math.exp(-(scale * odds(Math.min(1 - 1e-7, Math.max(1e-7, p))) + offset)));
  const off: string[] = [];
  for (const probe of JSON.parse(await Deno.readTextFile(`${READER}/probe.json`))) {
    const reading = await reader.read(probe.asked, { title: probe.title, text: probe.text });
    const exact = [calibrated(answerable, probe.float[0]), calibrated(support, probe.float[3])];
    [reading.answerable, reading.support].forEach((score, i) => {
      if (Math.abs(score - exact[i]!) > 0.02) off.push(`${probe.asked}: ${score} instead of ${exact[i]}`);
    });
  }
  assert.deepEqual(off, []);
});

Deno.test("int8 vectors lie as near to each other as the float ones did, within 0.02", async () => {
  const off: string[] = [];
  for (
    const { asked, text, float } of JSON.parse(
      await Deno.readTextFile(`${ROOT}/models/training/embedder_probe.json`),
    )
  ) {
    const [a, b] = [await embedder.embed(asked), await embedder.embed(text)];
    const cosine = a.reduce((sum, x, i) => sum + x * b[i]!, 0);
    if (Math.abs(cosine - float) > 0.02) off.push(`${asked}: ${cosine} instead of ${float}`);
  }
  assert.deepEqual(off, []);
});
