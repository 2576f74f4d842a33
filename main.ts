/**
 * The commands: serve, ask, pack, eval, doctor. `deno task cairn <command>`.
 * @module
 */
import { ask } from "./lib/commands/ask.ts";
import { EXIT, print, printError, UsageError } from "./lib/commands/cli.ts";
import { doctor } from "./lib/commands/doctor.ts";
import { evaluate } from "./lib/commands/eval.ts";
import { pack } from "./lib/commands/pack.ts";

const HELP = `Cairn answers trail questions offline, from documents you choose.

  cairn serve [--port 8000] [--lan] [--pack F …]    the page and the API
  cairn ask "question" [--json] [--explain]         one question, here in the shell
  cairn pack build DIR -o F.cairn                   a pack from Markdown, text and GPX files
  cairn pack info F | verify F                      what is inside, and whether it is whole
  cairn eval retrieval|suite …                      measure
  cairn doctor                                      is everything in order

Every command takes --help. In a checkout say: deno task cairn <command>`;

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  // The page's code is loaded only to serve it: other commands start faster without.
  serve: async (args) => await (await import("./lib/commands/serve.ts")).serve(args),
  ask,
  pack,
  eval: evaluate,
  doctor,
};

/** Runs one command and returns its exit code; errors become one clear line. */
export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  if (
    name === undefined || name === "help" || name === "--help" || name === "-h" || rest.includes("--help")
  ) {
    print(HELP);
    return EXIT.done;
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) throw new UsageError(`There is no command ${name}.\n\n${HELP}`);
    return await command(rest);
  } catch (error) {
    if (error instanceof UsageError) {
      printError(error.message);
      return EXIT.usage;
    }
    printError(error instanceof Error ? error.message : String(error));
    if (error instanceof Deno.errors.NotCapable) {
      printError(
        "This task may write only .cairn and _fresh. With CAIRN_HOME or packs elsewhere use: deno task cairn serve",
      );
    }
    if (Deno.env.get("CAIRN_TRACE") === "1" && error instanceof Error) printError(error.stack ?? "");
    return EXIT.failed;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
