/**
 * `cairn eval`: measuring, with outputs that other tools can score.
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
  page,
};

/** Runs the evaluation that the first argument names. */
export async function evaluate([what, ...rest]: string[]): Promise<number> {
  const run = what !== undefined && Object.hasOwn(KINDS, what) ? KINDS[what] : undefined;
  if (run === undefined) {
    throw new UsageError(
      `${what === undefined ? "Say what to evaluate." : `There is no eval ${what}.`}\nUsage: ${USAGE.eval}`,
    );
  }
  return await run(rest);
}
