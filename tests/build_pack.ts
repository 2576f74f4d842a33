/**
 * Pack files on disk, built through the real stages and the real writer with a fake encoder.
 * @module
 */
import { openEarlier } from "../lib/adapters/sqlite/reuse.ts";
import { PackWriter } from "../lib/adapters/sqlite/writer.ts";
import { INDEX_VERSION } from "../lib/index/version.ts";
import { ingest, type IngestReport } from "../lib/ingest.ts";
import type { Embedder } from "../lib/ports.ts";
import { entriesOf, fakeEmbedder, type Files } from "./fakes_pack.ts";

/** A folder with a trail, a page and a card; every kind of block, and text beyond the first plane of Unicode. */
export const FILES: Files = {
  "water.md":
    "---\nsource: CDC\nas_of: 2026-11\ntopic: water\n---\n# 🏔️ Water\n\nBoil the water. Café-dry. 👩‍🚒 Go!\n\n" +
    "## Bleach\n\n1. Add 2 drops.\n2. Wait.\n",
  "trails/dome.md":
    "---\ntrail: Half Dome\naliases: [The Cables]\nperishable: [snow, permit]\nrisk: low\n---\n# Dome\n\n" +
    "| Waypoint | Miles | Elevation (ft) | Water |\n|---|---|---|---|\n| Happy Isles | 0 | 4,035 | tap |\n| Sub Dome | 7.5 | | |\n",
  "cards/cpr.md": "---\ncard: cpr\nsummary: No breathing.\nrisk: high\n---\n# CPR\n\n- Push hard.\n",
};

/** Builds a pack of the files at `path`, taking over what the pack there already encoded. */
export async function buildPackFile(
  path: string,
  files: Files = FILES,
  embedder: Embedder = fakeEmbedder(),
): Promise<IngestReport> {
  const earlier = openEarlier(path, embedder, INDEX_VERSION);
  let built = false;
  const header = {
    ...{ id: "test", title: "Test pack", encoder: embedder.id },
    ...{ encoderSha256: embedder.sha256, dimension: embedder.dimension },
  };
  try {
    const report = await ingest("files", entriesOf(files), {
      embedder,
      previous: earlier.sources,
      open: (fingerprint) => new PackWriter(path, { ...header, fingerprint }),
    });
    built = true;
    return report;
  } finally {
    earlier.close(built);
  }
}

/** Runs a test in a folder of its own. */
export async function inFolder(use: (folder: string) => Promise<void> | void): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Names of the files in a folder. */
export function filesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}
