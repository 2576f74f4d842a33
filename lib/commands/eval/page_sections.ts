/**
 * The sections of the results page: which files each needs and how it is measured.
 * @module
 */
import { ROOT } from "../../config.ts";
import { Library } from "../../corpus/library.ts";
import { learntDocuments } from "../../eval/learnt.ts";
import { claims } from "../../eval/page/claims.ts";
import { guides } from "../../eval/page/guides.ts";
import { latency } from "../../eval/page/latency.ts";
import { lies } from "../../eval/page/lies.ts";
import { own } from "../../eval/page/own.ts";
import { scifact } from "../../eval/page/scifact.ts";
import { inTurn, type Section } from "../../eval/page/section.ts";
import { squad2 } from "../../eval/page/squad2.ts";
import { summedits } from "../../eval/page/summedits.ts";
import { wice } from "../../eval/page/wice.ts";
import { passagesByHash } from "../../eval/page/written_rows.ts";
import { readSuite } from "../../eval/suite.ts";
import type { AskPorts } from "../../pipeline.ts";
import { assemble, type Fitted, systemClock } from "../../wire.ts";
import type { Bench } from "./page_bench.ts";
import { corpusPack, rankDocuments } from "./retrieval.ts";

/** A section, or why it is left out. */
export type Measure = (bench: Bench) => Promise<Section | string>;

const REPORT = `${ROOT}/tests/suites/report`;
const SUITES = [`${REPORT}/handbook.jsonl`, `${REPORT}/trails.jsonl`];
const CLAIMS = `${REPORT}/claims.jsonl`;
const LIES = `${ROOT}/tests/suites/lies.jsonl`;
const WRITTEN = `${ROOT}/models/training/reader/written/guides.jsonl`;

/** By name, in the order of the page. */
export const SECTIONS: Readonly<Record<string, Measure>> = {
  wice: measure(({ data }) => [`${data}/claims/wice_dev.jsonl`], ({ reader }, [path]) => wice(reader, path!)),
  summedits: measure(
    ({ data }) => [`${data}/claims/summedits_dev.jsonl`],
    ({ reader }, [path]) => summedits(reader, path!),
  ),
  scifact: measure(
    ({ data }) =>
      ["corpus.jsonl", "queries_train.jsonl", "qrels_train.tsv"].map((name) =>
        `${data}/retrieval/scifact_${name}`
      ),
    async (bench, [corpus, queries, qrels]) => {
      const { embedder, reader } = bench;
      // Without the sentences' vectors: the full mode is then hybrid search and the reader.
      const library = bench.library(await corpusPack(corpus!, false, embedder));
      return await scifact({ queries: queries!, qrels: qrels! }, async (question, mode) => {
        return (await rankDocuments(
          { library, embedder, reader: mode === "full" ? reader : null },
          question,
          mode,
        )).map(({ id }) => id);
      });
    },
  ),
  squad2: measure(
    ({ data }) => [`${data}/answerability/squad2_half_dev_a.jsonl`],
    ({ reader }, [path]) => squad2(reader, path!),
  ),
  guides: measure(
    ({ guidesFolder }) => [guidesFolder, WRITTEN],
    fitted(async (bench, ports) => await guides({ ...ports, library: await bench.guides() }, WRITTEN)),
  ),
  own: measure(
    () => SUITES,
    fitted(async (bench, ports) => {
      return await own({ ...ports, library: new Library(await bench.builtin(), bench.embedder) }, SUITES);
    }),
  ),
  async claims(bench) {
    const suite = await missing([CLAIMS]) === null ? CLAIMS : null;
    const written = await missing([bench.guidesFolder, WRITTEN]) === null
      ? { path: WRITTEN, passages: await passagesByHash(await bench.guides()) }
      : null;
    if (suite === null && written === null) return await missing([CLAIMS, WRITTEN, bench.guidesFolder]) ?? "";
    return await claims(bench.reader, suite, written);
  },
  lies: measure(() => [LIES], async ({ reader }, [path]) => {
    return await lies(reader, path!, await learntDocuments(ROOT));
  }),
  latency: measure(() => SUITES, async (bench) => {
    const { embedder, reader, fitted, loading } = bench;
    const packs = await bench.builtin();
    const library = new Library(packs, embedder);
    const cairn = typeof fitted === "string" ? null : assemble(packs, { embedder, reader, fitted });
    const questions = (await inTurn(SUITES, readSuite)).flat().map(({ question }) => question);
    return await latency({ embedder, reader, library, cairn, questions, loading });
  }),
};

/** Measures where the files are there. */
function measure(
  needs: (bench: Bench) => string[],
  run: (bench: Bench, paths: readonly string[]) => Promise<Section | string>,
): Measure {
  return async (bench) => {
    const paths = needs(bench);
    return await missing(paths) ?? await run(bench, paths);
  };
}

/** Measures where a decision is fitted for the encoders. */
function fitted(run: (bench: Bench, ports: Omit<AskPorts, "library"> & Fitted) => Promise<Section>): Measure {
  return async (bench) => {
    const { embedder, reader, fitted } = bench;
    if (typeof fitted === "string") return fitted;
    return await run(bench, { embedder, reader, clock: systemClock, ...fitted });
  };
}

/** Says which file is not there; null when all are. */
async function missing(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    if (await Deno.stat(path).catch(() => null) === null) return `${path} is missing.`;
  }
  return null;
}
