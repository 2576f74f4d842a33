import assert from "node:assert/strict";
import { parseCsv, parseTable } from "./csv.ts";

Deno.test("parseCsv", async (t) => {
  const cases: readonly (readonly [string, string, string[][]])[] = [
    ["nothing", "", []],
    ["one row", "a,b", [["a", "b"]]],
    ["line ends of both kinds", "a,b\r\nc,d\n", [["a", "b"], ["c", "d"]]],
    ["empty cells", "a,,\n,b,\n", [["a", "", ""], ["", "b", ""]]],
    ["an empty last cell without a line end", "a,", [["a", ""]]],
    ["commas and line ends in quotes", '"a,1","b\r\nc"\nd,e', [["a,1", "b\r\nc"], ["d", "e"]]],
    ["doubled quotes", '"5"" deep","""",""', [['5" deep', '"', ""]]],
    ["a quote inside a plain cell", '6" deep,x', [['6" deep', "x"]]],
  ];
  for (const [name, text, rows] of cases) await t.step(name, () => assert.deepEqual(parseCsv(text), rows));
  assert.throws(() => parseCsv('"a'), /does not end/);
  assert.throws(() => parseCsv('"a"b,c'), /after a quoted cell in row 1/);
});

Deno.test("parseTable names cells by the first row and refuses ragged rows", () => {
  assert.deepEqual(parseTable("x,y\n1,2\n"), [{ x: "1", y: "2" }]);
  assert.throws(() => parseTable("x,y\n1,2\n3\n"), /row 3: it has 1 cells, the first has 2/);
});
