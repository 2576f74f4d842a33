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
  const started = new Map<string, number>();
  return (label, done, total) => {
    const start = started.get(label);
    if (start === undefined) started.set(label, performance.now());
    if (!live) {
      if (start === undefined) printError(`Building ${label}: ${total} documents`);
      return;
    }
    const filled = Math.round(BAR * done / Math.max(1, total));
    const bar = `${"█".repeat(filled)}${"·".repeat(BAR - filled)}`;
    const end = done === total ? "\n" : "";
    const rate = start === undefined ? "" : rateText(done, total, (performance.now() - start) / 1000);
    Deno.stderr.writeSync(
      encoder.encode(`\r\x1b[KBuilding ${label} ${bar} ${done} of ${total}${rate}${end}`),
    );
  };
}

/** How fast it goes and how long it will still take, once that can be told: `, 12 a second, 3 min left`. */
export function rateText(done: number, total: number, seconds: number): string {
  if (seconds < 1 || done === 0) return "";
  const rate = done / seconds;
  const left = (total - done) / rate;
  const time = left < 100
    ? `${Math.ceil(left)} s`
    : left < 6000
    ? `${Math.round(left / 60)} min`
    : `${Math.round(left / 3600)} h`;
  return `, ${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second${
    done < total ? `, ${time} left` : ""
  }`;
}
