/**
 * From options to an open application, building the built-in packs first where they are missing.
 * @module
 */
import { resolve } from "../config.ts";
import type { DecisionModel } from "../decide/model.ts";
import type { Cairn, Embedder, Pack } from "../ports.ts";
import { assemble, buildBuiltin, openEmbedder, openPacks, readDecisionModel } from "../wire.ts";
import { progressBar } from "./cli.ts";

/** Everything that is open, for commands that need more than answers. */
export interface Opened {
  readonly cairn: Cairn;
  readonly packs: readonly Pack[];
  readonly embedder: Embedder;
  readonly model: DecisionModel;
  close(): void;
}

export interface OpenOptions {
  readonly pack?: readonly string[] | undefined;
  readonly "no-builtin"?: boolean | undefined;
  readonly progress?: (label: string, done: number, total: number) => void;
}

/** Opens the chosen packs. Throws a PackError for one that cannot be used. */
export async function open(options: OpenOptions): Promise<Opened> {
  const embedder = await openEmbedder();
  const model = await readDecisionModel(embedder);
  const builtin = options["no-builtin"] !== true;
  if (builtin) await buildBuiltin(embedder, options.progress ?? progressBar());
  const packs = openPacks({ builtin, packs: (options.pack ?? []).map(resolve) }, embedder);
  return {
    cairn: assemble(packs, embedder, model),
    packs,
    embedder,
    model,
    close: () => packs.forEach((pack) => pack.close()),
  };
}
