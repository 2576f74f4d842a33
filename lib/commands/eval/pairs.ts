/**
 * Pairs in, a scored line each out: what `eval support` and `eval answerable` share.
 * @module
 */
import type { z } from "zod";
import { resolve } from "../../config.ts";
import { readJsonLines } from "../../eval/jsonl.ts";
import type { Reader } from "../../ports.ts";
import { openReader } from "../../wire.ts";
import { EXIT, parse, print, progressBar, UsageError } from "../cli.ts";
import { USAGE } from "../usage.ts";

/** Reads every line of `--pairs` by `shape`, scores it, and writes `--out` when all are done. */
export async function scorePairs<T extends { id: string }>(
  args: string[],
  shape: z.ZodType<T>,
  score: (reader: Reader, pair: T) => Promise<Record<string, unknown>>,
): Promise<number> {
  const { values } = parse(args, { pairs: { type: "string" }, out: { type: "string" } } as const, USAGE.eval);
  if (values.pairs === undefined || values.out === undefined) throw new UsageError(`Usage: ${USAGE.eval}`);
  const pairs: T[] = [];
  for await (const { value } of readJsonLines(resolve(values.pairs), shape)) pairs.push(value);
  const reader = await openReader();
  const bar = progressBar();
  const lines: string[] = [];
  const start = performance.now();
  for (const pair of pairs) {
    lines.push(JSON.stringify({ id: pair.id, ...await score(reader, pair) }));
    bar(values.pairs, lines.length, pairs.length);
  }
  await Deno.writeTextFile(resolve(values.out), lines.length === 0 ? "" : lines.join("\n") + "\n");
  print(
    `${pairs.length} pairs, ${
      ((performance.now() - start) / Math.max(1, pairs.length)).toFixed(1)
    } ms each: ${values.out}`,
  );
  return EXIT.done;
}
