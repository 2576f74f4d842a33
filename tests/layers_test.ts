/** Imports under lib/ point one way: `schema ← ports/records ← stages ← pipeline ← app ← main`. */
import assert from "node:assert/strict";
import { ROOT } from "../lib/config.ts";

/**
 * Which parts of lib/ a part may import, beside itself. A part is the first folder of a path, or the file
 * itself where it stands in lib/ directly; `adapters/http` is a part of its own.
 */
const BASE = ["schema.ts", "ports.ts", "records.ts"];
const LEAVES = ["text", "math", "corpus", "answers"];
const STAGES = ["documents", "chunks", "index", "retrieve", "decide", "compose", "trail", "read", "check"];
const PIPELINE = ["pipeline.ts", "ingest.ts", "packs"];
const APP = ["cairn.ts", "memory.ts", "incidents", "eval", "metrics", "config.ts"];
const ADAPTERS = ["adapters/files", "adapters/onnx", "adapters/sqlite", "adapters/http"];

const below = [...BASE, ...LEAVES];
const RULES: Readonly<Record<string, readonly string[]>> = {
  "schema.ts": [],
  // Two halves of one layer: what stages need from the world, and what they hand to each other.
  "ports.ts": ["schema.ts", "records.ts"],
  "records.ts": ["schema.ts", "ports.ts", "text"],
  text: [],
  math: [],
  answers: [...BASE, "text"],
  corpus: [...BASE, "text", "math"],
  ...Object.fromEntries(STAGES.map((stage) => [stage, below])),
  "pipeline.ts": [...below, ...STAGES],
  "ingest.ts": [...below, ...STAGES],
  // Packs made of packs: no stage makes anything anew.
  packs: [...below, "index", "documents"],
  metrics: ["schema.ts"],
  "config.ts": ["text"],
  "memory.ts": below,
  incidents: below,
  "cairn.ts": [...below, ...STAGES, "pipeline.ts", "memory.ts"],
  eval: [...below, ...STAGES, "pipeline.ts"],
  // Adapters implement ports; HTTP also counts what it answers.
  "adapters/files": ["incidents"],
  "adapters/onnx": below,
  "adapters/sqlite": below,
  "adapters/http": [...below, "metrics"],
  "wire.ts": [...below, ...STAGES, ...PIPELINE, ...APP, ...ADAPTERS],
  commands: [...below, ...STAGES, ...PIPELINE, ...APP, "wire.ts", "adapters/http"],
  testing: [...below, ...STAGES, ...PIPELINE, ...APP, "wire.ts", "commands"],
  // Fresh's interface knows nothing of Cairn.
  fresh: [],
};

/** What may be imported from outside lib/, by part; packages are not looked at. */
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  "wire.ts": ["deno.json"],
  commands: ["site.ts"],
};

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s[^"';]*?from\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g;

/** Comments hold examples of imports; what is only quoted in them is no import. */
const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

function partOf(path: string): string {
  const [first, second] = path.split("/") as [string, string?];
  return first === "adapters" ? `${first}/${second}` : first;
}

async function* sources(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(`${ROOT}/${folder}`)) {
    const path = `${folder}/${name}`;
    if (isDirectory) yield* sources(path);
    else if (/\.tsx?$/.test(name) && !/_test\.tsx?$/.test(name)) yield path;
  }
}

/** Imports by relative path, as paths from the repository's root. */
async function importsOf(path: string): Promise<string[]> {
  const source = withoutComments(await Deno.readTextFile(`${ROOT}/${path}`));
  return [...source.matchAll(IMPORT)].map((match) => match[1] ?? match[2]!)
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => new URL(specifier, `file:///${path}`).pathname.slice(1));
}

Deno.test("the pattern finds every kind of import and nothing in comments", () => {
  const source = `import a from "./a.ts";
import type { B } from "./b.ts";
import {
  c,
  type D,
} from "./c.ts";
import * as e from './single.ts';
export { f } from "./f.ts";
export * from "./g.ts";
import "./h.ts";
const i = await import("./i.ts");
import j from "../j.json" with { type: "json" };
/** import x from "./x.ts" */
// import y from "./y.ts"
const text = "from nothing";`;
  const found = [...withoutComments(source).matchAll(IMPORT)].map((match) => match[1] ?? match[2]);
  assert.deepEqual(found, [
    ...["./a.ts", "./b.ts", "./c.ts", "./single.ts", "./f.ts", "./g.ts", "./h.ts", "./i.ts", "../j.json"],
  ]);
});

Deno.test("every import under lib/ points along the arrows", async () => {
  const wrong: string[] = [];
  const parts = new Set<string>();
  for await (const path of sources("lib")) {
    const part = partOf(path.slice("lib/".length));
    parts.add(part);
    const allowed = RULES[part];
    if (allowed === undefined) {
      wrong.push(`${path}: ${part} has no rule; add it to the table`);
      continue;
    }
    for (const target of await importsOf(path)) {
      const inside = target.startsWith("lib/");
      const to = inside ? partOf(target.slice("lib/".length)) : target;
      const fine = inside ? to === part || allowed.includes(to) : OUTSIDE[part]?.includes(to) === true;
      if (!fine) wrong.push(`${path} imports ${target}: ${part} may not know ${to}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual([...parts].sort(), Object.keys(RULES).sort(), "a rule for a part that is not there");
});

Deno.test("the table has no circle, but for the two halves of the ports", () => {
  const known = new Map<string, Set<string>>();
  const reach = (part: string, path: readonly string[]): void => {
    const at = path.indexOf(part);
    if (at >= 0) {
      const circle = path.slice(at).toSorted();
      assert.deepEqual(circle, ["ports.ts", "records.ts"], [...path.slice(at), part].join(" → "));
      return;
    }
    if (known.has(part)) return;
    for (const next of RULES[part] ?? assert.fail(`${part} has no rule`)) reach(next, [...path, part]);
    known.set(part, new Set(RULES[part]));
  };
  for (const part of Object.keys(RULES)) reach(part, []);
});

Deno.test("one file knows the order of the stages: only it, the build's and the roots import several", async () => {
  const several: string[] = [];
  for await (const path of sources("lib")) {
    const targets = (await importsOf(path)).filter((target) => target.startsWith("lib/"))
      .map((target) => partOf(target.slice("lib/".length))).filter((part) => STAGES.includes(part));
    const own = partOf(path.slice("lib/".length));
    if (new Set(targets.filter((part) => part !== own)).size > 2) several.push(path);
  }
  assert.deepEqual(several.sort(), ["lib/cairn.ts", "lib/ingest.ts", "lib/pipeline.ts", "lib/wire.ts"]);
});

Deno.test("nothing outside lib/ imports an adapter", async () => {
  const roots = ["main.ts", "site.ts", "security.ts", "state.ts", "dev.ts"];
  for await (const path of sources("tools")) roots.push(path);
  const wrong: string[] = [];
  for (const path of roots) {
    const adapters = (await importsOf(path)).filter((target) => target.startsWith("lib/adapters/"));
    wrong.push(...adapters.map((target) => `${path} imports ${target}`));
  }
  assert.deepEqual(wrong, []);
});

Deno.test("the page reaches the application through its interface alone", async () => {
  const allowed = /^lib\/(schema|ports)\.ts$|^lib\/text\/|^lib\/fresh\//;
  const wrong: string[] = [];
  for (const folder of ["routes", "components", "islands"]) {
    for await (const path of sources(folder)) {
      for (const target of await importsOf(path)) {
        if (target.startsWith("lib/") && !allowed.test(target)) wrong.push(`${path} imports ${target}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});
