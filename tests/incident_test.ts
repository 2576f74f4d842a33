/** A wrong answer from the report to the line of a suite: `/api/v1/incidents` and `cairn incident`. */
import assert from "node:assert/strict";
import { api } from "../lib/adapters/http/api.ts";
import { Metrics } from "../lib/metrics/metrics.ts";
import type { Cairn } from "../lib/ports.ts";
import { type Answer, IncidentReceipt, SuiteCase } from "../lib/schema.ts";
import { asking } from "../lib/testing/open.ts";
import { limitsCrossed, readTests, runSuite } from "../lib/testing/suite.ts";
import { assemble, clockOn, openIncidents, openModels, openPacks } from "../lib/wire.ts";
import { openApi, post, problemOf } from "./api.ts";
import { cairn as run, withEnv } from "./console.ts";
import { withFolder } from "./folder.ts";

const FILES = {
  "hut.md": "---\nas_of: 2026-10-01\n---\n# The Quagmire hut\n\nThe Quagmire hut has 18 bunks and a stove.\n",
};
/** Two trails that nothing but their name tells apart. */
const TRAILS = Object.fromEntries(
  [["Quagmire Loop", 18], ["Larch Ridge", 31]].map(([trail, bunks]) => [
    `${trail}.md`,
    `---\nas_of: 2026-10-01\ntrail: ${trail}\n---\n# ${trail}\n\nThe shelter has ${bunks} bunks and a stove.\n`,
  ]),
);
const QUESTION = "How many bunks does the Quagmire hut have?";

/** A pack, an application of another day over it and its API; reports go into the folder's `home`. */
async function withReports(
  use: (
    world: { folder: string; pack: string; cairn: Cairn; report: (body: unknown) => Promise<Response> },
  ) => Promise<void>,
  files: Readonly<Record<string, string>> = FILES,
): Promise<void> {
  await withFolder(files, (folder) =>
    withEnv("CAIRN_HOME", `${folder}/home`, async () => {
      const pack = `${folder}/huts.cairn`;
      assert.equal((await run("pack", "build", `${folder}/docs`, "-o", pack)).code, 0);
      const models = await openModels();
      const packs = openPacks({ builtin: false, packs: [pack] }, models.embedder);
      try {
        const cairn = assemble(packs, models, clockOn("2026-11-02"));
        const app = api({ cairn, incidents: openIncidents(cairn), metrics: new Metrics(), version: "0" });
        const report = async (body: unknown) =>
          await app.request("/api/v1/incidents", post(JSON.stringify(body)));
        await use({ folder, pack, cairn, report });
      } finally {
        packs.forEach((one) => one.close());
      }
    }));
}

Deno.test("an incident gives the identical answer, or says what has changed", async (t) => {
  await withReports(async ({ folder, pack, cairn, report }) => {
    const answer = await cairn.ask({ question: QUESTION });
    const noted = IncidentReceipt.parse(await (await report({ answer: answer.id })).json());
    assert.deepEqual([noted.question, noted.id], [false, `2026-11-02-${answer.id.slice(0, 8)}`]);
    const packs = ["--no-builtin", "--pack", pack];
    await t.step("it is listed without the question", async () => {
      const { code, out } = await run("incident", "list");
      assert.equal(code, 0);
      assert.match(out, new RegExp(`${noted.id} .*question not kept`));
      for await (const { name } of Deno.readDir(`${folder}/home/incidents`)) {
        assert.doesNotMatch(await Deno.readTextFile(`${folder}/home/incidents/${name}`), /bunks/i);
      }
    });
    await t.step("without the question it asks for it, and takes no other", async () => {
      const silent = await run("incident", "replay", noted.id, ...packs);
      assert.deepEqual([silent.code, /was not kept/.test(silent.err)], [2, true]);
      const other = await run("incident", "replay", noted.id, "--question", "How many stoves?", ...packs);
      assert.deepEqual([other.code, /salted hash differs/.test(other.err)], [2, true]);
    });
    await t.step("with the question it is identical", async () => {
      const { code, out } = await run("incident", "replay", noted.id, "--question", QUESTION, ...packs);
      assert.match(out, /Identical/);
      assert.equal(code, 0);
    });
    await t.step("with consent the same report holds the question", async () => {
      const kept = IncidentReceipt.parse(await (await report({ answer: answer.id, consent: true })).json());
      assert.deepEqual(kept, { id: noted.id, question: true });
      const { code, out } = await run("incident", "replay", noted.id, ...packs, "--json");
      assert.deepEqual([code, JSON.parse(out).identical], [0, true]);
    });
    await t.step("another report without consent takes nothing back", async () => {
      assert.equal((await report({ answer: answer.id })).status, 201);
      const { code, out } = await run("incident", "replay", noted.id, ...packs);
      assert.deepEqual([code, /Identical/.test(out)], [0, true]);
    });
    await t.step("it becomes a line of a suite", async () => {
      const suite = `${folder}/mended.jsonl`;
      assert.equal((await run("incident", "to-test", noted.id, "-o", suite, ...packs)).code, 0);
      const line = SuiteCase.parse(JSON.parse(await Deno.readTextFile(suite)));
      assert.deepEqual([line.question, line.category], [QUESTION, "incident"]);
      const { out } = await run("eval", "suite", suite, ...packs, "--out", `${folder}/out.jsonl`);
      assert.match(out, /wrong/);
      assert.match(limitsCrossed(await runSuite(await readTests(suite), asking(cairn))).join(), /claimed/);
    });
    await t.step("a line that is right already is told apart", async () => {
      const { code, err } = await run("incident", "to-test", noted.id, "--must", "18 bunks", ...packs);
      assert.deepEqual([code, /passes with the answer that was reported/.test(err)], [0, true]);
    });
    await t.step("a pack that is gone is named", async () => {
      await Deno.writeTextFile(`${folder}/docs/hut.md`, FILES["hut.md"].replace("18", "24"));
      assert.equal((await run("pack", "build", `${folder}/docs`, "-o", pack)).code, 0);
      const { code, out } = await run("incident", "replay", noted.id, ...packs);
      assert.equal(code, 1);
      assert.match(
        out,
        /Not the answer that was reported\.\n\s+The pack huts was \w{12} and is gone; here it is \w{12}\./,
      );
    });
  });
});

