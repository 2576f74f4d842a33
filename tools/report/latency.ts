/**
 * Time from question to answer, in this process, over the report split.
 */
import { ROOT } from "../../lib/config.ts";
import { readSuite } from "../../lib/eval/suite.ts";
import { quantile } from "../../lib/math/statistics.ts";
import type { Cairn } from "../../lib/ports.ts";

/** Questions asked before the clock counts: caches fill, code is compiled. */
const WARM_UP = 30;

export async function latencySection(cairn: Cairn): Promise<string> {
  const tests = [];
  for (const name of ["handbook", "trails"]) {
    tests.push(...await readSuite(`${ROOT}/tests/suites/report/${name}.jsonl`));
  }
  for (const { question } of tests.slice(0, WARM_UP)) await cairn.ask({ question });
  const times: number[] = [];
  for (const { question } of tests) {
    const start = performance.now();
    await cairn.ask({ question });
    times.push(performance.now() - start);
  }
  const ms = (share: number) => quantile(times, share).toFixed(1);
  const megabytes = Math.round(Deno.memoryUsage().rss / 1e6);
  return `## Speed and memory

${navigator.hardwareConcurrency} cores (${Deno.build.arch}), ${times.length} questions after ${WARM_UP} to warm up: p50 ${
    ms(0.5)
  } ms, p95 ${ms(0.95)} ms, slowest ${ms(1)} ms.
Resident memory at the end: ${megabytes} MB, no language model.`;
}
