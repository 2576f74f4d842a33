/** The suites themselves: readable, apart from each other, and true to the documents. */
import assert from "node:assert/strict";
import { z } from "zod";
import { BUILTIN, ROOT } from "../lib/config.ts";
import { readMarkdown } from "../lib/documents/markdown.ts";
import { readJsonLines } from "../lib/eval/jsonl.ts";
import { learntDocuments } from "../lib/eval/learnt.ts";
import { LieLine } from "../lib/eval/page/lies.ts";
import { readSuite } from "../lib/eval/suite.ts";
import { MAX_QUESTION, Risk, type SuiteCase } from "../lib/schema.ts";
import { collapse, fold } from "../lib/text/normalize.ts";

const SUITES = `${ROOT}/tests/suites`;
/** Claims with their evidence, for the reader; no questions. */
const CLAIMS = `${SUITES}/report/claims.jsonl`;
const LIES = `${SUITES}/lies.jsonl`;
const NAMES = ["emergency", "handbook", "kinds", "sounds_like_emergency", "trails"] as const;

/** Kinds of question that both halves hold. */
const EXPECTED =
  "fact number procedure comparison two_passages paraphrase near_miss wrong_trail wrong_place false_premise swapped_number vague live_data unsafe out_of_scope injection gibberish other_language"
    .split(" ");

/** Keys of our own suites that the contract leaves open. */
const More = z.object({ id: z.string(), card: z.array(z.string()).default([]), risk: Risk.optional() });

async function* files(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) yield* files(`${folder}/${name}`);
    else yield `${folder}/${name}`;
  }
}

const suites = new Map<string, SuiteCase[]>();
for await (const path of files(SUITES)) {
  if (path !== CLAIMS && path !== LIES) suites.set(path.slice(SUITES.length + 1), await readSuite(path));
}
const suite = (name: string) => suites.get(name) ?? assert.fail(`tests/suites/${name} is missing`);
const of = (half: string) => NAMES.flatMap((name) => suite(`${half}/${name}.jsonl`));

/** What a document says, its title included; null when there is no such document. */
async function textOf(id: string): Promise<string | null> {
  const path = BUILTIN.some((pack) => id.startsWith(`${pack.id}/`)) ? `${ROOT}/data/${id}.md` : null;
  if (path === null) return null;
  return await Deno.readTextFile(path).then((raw) => collapse(readMarkdown(raw).text), () => null);
}

Deno.test("every file is a suite: questions that fit, ids that are unique over all files", () => {
  assert.ok(suites.size >= 9);
  const seen = new Map<string, string>();
  for (const [name, cases] of suites) {
    assert.match(name, /\.jsonl$/);
    assert.notEqual(cases.length, 0, name);
    for (const { id, question, category } of cases) {
      assert.ok(!seen.has(id), `${id} is in ${name} and in ${seen.get(id)}`);
      seen.set(id, name);
      assert.ok(question.trim() !== "" && question.length <= MAX_QUESTION, id);
      assert.ok(category, `${id} has no category`);
    }
  }
});

Deno.test("the suite is as large and as mixed as it promises", async () => {
  const unanswerable = (half: string) => of(half).filter(({ expect }) => expect === "refuse");
  assert.ok(of("fit").length + of("report").length >= 1000);
  for (const half of ["fit", "report"]) {
    const near = unanswerable(half).filter(({ category }) => category === "near_miss");
    const plain = unanswerable(half).filter(({ category }) => !`${category}`.startsWith("sounds_like"));
    assert.ok(near.length >= 0.4 * plain.length, `${half}: ${near.length} near misses of ${plain.length}`);
    const kinds = new Set(of(half).map(({ category }) => category));
    for (const category of EXPECTED) assert.ok(kinds.has(category), `${half} has no ${category}`);
  }
  assert.ok(suite("report/emergency.jsonl").length >= 300);
  assert.ok(suite("report/sounds_like_emergency.jsonl").length >= 300);
  for (const half of ["fit", "report"]) {
    for (const name of NAMES) {
      for await (
        const { value, line } of readJsonLines(
          `${SUITES}/${half}/${name}.jsonl`,
          z.looseObject({ why: z.string() }),
        )
      ) {
        assert.notEqual(value.why.trim(), "", `${half}/${name}.jsonl, line ${line}, does not say why`);
      }
    }
  }
});

/** A question without its marks: another mark or another space does not make another question. */
const plain = (question: string) => fold(question).replace(/[^\p{L}\p{N}]+/gu, " ").trim();

Deno.test("no question is asked twice, and none is in both halves", () => {
  const asked = new Map<string, string>();
  const twice: string[] = [];
  for (const [name, cases] of suites) {
    for (const { id, question } of cases) {
      const key = plain(question);
      const other = asked.get(key);
      if (other !== undefined) twice.push(`${name} ${id} and ${other}: ${question}`);
      asked.set(key, `${name} ${id}`);
    }
  }
  assert.deepEqual(twice, []);
});

Deno.test("no handbook document and no trail is asked about in both halves", () => {
  for (const name of ["handbook", "trails"]) {
    const about = (half: string) => new Set(suite(`${half}/${name}.jsonl`).flatMap((test) => test.documents));
    const [fit, report] = [about("fit"), about("report")];
    assert.ok(fit.size > 0 && report.size > 0);
    assert.deepEqual([...fit].filter((id) => report.has(id)), [], name);
  }
});

