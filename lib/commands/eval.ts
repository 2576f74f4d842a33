/**
 * `cairn eval retrieval|suite`: measuring, with outputs that other tools can score.
 * @module
 */
import { z } from "zod";
import { cairnHome, resolve } from "../config.ts";
import { Library } from "../corpus/library.ts";
import { readCorpus, readQueries, runLine } from "../eval/beir.ts";
import { judge, readSuite, type Verdict } from "../eval/suite.ts";
import { type Mode, retrieve } from "../retrieve/retrieve.ts";
import type { SuiteCase } from "../schema.ts";
import { sha256Hex } from "../text/hash.ts";
import { buildPack, openEmbedder, openPacks } from "../wire.ts";
import { checkModel, EXIT, PACK_OPTIONS, parse, print, printError, progressBar, UsageError } from "./cli.ts";
import { open } from "./open.ts";
import { USAGE } from "./usage.ts";

export async function evaluate(args: string[]): Promise<number> {
  const [what, ...rest] = args;
  if (what === "retrieval") return await retrieval(rest);
  if (what === "suite") return await suite(rest);
  throw new UsageError(
    `${what === undefined ? "Say what to evaluate." : `There is no eval ${what}.`}\nUsage: ${USAGE.eval}`,
  );
}

/** Passages looked at per query; a document counts with its best one. */
const DEPTH = 100;

async function retrieval(args: string[]): Promise<number> {
  const options = {
    corpus: { type: "string" },
    queries: { type: "string" },
    run: { type: "string" },
    mode: { type: "string" },
  } as const;
  const { values } = parse(args, options, USAGE.eval);
  const { corpus, queries, run } = values;
  if (corpus === undefined || queries === undefined || run === undefined) {
    throw new UsageError(`Usage: ${USAGE.eval}`);
  }
  const mode = z.enum(["full", "hybrid", "lexical", "dense"]).safeParse(values.mode ?? "full");
  if (!mode.success) throw new UsageError(`There is no mode ${values.mode}.\nUsage: ${USAGE.eval}`);
  const embedder = await openEmbedder();
  const path = await corpusPack(resolve(corpus), mode.data === "full", embedder);
  const packs = openPacks({ builtin: false, packs: [path] }, embedder);
  const library = new Library(packs, embedder);
  const lines: string[] = [];
  const asked = await readQueries(resolve(queries));
  const start = performance.now();
  for (const query of asked) lines.push(...await rank(library, embedder, query, mode.data));
  await Deno.writeTextFile(resolve(run), lines.join("\n") + "\n");
  packs.forEach((pack) => pack.close());
  print(
    `${asked.length} queries, mode ${mode.data}, ${
      ((performance.now() - start) / Math.max(1, asked.length)).toFixed(1)
    } ms each: ${run}`,
  );
  return EXIT.done;
}

/** The corpus as a pack, kept so that the next run need not encode it again. */
async function corpusPack(
  corpus: string,
  sentences: boolean,
  embedder: Awaited<ReturnType<typeof openEmbedder>>,
): Promise<string> {
  const key = (await sha256Hex(corpus)).slice(0, 16);
  const path = `${cairnHome()}/eval/corpus-${key}${sentences ? "" : "-passages"}.cairn`;
  const bar = progressBar();
  const target = { name: corpus, id: `corpus-${key}`, title: corpus, entries: readCorpus(corpus), path };
  await buildPack(target, embedder, (done, total) => bar(corpus, done, total), { sentences });
  return path;
}

async function rank(
  library: Library,
  embedder: Awaited<ReturnType<typeof openEmbedder>>,
  query: { _id: string; text: string },
  mode: Mode,
): Promise<string[]> {
  const { hits } = await retrieve(library, embedder, query.text, { mode, keep: DEPTH });
  const best = new Map<string, number>();
  for (const { chunk, fused } of hits) if (!best.has(chunk.documentId)) best.set(chunk.documentId, fused);
  return [...best].map(([id, score], i) =>
    runLine(query._id, decodeURIComponent(id.slice(id.indexOf("/") + 1)), i + 1, score)
  );
}

async function suite(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { ...PACK_OPTIONS, out: { type: "string" } }, USAGE.eval);
  if (positionals.length === 0 || values.out === undefined) throw new UsageError(`Usage: ${USAGE.eval}`);
  checkModel(values.model);
  const tests: SuiteCase[] = [];
  for (const file of positionals) tests.push(...await readSuite(resolve(file)));
  const { cairn, close } = await open(values);
  const table = new Map<string, Record<Verdict, number>>();
  const lines: string[] = [];
  try {
    for (const test of tests) {
      const answer = await cairn.ask({ question: test.question });
      const row = table.get(test.category ?? "none") ?? { right: 0, refused: 0, wrong: 0 };
      row[judge(test, answer)]++;
      table.set(test.category ?? "none", row);
      lines.push(JSON.stringify({ ...answer, case: test.id }));
    }
  } finally {
    close();
  }
  await Deno.writeTextFile(resolve(values.out), lines.join("\n") + "\n");
  print("category                 right refused wrong    n");
  for (const [category, { right, refused, wrong }] of [...table].sort()) {
    print(
      `${category.padEnd(24)} ${String(right).padStart(5)} ${String(refused).padStart(7)} ${
        String(wrong).padStart(5)
      } ${String(right + refused + wrong).padStart(4)}`,
    );
  }
  if (tests.length === 0) printError("The suite has no cases.");
  return EXIT.done;
}
