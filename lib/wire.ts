/**
 * The composition root: the only place that knows which adapter stands behind which port.
 * @module
 */
import { IncidentFolder } from "./adapters/files/incidents.ts";
import { loadEmbedder } from "./adapters/onnx/embedder.ts";
import { loadReader } from "./adapters/onnx/reader.ts";
import { openPack } from "./adapters/sqlite/reader.ts";
import { readStamp } from "./adapters/sqlite/open.ts";
import { openRecords, type PackRecords } from "./adapters/sqlite/records.ts";
import { openEarlier } from "./adapters/sqlite/reuse.ts";
import { type PackSummary, summarize } from "./adapters/sqlite/summary.ts";
import { type Verification, verifyPack } from "./adapters/sqlite/verify.ts";
import { PackError } from "./adapters/sqlite/format.ts";
import { PackWriter } from "./adapters/sqlite/writer.ts";
import { createCairn } from "./cairn.ts";
import { BUILTIN, cairnHome, ROOT } from "./config.ts";
import { Library } from "./corpus/library.ts";
import { checkDecisionModel, type DecisionModel } from "./decide/model.ts";
import { hashFolder } from "./documents/files.ts";
import { incidentOf } from "./incidents/incident.ts";
import { INDEX_VERSION } from "./index/version.ts";
import { mergePacks } from "./packs/merge.ts";
import type { IngestReport } from "./ingest.ts";
import { checkEmergencyHead, type EmergencyHead } from "./decide/emergency/net.ts";
import {
  type Cairn,
  type Clock,
  type Embedder,
  type Incidents,
  type Pack,
  type Reader,
  UnknownPackError,
} from "./ports.ts";
import type { FolderEntry } from "./records.ts";
import denoJson from "../deno.json" with { type: "json" };

/** Version of the program. */
export const VERSION: string = denoJson.version;

export const systemClock: Clock = {
  today: () => new Date().toISOString().slice(0, 10),
  now: () => performance.now(),
};

/** A clock that shows one day, ISO date; durations are real. */
export function clockOn(today: string): Clock {
  return { ...systemClock, today: () => today };
}

/** The encoder that ships with the program. */
export function openEmbedder(): Promise<Embedder> {
  return loadEmbedder(`${ROOT}/models/embedder`);
}

/** The reader that ships with the program; both encoders share a tokenizer. */
export function openReader(): Promise<Reader> {
  return loadReader(`${ROOT}/models/reader`, `${ROOT}/models/embedder`);
}

/** Reports progress of a build: documents done and in all, and the document under way. */
export type Progress = (done: number, total: number, path: string) => void;

/** A pack to build. */
export interface BuildTarget {
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly entries: AsyncIterable<FolderEntry>;
  readonly path: string;
  /** See `PackHeader.stamp`. */
  readonly stamp?: string;
}

/** What is inside a pack file. */
export const packSummary = (path: string): PackSummary => summarize(path);

/** Whether a pack file is whole. */
export const verifyPackFile = (path: string): Verification => verifyPack(path);

/**
 * Builds one pack, taking over what the pack in its place already encoded.
 *
 * @param options strict: write nothing when any file had to be left out; sentences: see `indexPassage`
 */
export async function buildPack(
  target: BuildTarget,
  embedder: Embedder,
  progress?: Progress,
  options: { readonly strict?: boolean; readonly sentences?: boolean } = {},
): Promise<IngestReport> {
  const earlier = openEarlier(target.path, embedder, INDEX_VERSION);
  const header = {
    id: target.id,
    title: target.title,
    encoder: embedder.id,
    encoderSha256: embedder.sha256,
    dimension: embedder.dimension,
    stamp: target.stamp ?? null,
  };
  let built = false;
  try {
    // Readers of documents are loaded only to build: a start with packs in place does without.
    const { ingest } = await import("./ingest.ts");
    const report = await ingest(target.name, target.entries, {
      embedder,
      previous: earlier.sources,
      identity: `${target.id}\0${target.title}\0${target.stamp ?? ""}`,
      ...options,
      open: (fingerprint) => new PackWriter(target.path, { ...header, fingerprint }),
      ...(progress === undefined ? {} : { progress }),
    });
    built = true;
    return report;
  } finally {
    earlier.close(built);
  }
}

/** Opens a pack to take all of it over; see `openRecords`. */
export const openPackRecords = (path: string): PackRecords => openRecords(path);

/**
 * Writes several packs into one. They need one encoder, which may be another than this program's.
 *
 * @throws {PackError} for packs that cannot be read or were made by different encoders
 */
export function mergePackFiles(
  paths: readonly string[],
  target: { readonly id: string; readonly title: string; readonly path: string },
): ReturnType<typeof mergePacks> {
  const opened: PackRecords[] = [];
  try {
    for (const path of paths) {
      const [first] = opened;
      const encoder = first &&
        { id: first.header.encoder, sha256: first.header.encoderSha256, dimension: first.header.dimension };
      opened.push(openRecords(path, encoder));
    }
    const { encoder, encoderSha256, dimension } = opened[0]!.header;
    const header = { id: target.id, title: target.title, encoder, encoderSha256, dimension };
    const parts = opened.map(({ header, records }) => ({
      id: header.id,
      contentHash: header.contentHash,
      records,
    }));
    return mergePacks(parts, (fingerprint) => new PackWriter(target.path, { ...header, fingerprint }));
  } finally {
    for (const pack of opened) pack.close();
  }
}

