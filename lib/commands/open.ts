/**
 * From options to an open application, building the built-in packs first where they are missing.
 * @module
 */
import { resolve } from "../config.ts";
import type { Cairn, Pack } from "../ports.ts";
import { assemble, buildBuiltin, clockOn, type Models, openModels, openPacks, systemClock } from "../wire.ts";
import { progressBar } from "./cli.ts";

/** Everything that is open, for commands that need more than answers. */
export interface Opened extends Models {
  readonly cairn: Cairn;
  readonly packs: readonly Pack[];
  close(): void;
}

export interface OpenOptions {
  readonly pack?: readonly string[] | undefined;
  readonly "no-builtin"?: boolean | undefined;
  /** The day on which to answer, ISO date; today when it is not given. */
  readonly today?: string;
  readonly progress?: (label: string, done: number, total: number) => void;
}

/** Opens the chosen packs. Throws a PackError for one that cannot be used. */
export async function open(options: OpenOptions): Promise<Opened> {
  const models = await openModels();
  const builtin = options["no-builtin"] !== true;
  if (builtin) await buildBuiltin(models.embedder, options.progress ?? progressBar());
  const packs = openPacks({ builtin, packs: (options.pack ?? []).map(resolve) }, models.embedder);
  return {
    ...models,
    cairn: assemble(packs, models, options.today === undefined ? systemClock : clockOn(options.today)),
    packs,
    close: () => packs.forEach((pack) => pack.close()),
  };
}