/** Reports an answer, without consent unless it is said, and returns the incident's name. */
async function reported(
  report: (body: unknown) => Promise<Response>,
  { id }: Answer,
  consent = false,
): Promise<string> {
  return IncidentReceipt.parse(await (await report({ answer: id, consent })).json()).id;
}

Deno.test("a follow-up is replayed by what was typed, and tested by a question that stands alone", async (t) => {
  await withReports(async ({ folder, pack, cairn, report }) => {
    const packs = ["--no-builtin", "--pack", pack];
    const typed = "How many bunks does the shelter have?";
    const first = await cairn.ask({ question: typed });
    assert.deepEqual(first.clarify?.options, ["Larch Ridge", "Quagmire Loop"]);
    const chosen = await cairn.ask({ question: typed, previous: { id: first.id, choice: "Larch Ridge" } });
    assert.match(chosen.sentences[0]!.text, /31 bunks/);
    const suite = `${folder}/mended.jsonl`;
    const lineOf = async (...args: string[]) => {
      const { code, out, err } = await run("incident", "to-test", ...args, ...packs);
      assert.equal(code, 0, err);
      await Deno.writeTextFile(suite, out);
      const tests = await readTests(suite);
      return { line: tests[0]!, err, fails: limitsCrossed(await runSuite(tests, asking(cairn))).length > 0 };
    };
    await t.step("the option that was chosen is found", async () => {
      const id = await reported(report, chosen);
      const { code, out } = await run("incident", "replay", id, "--question", typed, ...packs);
      assert.deepEqual([code, /Identical/.test(out)], [0, true]);
      const { line, fails } = await lineOf(id, "--question", typed);
      assert.deepEqual([line.question, fails], [`${typed} (Larch Ridge)`, true]);
      const other = await run("incident", "replay", id, "--question", "How many stoves?", ...packs);
      assert.match(other.err, /salted hash differs.*An option was chosen/s);
    });
    await t.step("the trail of before is found", async () => {
      const question = "How many bunks are there in the shelter?";
      const after = await cairn.ask({ question, previous: { id: chosen.id } });
      const named = await cairn.ask({ question: "How many bunks does Larch Ridge have?" });
      const next = await cairn.ask({ question, previous: { id: named.id } });
      assert.equal(next.outcome === "answer" || next.outcome === "caution", true);
      for (const answer of [after, next]) {
        const id = await reported(report, answer);
        const { code, out } = await run("incident", "replay", id, "--question", question, ...packs);
        assert.deepEqual([code, /Identical/.test(out)], [0, true]);
        const { line, fails } = await lineOf(id, "--question", question);
        assert.deepEqual([line.question, fails], [`${question} (Larch Ridge)`, true]);
      }
    });
    await t.step("what was refused wants to be told what is right", async () => {
      const question = "Who was the architect of the Larch Ridge shelter?";
      const refused = await cairn.ask({ question });
      assert.equal(refused.outcome, "refuse");
      const id = await reported(report, refused, true);
      for (const more of [[], ["--expect", "answer"]]) {
        const { code, err } = await run("incident", "to-test", id, ...more, ...packs);
        assert.deepEqual([code, /--must PATTERN/.test(err)], [2, true]);
      }
      const broken = await run("incident", "to-test", id, "--must", "(", ...packs);
      assert.deepEqual([broken.code, /no regular expression/.test(broken.err)], [2, true]);
      const { line, err, fails } = await lineOf(id, "--must", "Anna Larch");
      assert.deepEqual([line.expect, line.must, err, fails], ["answer", ["Anna Larch"], "", true]);
      assert.match((await lineOf(id, "--expect", "refuse")).err, /passes with the answer that was reported/);
    });
    await t.step("what no line can say is said", async () => {
      const some = await cairn.ask({ question: typed, packs: [] });
      const { err } = await lineOf(await reported(report, some, true), "--must", "31 bunks");
      assert.equal(err, "", "a line that fails needs no word");
      const asked = "How many bunks does Larch Ridge have?";
      const none = await cairn.ask({ question: asked, packs: [] });
      const { err: warned } = await lineOf(await reported(report, none, true), "--must", "31 bunks");
      assert.match(warned, /passes already.*no pack/s);
    });
  }, TRAILS);
});