/** Path of a built-in pack. */
export function builtinPath(id: string): string {
  return `${cairnHome()}/packs/${id}.cairn`;
}

/** Builds the built-in packs that are missing or no longer what their sources say. */
export async function buildBuiltin(
  embedder: Embedder,
  progress?: (pack: string, ...rest: Parameters<Progress>) => void,
): Promise<void> {
  for (const { id, title } of BUILTIN) {
    const folder = `${ROOT}/data/${id}`;
    const stamp = `${INDEX_VERSION}:${embedder.sha256}:${await hashFolder(folder)}`;
    const path = builtinPath(id);
    if (readStamp(path) === stamp) continue;
    const { readFolder } = await import("./documents/read_folder.ts");
    const target = { name: folder, id, title, entries: readFolder(folder), path, stamp };
    try {
      await buildPack(
        target,
        embedder,
        progress === undefined ? undefined : (...rest) => progress(title, ...rest),
      );
    } catch (error) {
      if (!(error instanceof PackError && error.cause instanceof Error)) throw error;
      // Nobody named the file: who is told what stops it has to learn where its place comes from.
      const why = `Cannot write ${path}: ${error.cause.message}. `;
      const mend = "The packs go where CAIRN_HOME says: set it to a folder that can be written.";
      throw new PackError(why + mend, { cause: error.cause });
    }
  }
}

/** Which packs to open. */
export interface PackSelection {
  readonly builtin: boolean;
  /** Paths of further packs. */
  readonly packs: readonly string[];
}

/** Opens packs for the encoder; on failure none stays open. */
export function openPacks({ builtin, packs }: PackSelection, embedder: Embedder): Pack[] {
  const opened: Pack[] = [];
  try {
    for (const path of [...(builtin ? BUILTIN.map(({ id }) => builtinPath(id)) : []), ...packs]) {
      const pack = openPack(path, embedder);
      if (opened.some(({ info }) => info.id === pack.info.id)) {
        pack.close();
        throw new Error(
          `Cannot open ${path}: another open pack is also called ${pack.info.id}. Build it under another file name.`,
        );
      }
      opened.push(pack);
    }
    return opened;
  } catch (error) {
    for (const pack of opened) pack.close();
    throw error;
  }
}

/** The fitted decision that ships with the program. */
export async function readDecisionModel(embedder: Embedder, reader: Reader): Promise<DecisionModel> {
  return checkDecisionModel(
    JSON.parse(await Deno.readTextFile(`${ROOT}/models/decision.json`)),
    embedder.sha256,
    reader.sha256,
  );
}

/** The emergencies' second net that ships with the program. */
export async function readEmergencyHead(embedder: Embedder, reader: Reader): Promise<EmergencyHead> {
  return checkEmergencyHead(
    JSON.parse(await Deno.readTextFile(`${ROOT}/models/emergency.json`)),
    embedder,
    reader,
  );
}

/** What was fitted for the encoder and ships with the program. */
export interface Fitted {
  readonly model: DecisionModel;
  readonly emergencies: EmergencyHead;
}

/** Both fitted parts, checked against the encoders. */
export async function readFitted(embedder: Embedder, reader: Reader): Promise<Fitted> {
  const [model, emergencies] = await Promise.all([
    readDecisionModel(embedder, reader),
    readEmergencyHead(embedder, reader),
  ]);
  return { model, emergencies };
}

/** All that answering needs besides documents. */
export interface Models {
  readonly embedder: Embedder;
  readonly reader: Reader;
  readonly fitted: Fitted;
}

/** Loads what ships with the program. */
export async function openModels(): Promise<Models> {
  const [embedder, reader] = await Promise.all([openEmbedder(), openReader()]);
  return { embedder, reader, fitted: await readFitted(embedder, reader) };
}

/** The folder where reports of wrong answers are kept. */
export function incidentFolder(): IncidentFolder {
  return new IncidentFolder(`${cairnHome()}/incidents`);
}

/** Keeps reports about what an application answered. */
export function openIncidents(cairn: Pick<Cairn, "recall">): Incidents {
  const folder = incidentFolder();
  return {
    async report({ answer, consent }) {
      const answered = cairn.recall(answer);
      if (answered === null) return null;
      const incident = await incidentOf(answered, consent, new Date().toISOString());
      const kept = await folder.save(incident);
      return { id: incident.id, question: kept.asked !== null };
    },
  };
}

/** The application over packs that are already open. */
export function assemble(
  packs: readonly Pack[],
  { embedder, reader, fitted }: Models,
  clock: Clock = systemClock,
): Cairn {
  const library = new Library(packs, embedder);
  const partial = new Map<string, Library>();
  return createCairn({
    library,
    embedder,
    reader,
    ...fitted,
    clock,
    version: VERSION,
    select(ids) {
      if (ids === undefined) return library;
      const unknown = ids.find((id) => !packs.some(({ info }) => info.id === id));
      if (unknown !== undefined) {
        throw new UnknownPackError(
          `No open pack is called ${unknown}; open are: ${packs.map(({ info }) => info.id).join(", ")}`,
        );
      }
      const key = [...ids].sort().join("\n");
      const known = partial.get(key) ??
        new Library(packs.filter(({ info }) => ids.includes(info.id)), embedder);
      if (partial.size < 20) partial.set(key, known);
      return known;
    },
  });
}
