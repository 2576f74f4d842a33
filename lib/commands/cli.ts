/**
 * What the commands share: arguments, errors, exit codes, progress.
 * @module
 */
import { parseArgs, type ParseArgsConfig } from "node:util";

/** Wrong use of a command: exit code 2 and a line that says how it is used. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Exit codes of every command. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/**
 * Parses arguments strictly.
 *
 * @param usage the command's usage line, added to errors
 * @throws {UsageError} for unknown options, missing values and too many words
 */
export function parse<T extends NonNullable<ParseArgsConfig["options"]>>(
  args: string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\nUsage: ${usage}`);
  }
}

/** Options that choose packs, for every command that searches. */
export const PACK_OPTIONS = {
  pack: { type: "string", multiple: true },
  "no-builtin": { type: "boolean" },
  model: { type: "string" },
} as const;

/**
 * Until a language model can be loaded only `none` is one.
 *
 * @throws {UsageError} for any other
 */
export function checkModel(model: string | undefined): void {
  if (model !== undefined && model !== "none") {
    throw new UsageError(
      `Cannot use the model ${model}: this version answers with quotes alone. Leave --model out, or say --model none.`,
    );
  }
}

const encoder = new TextEncoder();

/** Writes a line to standard output whole, also into a pipe. */
export function print(text: string): void {
  const bytes = encoder.encode(`${text}\n`);
  for (let at = 0; at < bytes.length;) at += Deno.stdout.writeSync(bytes.subarray(at));
}

/** Writes a line to standard error. */
export function printError(text: string): void {
  const bytes = encoder.encode(`${text}\n`);
  for (let at = 0; at < bytes.length;) at += Deno.stderr.writeSync(bytes.subarray(at));
}

const BAR = 24;

/** A progress bar on standard error; in a pipe or a log one line per label instead. */
export function progressBar(): (label: string, done: number, total: number) => void {
  const live = Deno.stderr.isTerminal();
  const seen = new Set<string>();
  return (label, done, total) => {
    if (!live) {
      if (!seen.has(label)) printError(`Building ${label}: ${total} documents`);
      seen.add(label);
      return;
    }
    const filled = Math.round(BAR * done / Math.max(1, total));
    const bar = `${"█".repeat(filled)}${"·".repeat(BAR - filled)}`;
    const end = done === total ? "\n" : "";
    Deno.stderr.writeSync(encoder.encode(`\r\x1b[KBuilding ${label} ${bar} ${done} of ${total}${end}`));
  };
}
