/**
 * The commands: serve, ask, pack, incident, eval, doctor. `deno task cairn <command>`.
 * @module
 */
import { ask } from "./lib/commands/ask.ts";
import { EXIT, print, printError, UsageError } from "./lib/commands/cli.ts";
import { doctor } from "./lib/commands/doctor.ts";
import { evaluate } from "./lib/commands/eval/mod.ts";
import { describeFailure } from "./lib/commands/failure.ts";
import { incident } from "./lib/commands/incident.ts";
import { pack } from "./lib/commands/pack.ts";
import { HELP, helpFor } from "./lib/commands/usage.ts";
import { cairnHome } from "./lib/config.ts";

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  // The page's code is loaded only to serve it: other commands start faster without.
  serve: async (args) => await (await import("./lib/commands/serve.ts")).serve(args),
  ask,
  pack,
  incident,
  eval: evaluate,
  doctor,
};

/** Runs one command and returns its exit code; errors become one clear line. */
export async function main(args: string[]): Promise<number> {
  const help = helpFor(args);
  if (help !== null) {
    print(help);
    return EXIT.done;
  }
  const [name = "", ...rest] = args;
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) throw new UsageError(`There is no command ${name}.\n\n${HELP}`);
    return await command(rest);
  } catch (error) {
    if (error instanceof UsageError) {
      printError(error.message);
      return EXIT.usage;
    }
    printError(describeFailure(error, cairnHome()));
    if (Deno.env.get("CAIRN_TRACE") === "1" && error instanceof Error) printError(error.stack ?? "");
    return EXIT.failed;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
