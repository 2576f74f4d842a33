/** `cairn eval` and `cairn doctor`: what they write is what other tools read. */
import assert from "node:assert/strict";
import { z } from "zod";
import { cairn, withEnv } from "./console.ts";
import { withFolder } from "./folder.ts";

const Range = z.tuple([z.number(), z.number()]);
const Supported = z.strictObject({
  id: z.string(),
  score: z.number().min(0).max(1),
  label: z.enum(["supported", "partly", "unsupported"]),
  unsupported: z.array(Range),
});
const Answered = z.strictObject({
  id: z.string(),
  score: z.number().min(0).max(1),
  answer: z.looseObject({ text: z.string(), start: z.number(), end: z.number() }).nullable(),
});

const jsonl = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join("\n") + "\n";

async function written<T>(path: string, shape: z.ZodType<T>): Promise<T[]> {
  const text = await Deno.readTextFile(path);
  return text.trim().split("\n").map((line) => shape.parse(JSON.parse(line)));
}

const PASSAGE = "Boil water for one minute. Above 6,500 feet boil it for three minutes.";

Deno.test("eval support scores claims, in the order they came, with what is unsupported", async () => {
  const pairs = jsonl(
    { id: 7, claim: "Water is boiled for one minute.", evidence: PASSAGE, extra: true },
    { id: "b", claim: "Above 6,500 feet boil it for nine minutes.", evidence: [PASSAGE, "Let it cool."] },
  );
  await withFolder({ "pairs.jsonl": pairs }, async (folder) => {
    const out = `${folder}/out.jsonl`;
    const ran = await cairn("eval", "support", "--pairs", `${folder}/docs/pairs.jsonl`, "--out", out);
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /^2 pairs/);
    const [true_, false_] = await written(out, Supported);
    assert.deepEqual([true_!.id, false_!.id], ["7", "b"]);
    assert.ok(true_!.score > 0.5 && false_!.score < 0.5, `${true_!.score} and ${false_!.score}`);
    assert.equal(true_!.label, "supported");
    assert.notEqual(false_!.label, "supported");
    assert.ok(false_!.unsupported.length > 0);
  });
});

Deno.test("eval answerable scores passages and marks the words that answer", async () => {
  const pairs = jsonl(
    { id: "a", question: "How long do I boil water above 6,500 feet?", passage: PASSAGE },
    { id: "b", question: "How much does the shuttle bus cost?", passage: PASSAGE },
  );
  await withFolder({ "pairs.jsonl": pairs }, async (folder) => {
    const out = `${folder}/out.jsonl`;
    const ran = await cairn("eval", "answerable", "--pairs", `${folder}/docs/pairs.jsonl`, "--out", out);
    assert.equal(ran.code, 0, ran.err);
    const [held, missing] = await written(out, Answered);
    assert.ok(held!.score > 0.5 && missing!.score < 0.5, `${held!.score} and ${missing!.score}`);
    assert.match(held!.answer!.text, /three minutes/);
    assert.equal(PASSAGE.slice(held!.answer!.start, held!.answer!.end), held!.answer!.text);
  });
});

Deno.test("eval retrieval writes a TREC run with the best document first, in every mode", async (t) => {
  const files = {
    "corpus.jsonl": jsonl(
      { _id: "water", title: "Treating water", text: PASSAGE },
      { _id: "bears", title: "Bears", text: "A canister keeps food from bears." },
      { _id: "storms", title: "Storms", text: "Leave the ridge before thunder comes near." },
    ),
    "queries.jsonl": jsonl({ _id: "q1", text: "how long to boil water" }, {
      _id: "q2",
      text: "bear canister",
    }),
  };
  for (const mode of ["full", "hybrid", "lexical", "dense"]) {
    await t.step(mode, async () => {
      await withFolder(files, async (folder) => {
        await withEnv("CAIRN_HOME", `${folder}/home`, async () => {
          const run = `${folder}/out.run`;
          const [corpus, queries] = ["corpus", "queries"].map((name) => `${folder}/docs/${name}.jsonl`);
          const ran = await cairn(
            ...[
              "eval",
              "retrieval",
              "--corpus",
              corpus!,
              "--queries",
              queries!,
              "--run",
              run,
              "--mode",
              mode,
            ],
          );
          assert.equal(ran.code, 0, ran.err);
          const lines = (await Deno.readTextFile(run)).trim().split("\n").map((line) => line.split(" "));
          assert.ok(lines.every((line) => line.length === 6 && line[1] === "Q0"));
          const first = lines.filter((line) => line[3] === "1").map((
            [query, , document],
          ) => [query, document]);
          assert.deepEqual(first, [["q1", "water"], ["q2", "bears"]]);
        });
      });
    });
  }
});

Deno.test("eval names the file and the line that it cannot read", async (t) => {
  const cases: readonly (readonly [content: string, says: RegExp])[] = [
    ["{broken\n", /pairs\.jsonl.*1/],
    [jsonl({ id: "a", claim: "x", evidence: "y" }, { id: "b" }), /pairs\.jsonl.*2/],
  ];
  for (const [content, says] of cases) {
    await t.step(content.slice(0, 20), async () => {
      await withFolder({ "pairs.jsonl": content }, async (folder) => {
        const out = `${folder}/out.jsonl`;
        const ran = await cairn("eval", "support", "--pairs", `${folder}/docs/pairs.jsonl`, "--out", out);
        assert.notEqual(ran.code, 0);
        assert.match(ran.err, says);
        await assert.rejects(Deno.stat(out), "nothing is written");
      });
    });
  }
});

Deno.test("eval alone writes the results page and says what it left out for want of data", async () => {
  await withFolder({}, async (folder) => {
    const out = `${folder}/results.md`;
    const ran = await cairn("eval", "--only", "wice,squad2", "--out", out);
    assert.equal(ran.code, 0, ran.err);
    const page = await Deno.readTextFile(out);
    assert.match(page, /^# Results\n[\s\S]*embedder [0-9a-f]{16} and reader\n[0-9a-f]{16}, on \d+ cores/);
    for (const name of ["wice", "squad2"]) {
      assert.match(page, new RegExp(`## ${name}\n\nLeft out: .*--data.* is missing`));
    }
  });
  const wrong = await cairn("eval", "--only", "luck");
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /There is no section luck; there are: wice,/);
});

Deno.test("doctor tells of the machine, the encoders and the packs, and how to mend what is missing", async () => {
  await withFolder({}, async (folder) => {
    await withEnv("CAIRN_HOME", `${folder}/home`, async () => {
      const { out } = await cairn("doctor", "--json");
      const { findings } = JSON.parse(out) as {
        findings: { what: string; found: string; ok: boolean; mend: string | null }[];
      };
      const named = findings.map(({ what }) => what);
      for (const what of ["machine", "embedder", "reader", "decision"]) {
        assert.ok(named.some((name) => name.includes(what)), `${what} in ${named}`);
      }
      for (const { what, ok, mend } of findings) {
        assert.ok(ok || mend !== null, `${what} says how to mend it`);
      }
      // Nothing is built in a folder that is new.
      assert.ok(findings.some(({ ok, mend }) => !ok && /cairn|task start/.test(mend!)));
    });
  });
});
