/**
 * From options to an open application, building the built-in packs first where they are missing.
 * @module
 */
import { resolve } from "../config.ts";
import type { Cairn, Embedder, Pack, Reader } from "../ports.ts";
import {
  assemble,
  buildBuiltin,
  type Fitted,
  openEmbedder,
  openPacks,
  openReader,
  readFitted,
} from "../wire.ts";
import { progressBar } from "./cli.ts";

/** Everything that is open, for commands that need more than answers. */
export interface Opened {
  readonly cairn: Cairn;
  readonly packs: readonly Pack[];
  readonly embedder: Embedder;
  readonly reader: Reader;
  readonly fitted: Fitted;
  close(): void;
}

export interface OpenOptions {
  readonly pack?: readonly string[] | undefined;
  readonly "no-builtin"?: boolean | undefined;
  readonly progress?: (label: string, done: number, total: number) => void;
}

/** Opens the chosen packs. Throws a PackError for one that cannot be used. */
export async function open(options: OpenOptions): Promise<Opened> {
  const [embedder, reader] = await Promise.all([openEmbedder(), openReader()]);
  const fitted = await readFitted(embedder, reader);
  const builtin = options["no-builtin"] !== true;
  if (builtin) await buildBuiltin(embedder, options.progress ?? progressBar());
  const packs = openPacks({ builtin, packs: (options.pack ?? []).map(resolve) }, embedder);
  return {
    cairn: assemble(packs, embedder, reader, fitted),
    packs,
    embedder,
    reader,
    fitted,
    close: () => packs.forEach((pack) => pack.close()),
  };
}
