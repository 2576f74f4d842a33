/**
 * `cairn eval retrieval`: BEIR files in, a TREC run out.
 * @module
 */
import { z } from "zod";
import { cairnHome, resolve } from "../../config.ts";
import { Library } from "../../corpus/library.ts";
import type { Embedder, Reader } from "../../ports.ts";
import { type Query, readCorpus, readQueries, runLine } from "../../eval/beir.ts";
import { type Mode, retrieve } from "../../retrieve/retrieve.ts";
import { sha256Hex } from "../../text/hash.ts";
import { rerank } from "../../read/rerank.ts";
import { buildPack, openEmbedder, openPacks, openReader } from "../../wire.ts";
import { EXIT, parse, print, progressBar, UsageError } from "../cli.ts";
import { USAGE } from "../usage.ts";

/** Passages looked at per query; a document counts with its best one. */
const DEPTH = 100;

/** `full` ranks as `ask` does: with the sentences' vectors and the reader. */
export async function retrieval(args: string[]): Promise<number> {
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
  const [embedder, reader] = await Promise.all([openEmbedder(), mode.data === "full" ? openReader() : null]);
  const path = await corpusPack(resolve(corpus), mode.data === "full", embedder);
  const packs = openPacks({ builtin: false, packs: [path] }, embedder);
  const library = new Library(packs, embedder);
  const lines: string[] = [];
  const asked = await readQueries(resolve(queries));
  const start = performance.now();
  for (const query of asked) lines.push(...await rank({ library, embedder, reader }, query, mode.data));
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
export async function corpusPack(
  corpus: string,
  sentences: boolean,
  embedder: Embedder,
): Promise<string> {
  const key = (await sha256Hex(corpus)).slice(0, 16);
  const path = `${cairnHome()}/eval/corpus-${key}${sentences ? "" : "-passages"}.cairn`;
  const bar = progressBar();
  const target = { name: corpus, id: `corpus-${key}`, title: corpus, entries: readCorpus(corpus), path };
  await buildPack(target, embedder, (done, total) => bar(corpus, done, total), { sentences });
  return path;
}

interface RankPorts {
  readonly library: Library;
  readonly embedder: Embedder;
  /** Null in the modes that do not read. */
  readonly reader: Reader | null;
}

async function rank(ports: RankPorts, query: Query, mode: Mode): Promise<string[]> {
  return (await rankDocuments(ports, query.text, mode)).map(({ id, score }, i) =>
    runLine(query._id, id, i + 1, score)
  );
}

/** Documents of a BEIR corpus by their best passage, best first. */
export async function rankDocuments(
  { library, embedder, reader }: RankPorts,
  question: string,
  mode: Mode,
): Promise<{ readonly id: string; readonly score: number }[]> {
  const retrieved = await retrieve(library, embedder, question, { mode, keep: DEPTH });
  const { hits } = reader === null ? retrieved : await rerank(library, reader, retrieved);
  const best = new Map<string, number>();
  // Scores of a run must fall; the reader's order stands for itself.
  hits.forEach(({ chunk, fused }, i) => {
    if (!best.has(chunk.documentId)) best.set(chunk.documentId, reader === null ? fused : 1 / (1 + i));
  });
  return [...best].map(([id, score]) => ({ id: decodeURIComponent(id.slice(id.indexOf("/") + 1)), score }));
}