Deno.test("the order in which packs are opened does not matter", async () => {
  await withReports(async ({ folder, pack }) => {
    const second = `${folder}/again.cairn`;
    assert.equal((await run("pack", "build", `${folder}/docs`, "-o", second)).code, 0);
    const models = await openModels();
    const packs = openPacks({ builtin: false, packs: [pack, second] }, models.embedder);
    try {
      const both = assemble(packs, models, clockOn("2026-11-02"));
      const answer = await both.ask({ question: QUESTION });
      const kept = await openIncidents(both).report({ answer: answer.id, consent: true });
      const order = ["--pack", second, "--pack", pack];
      const { code, out } = await run("incident", "replay", kept!.id, "--no-builtin", ...order);
      assert.deepEqual([code, /Identical/.test(out)], [0, true]);
    } finally {
      packs.forEach((one) => one.close());
    }
  });
});

Deno.test("a question cannot reach the terminal as anything but one line of text", async () => {
  await withReports(async ({ pack, cairn, report }) => {
    const forged = "2026-11-02-00000000  2026-11-02 08:00  answer  fine";
    const question = `\u001b[2J\u009b31mHow many\u202e bunks?\r\n${forged}\u0085\u2028${forged} ${
      "x".repeat(500)
    }`;
    const id = await reported(report, await cairn.ask({ question }), true);
    const { out } = await run("incident", "list");
    const lines = out.split("\n").filter((line) => line !== "");
    assert.equal(lines.length, 1);
    assert.ok(lines[0]!.startsWith(id) && lines[0]!.length < 320, lines[0]);
    // deno-lint-ignore no-control-regex -- that none is left is the point
    const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u202e]/;
    assert.doesNotMatch(out, control);
    for (const args of [["list", "--json"], ["to-test", id, "--must", "x", "--no-builtin", "--pack", pack]]) {
      const { out: json } = await run("incident", ...args);
      assert.doesNotMatch(json, control);
      const { question: line, asked } = JSON.parse(json);
      assert.equal(line ?? asked.text, question, "what is kept is what was asked");
    }
  });
});

Deno.test("reports that cannot be kept say why", async (t) => {
  await t.step("an answer that is not known", async () => {
    const { detail } = await problemOf(
      await openApi().request("/api/v1/incidents", post('{"answer":"x"}')),
      404,
    );
    assert.match(detail, /ask again/);
  });
  await t.step("no answer named", async () => {
    await problemOf(await openApi().request("/api/v1/incidents", post("{}")), 422);
    await problemOf(await openApi().request("/api/v1/incidents", post("{")), 400);
    await problemOf(await openApi().request("/api/v1/incidents"), 405);
  });
  await t.step("a full disk", async () => {
    const full = { report: () => Promise.reject(new Error("No space left on device")) };
    const { detail } = await problemOf(
      await openApi(undefined, full).request("/api/v1/incidents", post('{"answer":"x"}')),
      500,
    );
    assert.match(detail, /No space left/);
  });
});

Deno.test("incident commands say what is right", async (t) => {
  const home = await Deno.makeTempDir({ prefix: "cairn-home-" });
  await withEnv("CAIRN_HOME", home, async () => {
    const cases: readonly (readonly [args: string[], code: number, says: RegExp])[] = [
      [[], 2, /Say what to do with incidents[\s\S]*Usage: cairn incident/],
      [["paint"], 2, /There is no incident paint/],
      [["list", "x"], 2, /Usage/],
      [["replay"], 2, /Name one incident/],
      [["replay", "2026-11-21-00000000"], 1, /There is no incident 2026-11-21-00000000/],
      [["replay", "../../etc/passwd"], 1, /is not how incidents are called/],
      [["to-test", "a", "--expect", "luck"], 1, /There is no incident a/],
    ];
    for (const [args, code, says] of cases) {
      await t.step(args.join(" "), async () => {
        const ran = await run("incident", ...args);
        assert.equal(ran.code, code);
        assert.match(ran.err, says);
      });
    }
    assert.match((await run("incident", "list")).out, /No wrong answer has been reported/);
  });
  await Deno.remove(home, { recursive: true });
});
