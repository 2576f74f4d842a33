import assert from "node:assert/strict";
import { reportArticle, reportClaim, reportDomain, reportQuery, tenth } from "./split.ts";

Deno.test("keys fall where models/training/reader/split.py puts them", async (t) => {
  const tenths: [string, number][] = [
    ["", 0],
    ["dev02986", 0],
    ["Südtirol 🏔", 3],
    ["Amazon_rainforest", 1],
    ["scifact 0", 4],
    ["scifact 1099", 8],
  ];
  for (const [key, expected] of tenths) {
    await t.step(key, async () => assert.equal(await tenth(key), expected));
  }
});

Deno.test("what is reported on is what split.py leaves out of training", async () => {
  const kept = async (of: (key: string) => Promise<boolean>, keys: string[]) => {
    const found: string[] = [];
    for (const key of keys) if (await of(key)) found.push(key);
    return found;
  };
  assert.deepEqual(
    await kept(reportArticle, [
      "Steam_engine",
      "Islamism",
      "Normans",
      "Südtirol 🏔",
      "Rhine",
      "Oxygen",
      "Huguenot",
    ]),
    ["Steam_engine", "Islamism", "Normans", "Oxygen"],
  );
  assert.deepEqual(
    await kept(reportClaim, ["dev02986#0", "dev02986#7", "dev00001#0", "dev00003#1", "dev00004#0", "nohash"]),
    ["dev00004#0"],
  );
  assert.deepEqual(await kept(reportQuery, ["0", "2", "4", "6", "9", "10", "1099"]), ["4", "6", "10"]);
  assert.deepEqual(["news", "samsum", "podcast"].filter(reportDomain), ["podcast"]);
});
