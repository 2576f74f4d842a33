import assert from "node:assert/strict";
import { z } from "zod";
import { readCorpus, readQueries, runLine } from "./beir.ts";
import { JsonLineError, readJsonLines } from "./jsonl.ts";

async function withFile<T>(content: string, use: (path: string) => Promise<T>): Promise<T> {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, content);
    return await use(path);
  } finally {
    await Deno.remove(path);
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const Line = z.object({ id: z.string(), n: z.number().default(7) });
const read = (content: string) => withFile(content, (path) => all(readJsonLines(path, Line)));

Deno.test("lines are numbered as in the file; empty ones and unknown keys are ignored", async (t) => {
  const cases: [string, string, { line: number; value: { id: string; n: number } }[]][] = [
    ["plain", '{"id":"a","n":1,"x":2}\n\n{"id":"b"}\n', [
      { line: 1, value: { id: "a", n: 1 } },
      { line: 3, value: { id: "b", n: 7 } },
    ]],
    ["CRLF", '{"id":"a"}\r\n\r\n{"id":"🏔️"}\r\n', [
      { line: 1, value: { id: "a", n: 7 } },
      { line: 3, value: { id: "🏔️", n: 7 } },
    ]],
    ["a byte-order mark", '\uFEFF{"id":"a"}', [{ line: 1, value: { id: "a", n: 7 } }]],
    ["empty", "", []],
  ];
  for (const [name, content, expected] of cases) {
    await t.step(name, async () => assert.deepEqual(await read(content), expected));
  }
});

Deno.test("what does not fit is named with its line and key", async () => {
  await assert.rejects(read('{"id":"a"}\n{"id":1}'), { name: "JsonLineError", message: /line 2: id: / });
  await assert.rejects(read('{"id":"a"}\n\n{"id"'), { message: /line 3: not JSON/ });
  await assert.rejects(read("[]"), { message: /line 1: line: / });
  await assert.rejects(all(readJsonLines("/no/such/file", Line)), JsonLineError);
});

Deno.test("a BEIR corpus is read as documents", async () => {
  const lines = [
    '{"_id":"a/b.md","title":" T ","text":"One.\\r\\nTwo."}',
    '{"_id":7,"text":"x","metadata":{}}',
  ];
  const [first, second] = await withFile(lines.join("\n"), (path) => all(readCorpus(path)));
  assert.ok(first?.kind === "document" && second?.kind === "document");
  assert.equal(first.path, "a%2Fb.md.json");
  assert.equal((await first.read()).metadata.title, "T");
  assert.equal((await first.read()).text, "One. Two.");
  assert.deepEqual([second.path, (await second.read()).metadata.title], ["7.json", "7"]);
});

Deno.test("queries in, a TREC run out", async () => {
  const queries = await withFile('{"_id":"q1","text":"water","x":1}', readQueries);
  assert.deepEqual(queries, [{ _id: "q1", text: "water" }]);
  assert.equal(runLine("q1", "d1", 1, 0.5), "q1 Q0 d1 1 0.500000 cairn");
});
