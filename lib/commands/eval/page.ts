/**
 * `cairn eval` without a kind: everything measured on data that was not trained on, on one page.
 * @module
 */
import { cpus } from "node:os";
import { resolve } from "../../config.ts";
import { type Measured, renderPage } from "../../eval/page/render.ts";
import { systemClock, VERSION } from "../../wire.ts";
import { EXIT, parse, print, printError, UsageError } from "../cli.ts";
import { USAGE } from "../usage.ts";
import { Bench } from "./page_bench.ts";
import { SECTIONS } from "./page_sections.ts";

/** Stands where a file of the data is named that nobody said the folder of. */
const NO_DATA = "DIR of --data";

/** Measures every section, or those of `--only`, and writes the page. */
export async function page(args: string[]): Promise<number> {
  const options = { data: { type: "string" }, out: { type: "string" }, only: { type: "string" } } as const;
  const { values } = parse(args, options, USAGE.eval);
  const { data, out = "results.md" } = values;
  const names = values.only?.split(",") ?? Object.keys(SECTIONS);
  const unknown = names.find((name) => !Object.hasOwn(SECTIONS, name));
  if (unknown !== undefined) {
    throw new UsageError(`There is no section ${unknown}; there are: ${Object.keys(SECTIONS).join(", ")}`);
  }
  const bench = await Bench.open(data === undefined ? NO_DATA : resolve(data));
  const measured: Measured[] = [];
  try {
    for (const name of names) {
      const start = performance.now();
      const found = await SECTIONS[name]!(bench);
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      printError(
        typeof found === "string" ? `${name}: left out: ${found}` : `${name}: measured in ${seconds} s`,
      );
      measured.push({ name, found });
      // After each: what is measured stays when a later section fails.
      await Deno.writeTextFile(resolve(out), renderPage(head(args, bench), measured));
    }
  } finally {
    bench.close();
  }
  print(`${measured.length} sections: ${out}`);
  return EXIT.done;
}

function head(args: readonly string[], { embedder, reader }: Bench): string {
  const command = ["cairn", "eval", ...args].map((arg) => /\s/.test(arg) ? `"${arg}"` : arg).join(
    " ",
  );
  const hash = (sha256: string) => sha256.slice(0, 16);
  const processor = cpus()[0]?.model.trim() || "unknown processor";
  return `# Results

Cairn ${VERSION}, measured ${systemClock.today()} by \`${command}\` with embedder ${
    hash(embedder.sha256)
  } and reader
${hash(reader.sha256)}, on ${navigator.hardwareConcurrency} cores (${processor}, ${Deno.build.arch}).

Nothing was trained or fitted on what is measured here. Intervals are 95 %: Wilson for shares of counted things, Hanley and
McNeil (1982) for AUROC, 1,000 seeded bootstrap draws for nDCG, recall, F1 and balanced accuracy. The worst mistakes are the
wrong ones of which the program was surest.`;
}
