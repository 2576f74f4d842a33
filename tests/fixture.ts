/**
 * The real application for tests: the encoder of the repository and the built-in packs, which are built into
 * `CAIRN_HOME` (`.cairn/`) once and taken as they are by every later file and run. Time stands still.
 * @module
 */
import type { Cairn, Pack } from "../lib/ports.ts";
import { assemble, buildBuiltin, clockOn, type Models, openModels, openPacks } from "../lib/wire.ts";

/** The day after the newest built-in document was written. */
export const TODAY = "2026-11-21";

/** What is open while a test file runs. */
export interface Fixture extends Models {
  readonly cairn: Cairn;
  readonly packs: readonly Pack[];
  /** The same application on another day, ISO date. */
  on(today: string): Cairn;
  close(): void;
}

/** Opens the built-in packs, building first what is missing or old. */
export async function openFixture(): Promise<Fixture> {
  const models = await openModels();
  await buildBuiltin(models.embedder);
  const packs = openPacks({ builtin: true, packs: [] }, models.embedder);
  const on = (today: string) => assemble(packs, models, clockOn(today));
  return {
    ...models,
    cairn: on(TODAY),
    packs,
    on,
    close: () => packs.forEach((pack) => pack.close()),
  };
}