Deno.test("nothing of the report half was learnt from, not in nearly the same words either", async () => {
  const Learnt = z.object({ text: z.string() });
  const learnt = new Map<string, ReadonlySet<string>>();
  const byWord = new Map<string, string[]>();
  for (const folder of ["emergency", "reader/written"]) {
    for await (const path of files(`${ROOT}/models/training/${folder}`)) {
      // The app manual's questions measure; nothing is learnt from them.
      if (path.endsWith("/guides.jsonl")) continue;
      for await (const { value: { text } } of readJsonLines(path, Learnt)) {
        const key = plain(text);
        if (learnt.has(key)) continue;
        learnt.set(key, new Set(key.split(" ")));
        for (const word of learnt.get(key)!) (byWord.get(word) ?? byWord.set(word, []).get(word)!).push(key);
      }
    }
  }
  const found: string[] = [];
  for (const { id, question } of of("report")) {
    const key = plain(question);
    const words = new Set(key.split(" "));
    if (learnt.has(key)) found.push(`${id}: ${question}`);
    if (learnt.has(key) || words.size < 4) continue;
    // Texts with that many words in common share one of the three rarest.
    const rare = [...words].sort((a, b) => (byWord.get(a)?.length ?? 0) - (byWord.get(b)?.length ?? 0));
    for (const other of new Set(rare.slice(0, 3).flatMap((word) => byWord.get(word) ?? []))) {
      const theirs = learnt.get(other)!;
      if (words.intersection(theirs).size >= 0.85 * words.union(theirs).size) {
        found.push(`${id}: ${question} / ${other}`);
      }
    }
  }
  assert.deepEqual(found, []);
});

Deno.test("documents that cases name exist; those of questions to be answered hold every must pattern", async (t) => {
  for (const half of ["fit", "report"]) {
    await t.step(half, async () => {
      const wrong: string[] = [];
      for (const { id, documents, must, expect } of of(half)) {
        const texts = await Promise.all(documents.map(textOf));
        documents.forEach((document, i) =>
          texts[i] === null && wrong.push(`${id}: ${document} does not exist`)
        );
        if (expect !== "answer" || documents.length === 0) continue;
        const held = (pattern: string) =>
          texts.some((text) => text !== null && new RegExp(pattern, "i").test(text));
        wrong.push(...must.filter((pattern) => !held(pattern)).map((pattern) => `${id}: ${pattern}`));
      }
      assert.deepEqual(wrong, []);
    });
  }
});

Deno.test("questions to be refused ask for no content, questions about documents say what must come", () => {
  const wrong: string[] = [];
  for (const half of ["fit", "report"]) {
    for (const name of ["handbook", "trails"]) {
      for (const { id, expect, must } of suite(`${half}/${name}.jsonl`)) {
        if (expect === "refuse" && must.length > 0) wrong.push(`${id}: to be refused, yet must hold ${must}`);
        if (expect === "answer" && must.length === 0) wrong.push(`${id}: any answer would be right`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

Deno.test("cards that emergencies call for exist", async () => {
  const cards = [...Deno.readDirSync(`${ROOT}/data/cards`)].map(({ name }) => name.replace(/\.md$/, ""));
  for (const half of ["fit", "report"]) {
    for await (const { value } of readJsonLines(`${SUITES}/${half}/emergency.jsonl`, More)) {
      assert.notEqual(value.card.length, 0, value.id);
      assert.deepEqual(value.card.filter((card) => !cards.includes(card)), [], value.id);
    }
  }
});

/** Evidence is written without bullets, list numbers and cell borders. */
const withoutMarks = (text: string) => text.replace(/(^| )(?:[•|]|\d{1,2}\.)(?= )/g, "").trim();

Deno.test("claims stand beside passages of documents that the reader has not learnt from", async () => {
  const Claim = z.object({
    id: z.string(),
    claim: z.string().min(1),
    evidence: z.string().min(1),
    gold: z.enum(["supported", "partly", "unsupported"]),
    document: z.string(),
  });
  const learnt = await learntDocuments(ROOT);
  const seen = new Set<string>();
  for await (const { value: { id, evidence, document } } of readJsonLines(CLAIMS, Claim)) {
    assert.ok(!seen.has(id), id);
    seen.add(id);
    assert.ok(!learnt.has(document), `${id}: the reader has learnt from ${document}`);
    const text = withoutMarks(await textOf(document) ?? "");
    assert.ok(
      text.includes(withoutMarks(collapse(evidence))),
      `${id}: ${document} does not say its evidence`,
    );
  }
  assert.ok(seen.size >= 400);
});

Deno.test("the lying writer's evidence stands in its documents, half of it by hand, every kind often enough", async () => {
  const seen = new Set<string>();
  const kinds = new Map<string, number>();
  const by = { hand: 0, rule: 0 };
  for await (const { value } of readJsonLines(LIES, LieLine)) {
    assert.ok(!seen.has(value.id), value.id);
    seen.add(value.id);
    by[value.by]++;
    if (value.by === "hand") {
      for (const { kind } of value.lies) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    const text = withoutMarks(await textOf(value.document) ?? "");
    assert.ok(
      text.includes(withoutMarks(collapse(value.evidence))),
      `${value.id}: ${value.document} does not say its evidence`,
    );
  }
  assert.ok(by.hand >= 150 && by.rule >= 150);
  const wanted = ["added", "direction", "dose", "modality", "negation", "number", "order", "place", "unit"];
  assert.deepEqual([...kinds.keys()].sort(), wanted);
  assert.ok([...kinds.values()].every((count) => count >= 30));
});
