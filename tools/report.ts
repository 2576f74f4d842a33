/**
 * Measures on the report split and writes docs/evaluation.md, docs/risk-coverage.svg and docs/reliability.svg: `deno task report`.
 * Nothing here is fitted on these files.
 */
import { ROOT } from "../lib/config.ts";
import { open } from "../lib/commands/open.ts";
import { Library } from "../lib/corpus/library.ts";
import { emergencySections } from "./report/emergencies.ts";
import { latencySection } from "./report/latency.ts";
import { riskCoverage } from "./report/risk_coverage.ts";
import { systemClock, VERSION } from "../lib/wire.ts";

const opened = await open({});
const library = new Library(opened.packs, opened.embedder);
const ports = {
  library,
  embedder: opened.embedder,
  reader: opened.reader,
  clock: systemClock,
  ...opened.fitted,
};
const { section, curve, reliability } = await riskCoverage(ports);
const parts = [
  `# Evaluation

Cairn ${VERSION}, measured ${systemClock.today()} by \`deno task report\` with embedder ${
    opened.embedder.sha256.slice(0, 16)
  }, reader ${opened.reader.sha256.slice(0, 16)} and packs
${opened.packs.map(({ info }) => `${info.id} ${info.hash.slice(0, 12)}`).join(", ")}.
Shares come with counts and Wilson 95 % intervals. The questions of tests/suites/report were not used for fitting; their
documents and the fit split's documents are disjoint.`,
  section,
  await emergencySections(ports),
  await latencySection(opened.cairn),
  await Deno.readTextFile(`${ROOT}/docs/evaluation-notes.md`),
];
opened.close();
await Deno.writeTextFile(`${ROOT}/docs/evaluation.md`, parts.map((part) => part.trim()).join("\n\n") + "\n");
await Deno.writeTextFile(`${ROOT}/docs/risk-coverage.svg`, curve);
await Deno.writeTextFile(`${ROOT}/docs/reliability.svg`, reliability);
console.log("docs/evaluation.md, docs/risk-coverage.svg and docs/reliability.svg written");
