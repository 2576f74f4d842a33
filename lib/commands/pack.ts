/**
 * `cairn pack`: build, info and verify here, the rest in pack_files.ts.
 * @module
 */
import { readFolder } from "../documents/read_folder.ts";
import { EmptyFolderError, type IngestReport } from "../ingest.ts";
import type { Skipped } from "../records.ts";
import { resolve } from "../config.ts";
import { buildPack, openEmbedder, packSummary, verifyPackFile } from "../wire.ts";
import { EXIT, parse, print, printError, progressBar, UsageError } from "./cli.ts";
import { diff, extract, merge } from "./pack_files.ts";
import { packId } from "./pack_id.ts";
import { USAGE } from "./usage.ts";

export async function pack(args: string[]): Promise<number> {
  const [action, ...rest] = args;
  switch (action) {
    case "build":
      return await build(rest);
    case "info":
      return info(rest);
    case "verify":
      return verify(rest);
    case "merge":
      return merge(rest);
    case "diff":
      return diff(rest);
    case "extract":
      return await extract(rest);
    default:
      throw new UsageError(
        `${
          action === undefined ? "Say what to do with a pack." : `There is no pack ${action}.`
        }\nUsage: ${USAGE.pack}`,
      );
  }
}

async function build(args: string[]): Promise<number> {
  const options = {
    output: { type: "string", short: "o" },
    title: { type: "string" },
    strict: { type: "boolean" },
    json: { type: "boolean" },
  } as const;
  const { values, positionals } = parse(args, options, USAGE.pack);
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0 || values.output === undefined) {
    throw new UsageError(`Usage: ${USAGE.pack}`);
  }
  const from = resolve(folder);
  const path = resolve(values.output);
  await checkFolder(from, folder);
  const id = packId(path);
  const embedder = await openEmbedder();
  const bar = progressBar();
  let report: IngestReport;
  try {
    const target = { name: folder, id, title: values.title ?? id, entries: readFolder(from), path };
    report = await buildPack(target, embedder, (done, total) => bar(id, done, total), {
      strict: values.strict === true,
    });
  } catch (error) {
    if (error instanceof EmptyFolderError) printSkipped(error.skipped);
    throw error;
  }
  if (values.json === true) print(JSON.stringify({ path, id, ...report }));
  else {
    printSkipped(report.skipped);
    const kept = report.reused > 0 ? `, ${report.reused} unchanged` : "";
    print(
      `${values.output}: ${report.documents} documents${kept}${
        report.hash === null ? "; nothing had changed" : `, ${report.chunks} passages`
      }`,
    );
    for (const { path, other, share } of report.alike) {
      const how = share === 1 ? "says the same as" : `says nearly the same (${Math.round(100 * share)} %) as`;
      print(`${path} ${how} ${other}: keep the newer, so that answers do not quote the older.`);
    }
    if (report.skipped.length > 0) print(`${report.skipped.length} files were left out; the list is above.`);
    print(`Try it: deno task cairn ask "…" --pack ${values.output}`);
  }
  return EXIT.done;
}

async function checkFolder(path: string, named: string): Promise<void> {
  const stat = await Deno.stat(path).catch(() => null);
  if (stat === null) throw new UsageError(`Cannot build from ${named}: there is no such folder.`);
  if (!stat.isDirectory) {
    throw new UsageError(
      `Cannot build from ${named}: it is a file; name the folder that holds the documents.`,
    );
  }
}

function printSkipped(skipped: readonly Skipped[]): void {
  for (const { path, line, problem } of skipped) {
    printError(`Left out ${path}${line === null ? "" : `, line ${line}`}: ${problem}`);
  }
}

function info(args: string[]): number {
  const { values, path } = onePath(args);
  const summary = packSummary(path);
  if (values.json === true) print(JSON.stringify(summary));
  else {for (const [key, value] of Object.entries(summary)) {
      print(`${key.padEnd(14)} ${Array.isArray(value) ? value.join(", ") : value}`);
    }}
  return EXIT.done;
}

function verify(args: string[]): number {
  const { values, path } = onePath(args);
  const { header, problems, mend } = verifyPackFile(path);
  if (values.json === true) print(JSON.stringify({ id: header.id, whole: problems.length === 0, problems }));
  else if (problems.length === 0) {
    print(`${path} is whole: ${header.id}, content ${header.contentHash.slice(0, 16)}`);
  } else {
    for (const problem of problems) printError(problem);
    printError(`${path} is damaged. ${mend}`);
  }
  return problems.length === 0 ? EXIT.done : EXIT.failed;
}

function onePath(args: string[]) {
  const { values, positionals } = parse(args, { json: { type: "boolean" } } as const, USAGE.pack);
  if (positionals.length !== 1) throw new UsageError(`Usage: ${USAGE.pack}`);
  return { values, path: resolve(positionals[0]!) };
}
