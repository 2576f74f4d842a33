/** A wrong answer from the report to the line of a suite: `/api/v1/incidents` and `cairn incident`. */
import assert from "node:assert/strict";
import { api } from "../lib/adapters/http/api.ts";
import { Metrics } from "../lib/metrics/metrics.ts";
import type { Cairn } from "../lib/ports.ts";
import { IncidentReceipt, SuiteCase } from "../lib/schema.ts";
import { assemble, clockOn, openIncidents, openModels, openPacks } from "../lib/wire.ts";
import { openApi, post, problemOf } from "./api.ts";
import { cairn as run, withEnv } from "./console.ts";
import { withFolder } from "./folder.ts";

const FILES = {
  "hut.md": "---\nas_of: 2026-10-01\n---\n# The Quagmire hut\n\nThe Quagmire hut has 18 bunks and a stove.\n",
};
const QUESTION = "How many bunks does the Quagmire hut have?";

/** A pack, an application of another day over it and its API; reports go into the folder's `home`. */
async function withReports(
  use: (
    world: { folder: string; pack: string; cairn: Cairn; report: (body: unknown) => Promise<Response> },
  ) => Promise<void>,
): Promise<void> {
  await withFolder(FILES, (folder) =>
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
    await t.step("it becomes a line of a suite", async () => {
      const suite = `${folder}/mended.jsonl`;
      assert.equal((await run("incident", "to-test", noted.id, "-o", suite, ...packs)).code, 0);
      const line = SuiteCase.parse(JSON.parse(await Deno.readTextFile(suite)));
      assert.deepEqual([line.question, line.category], [QUESTION, "incident"]);
      const { out } = await run("eval", "suite", suite, ...packs, "--out", `${folder}/out.jsonl`);
      assert.match(out, /wrong/);
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
    await t.step("a follow-up can be reported too", async () => {
      const again = await cairn.ask({ question: "and the stove?", previous: { id: answer.id } });
      assert.equal((await report({ answer: again.id })).status, 201);
    });
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
