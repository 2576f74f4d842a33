/**
 * The real application for tests: the encoder of the repository and the built-in packs, which are built into
 * `CAIRN_HOME` (`.cairn/`) once and taken as they are by every later file and run. Time stands still.
 * @module
 */
import type { Cairn, Clock, Embedder, Pack, Reader } from "../lib/ports.ts";
import {
  assemble,
  buildBuiltin,
  type Fitted,
  openEmbedder,
  openPacks,
  openReader,
  readFitted,
} from "../lib/wire.ts";

/** The day after the newest built-in document was written. */
export const TODAY = "2026-11-21";

/** What is open while a test file runs. */
export interface Fixture {
  readonly cairn: Cairn;
  readonly embedder: Embedder;
  readonly reader: Reader;
  readonly packs: readonly Pack[];
  readonly fitted: Fitted;
  /** The same application on another day, ISO date. */
  on(today: string): Cairn;
  close(): void;
}

/** A clock that shows one day; durations are real. */
export function clockOn(today: string): Clock {
  return { today: () => today, now: () => performance.now() };
}

/** Opens the built-in packs, building first what is missing or old. */
export async function openFixture(): Promise<Fixture> {
  const [embedder, reader] = await Promise.all([openEmbedder(), openReader()]);
  const fitted = await readFitted(embedder, reader);
  await buildBuiltin(embedder);
  const packs = openPacks({ builtin: true, packs: [] }, embedder);
  const on = (today: string) => assemble(packs, embedder, reader, fitted, clockOn(today));
  return {
    cairn: on(TODAY),
    embedder,
    reader,
    packs,
    fitted,
    on,
    close: () => packs.forEach((pack) => pack.close()),
  };
}
