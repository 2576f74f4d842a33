/**
 * `cairn pack merge|diff|extract`: packs made of packs, compared, and turned back into files.
 * @module
 */
import { createHash } from "node:crypto";
import { resolve } from "../config.ts";
import { diffPacks, type Edition } from "../packs/diff.ts";
import { extractFiles } from "../packs/extract.ts";
import type { IndexedDocument } from "../records.ts";
import { mergePackFiles, openPackRecords } from "../wire.ts";
import { EXIT, parse, print, UsageError } from "./cli.ts";
import { packId } from "./pack_id.ts";
import { USAGE } from "./usage.ts";

/** Several packs into one. */
export function merge(args: string[]): number {
  const options = {
    output: { type: "string", short: "o" },
    title: { type: "string" },
    json: { type: "boolean" },
  } as const;
  const { values, positionals } = parse(args, options, USAGE.pack);
  if (positionals.length < 2 || values.output === undefined) throw new UsageError(`Usage: ${USAGE.pack}`);
  const path = resolve(values.output);
  const id = packId(path);
  const merged = mergePackFiles(positionals.map(resolve), { id, title: values.title ?? id, path });
  print(
    values.json === true
      ? JSON.stringify({ path, id, ...merged })
      : `${values.output}: ${merged.documents} documents, ${merged.chunks} passages`,
  );
  return EXIT.done;
}

/** What an edition of a pack brings, leaves out and changes. */
export function diff(args: string[]): number {
  const { values, positionals } = parse(args, { json: { type: "boolean" } } as const, USAGE.pack);
  const [before, after, ...more] = positionals;
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError(`Usage: ${USAGE.pack}`);
  }
  const found = diffPacks(editions(resolve(before)), editions(resolve(after)));
  if (values.json === true) print(JSON.stringify(found));
  else {
    for (const edition of found.added) print(`+ ${named(edition)}`);
    for (const edition of found.removed) print(`- ${named(edition)}`);
    for (const [old, edition] of found.changed) {
      const dates = old.asOf === edition.asOf ? "" : `, was ${old.asOf ?? "undated"}`;
      print(`~ ${named(edition)}${dates}`);
    }
    const { added, removed, changed, same } = found;
    print(`${added.length} added, ${removed.length} removed, ${changed.length} changed, ${same} the same`);
  }
  return EXIT.done;
}

/** The documents back out. */
export async function extract(args: string[]): Promise<number> {
  const options = { output: { type: "string", short: "o" }, json: { type: "boolean" } } as const;
  const { values, positionals } = parse(args, options, USAGE.pack);
  if (positionals.length !== 1 || values.output === undefined) throw new UsageError(`Usage: ${USAGE.pack}`);
  const folder = resolve(values.output);
  await checkEmpty(folder, values.output);
  const pack = openPackRecords(resolve(positionals[0]!));
  let files = 0;
  try {
    for (const { path, content } of extractFiles(pack.records())) {
      const file = `${folder}/${path}`;
      await Deno.mkdir(file.replace(/\/[^/]*$/, ""), { recursive: true });
      await Deno.writeTextFile(file, content, { createNew: true });
      files++;
    }
  } finally {
    pack.close();
  }
  print(values.json === true ? JSON.stringify({ folder, files }) : `${values.output}: ${files} files`);
  return EXIT.done;
}

/** Nothing that is there is written over. */
async function checkEmpty(folder: string, named: string): Promise<void> {
  try {
    for await (const _ of Deno.readDir(folder)) {
      throw new UsageError(`Cannot extract into ${named}: it is not empty; name a new folder.`);
    }
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return;
    if (error instanceof Deno.errors.NotADirectory) {
      throw new UsageError(`Cannot extract into ${named}: it is a file; name a new folder.`);
    }
    throw error;
  }
}

function editions(path: string): Edition[] {
  const pack = openPackRecords(path);
  try {
    return Array.from(pack.records(), edition);
  } finally {
    pack.close();
  }
}

function edition({ path, title, document }: IndexedDocument): Edition {
  const { text, blocks, metadata, tracks } = document;
  const shown = JSON.stringify([
    title,
    text,
    blocks,
    metadata,
    tracks.map(({ name, points }) => [name, ...points]),
  ]);
  // The kind of file is no part of a document's name.
  const name = path.replace(/\.[^./]+$/, "");
  return { path: name, title, asOf: metadata.asOf, hash: createHash("sha256").update(shown).digest("hex") };
}

function named({ path, title, asOf }: Edition): string {
  return `${path} (${title}${asOf === null ? "" : `, ${asOf}`})`;
}
