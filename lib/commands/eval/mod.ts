/**
 * `cairn eval`: measuring; alone everything at once on one page, with a kind one thing with an output that other tools can score.
 * @module
 */
import { UsageError } from "../cli.ts";
import { USAGE } from "../usage.ts";
import { answerable } from "./answerable.ts";
import { page } from "./page.ts";
import { retrieval } from "./retrieval.ts";
import { suite } from "./suite.ts";
import { support } from "./support.ts";

const KINDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  retrieval,
  suite,
  support,
  answerable,
};

/** Runs the evaluation that the first argument names; without one the results page is written. */
export async function evaluate(args: string[]): Promise<number> {
  const [what, ...rest] = args;
  if (what === undefined || what.startsWith("-")) return await page(args);
  const run = Object.hasOwn(KINDS, what) ? KINDS[what] : undefined;
  if (run === undefined) {
    throw new UsageError(`There is no eval ${what}.\nUsage: ${USAGE.eval}`);
  }
  return await run(rest);
}
