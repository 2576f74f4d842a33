/**
 * The real application for tests: the encoder of the repository and the built-in packs, which are built into
 * `CAIRN_HOME` (`.cairn/`) once and taken as they are by every later file and run. Time stands still.
 * @module
 */
import type { Cairn, Clock, Embedder, Pack } from "../lib/ports.ts";
import { assemble, buildBuiltin, type Fitted, openEmbedder, openPacks, readFitted } from "../lib/wire.ts";

/** The day after the newest built-in document was written. */
export const TODAY = "2026-11-21";

/** What is open while a test file runs. */
export interface Fixture {
  readonly cairn: Cairn;
  readonly embedder: Embedder;
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
  const embedder = await openEmbedder();
  const fitted = await readFitted(embedder);
  await buildBuiltin(embedder);
  const packs = openPacks({ builtin: true, packs: [] }, embedder);
  const on = (today: string) => assemble(packs, embedder, fitted, clockOn(today));
  return {
    cairn: on(TODAY),
    embedder,
    packs,
    fitted,
    on,
    close: () => packs.forEach((pack) => pack.close()),
  };
}
