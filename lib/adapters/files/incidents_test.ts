import assert from "node:assert/strict";
import { draftAnswer } from "../../answers/draft.ts";
import type { Incident } from "../../incidents/incident.ts";
import type { Answer } from "../../schema.ts";
import { IncidentFolder, UnknownIncidentError } from "./incidents.ts";

const incident = (id: string, reported: string): Incident => ({
  ...{ format: 1, id, reported, today: "2026-11-21", packs: null, outcome: "refuse", reason: "vague" },
  ...{
    answerSha256: "a",
    fittedSha256: "f",
    questionHash: { salt: "s", rounds: 1, sha256: "q" },
    asked: null,
  },
  versions: { app: "0", packs: [], encoder: null, reader: null, model: null, prompt: null },
});

Deno.test("incidents are files that come back whole, the newest first; damaged ones are named", async () => {
  const root = await Deno.makeTempDir({ prefix: "cairn-incidents-" });
  try {
    const folder = new IncidentFolder(`${root}/incidents`);
    assert.deepEqual(await folder.list(), { incidents: [], damaged: [] });
    const [old, young] = [incident("a", "2026-11-20T00:00:00Z"), incident("b", "2026-11-21T00:00:00Z")];
    await folder.save(young);
    await folder.save(old);
    await folder.save(old);
    assert.deepEqual(await folder.list(), { incidents: [young, old], damaged: [] });
    assert.deepEqual(await folder.read("a"), old);

    await Deno.writeTextFile(`${root}/incidents/c.json`, "{");
    await Deno.writeTextFile(`${root}/incidents/c.json.x.part`, "{");
    const { incidents, damaged } = await folder.list();
    assert.equal(incidents.length, 2);
    assert.match(damaged.join(), /c\.json is no incident/);
    await assert.rejects(folder.read("d"), UnknownIncidentError);
    for (const id of ["../a", "", "A", "a/b"]) {
      await assert.rejects(folder.read(id), UnknownIncidentError, id);
    }
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("a report without consent leaves the question that is kept", async () => {
  const root = await Deno.makeTempDir({ prefix: "cairn-incidents-" });
  try {
    const folder = new IncidentFolder(root);
    const silent = incident("a", "2026-11-20T00:00:00Z");
    const answer: Answer = { ...draftAnswer("refuse"), id: "a", timings: {}, versions: silent.versions };
    const asked = { text: "where?", trail: null, calm: false, answer };
    await folder.save({ ...silent, asked });
    assert.deepEqual(await folder.save(silent), { ...silent, asked });
    assert.deepEqual((await folder.read("a")).asked, asked);
    const other = { ...silent, answerSha256: "b" };
    assert.deepEqual(await folder.save(other), other, "another answer's question is not this one's");
    await Deno.writeTextFile(`${root}/a.json`, "{");
    assert.deepEqual(await folder.save(silent), silent, "a damaged file is replaced");
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("a folder that cannot be written keeps what it had", async () => {
  const root = await Deno.makeTempDir({ prefix: "cairn-incidents-" });
  try {
    await Deno.writeTextFile(`${root}/incidents`, "a file where the folder should be");
    await assert.rejects(new IncidentFolder(`${root}/incidents`).save(incident("a", "2026-11-20T00:00:00Z")));
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
