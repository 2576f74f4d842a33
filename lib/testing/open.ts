/**
 * Opening Cairn for a test: one's own documents, a day that stands still, nothing outside the machine.
 * @module
 */
import { readFolder } from "../documents/read_folder.ts";
import { EmptyFolderError } from "../ingest.ts";
import type { FolderEntry, Skipped } from "../records.ts";
import type { Cairn, Embedder } from "../ports.ts";
import type { Answer, AskRequest, Document, Explanation } from "../schema.ts";
import { assemble, buildBuiltin, buildPack, clockOn, openModels, openPacks, systemClock } from "../wire.ts";

/** What to ask, and when. */
export interface TestOptions {
  /** A folder of documents; it is built into a pack that lives as long as the test. Its documents are called `folder/…`. */
  readonly folder?: string;
  /** Packs that are built already. */
  readonly packs?: readonly string[];
  /** Whether the built-in packs take part. Only those when neither folder nor packs are given. */
  readonly builtin?: boolean;
  /** The day on which to answer, `2026-11-21`; today when it does not matter. Ages of sources are counted from it. */
  readonly today?: string;
}

/** A question with what came of it and why; what the assertions look at. */
export interface Asked {
  readonly question: string;
  readonly answer: Answer;
  readonly explanation: Explanation;
  /** A document that the answer may have cited. */
  document(id: string): Document | null;
}

/** Cairn as a test sees it. */
export interface TestCairn {
  /** Asks; `previous` goes on from an earlier answer, as the page does. */
  ask(question: string, previous?: AskRequest["previous"]): Promise<Asked>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Opens Cairn over a folder, over packs, or over what is built in.
 *
 * @throws {Error} naming each file of the folder that is no document, and each pack that cannot be opened
 */
export async function openForTest(options: TestOptions = {}): Promise<TestCairn> {
  const { folder, packs: built = [], today } = options;
  const builtin = options.builtin ?? (folder === undefined && options.packs === undefined);
  if (!builtin && folder === undefined && built.length === 0) {
    throw new Error("Cannot test without documents: name a folder or packs, or leave the built-in packs in.");
  }
  if (today !== undefined && new Date(`${today}T00:00Z`).toJSON()?.slice(0, 10) !== today) {
    throw new Error(`Cannot answer on "${today}": write a day as 2026-11-21.`);
  }
  const models = await openModels();
  if (builtin) await buildBuiltin(models.embedder);
  const work = folder === undefined ? null : await Deno.makeTempDir({ prefix: "cairn-test-" });
  const clear = () => work === null ? Promise.resolve() : Deno.remove(work, { recursive: true });
  try {
    const made = work === null ? [] : [await buildFolder(folder!, `${work}/folder.cairn`, models.embedder)];
    const packs = openPacks({ builtin, packs: [...made, ...built] }, models.embedder);
    let closed = false;
    const close = async () => {
      if (closed) return;
      closed = true;
      packs.forEach((pack) => pack.close());
      await clear();
    };
    const cairn = assemble(packs, models, clockOn(today ?? systemClock.today()));
    return { ...asking(cairn), close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** Builds the folder's documents; files of other kinds (a test beside them) do not matter, damaged ones do. */
async function buildFolder(folder: string, path: string, embedder: Embedder): Promise<string> {
  if (!(await Deno.stat(folder).catch(() => null))?.isDirectory) {
    throw new Error(
      `Cannot test with ${folder}: there is no such folder from ${Deno.cwd()}. Build the path from import.meta.dirname.`,
    );
  }
  const target = { name: folder, id: "folder", title: folder, entries: documentsIn(folder), path };
  const damaged = await buildPack(target, embedder).then((report) => report.skipped, (error) => {
    if (error instanceof EmptyFolderError && error.skipped.length > 0) return error.skipped;
    throw error;
  });
  if (damaged.length > 0) throw new Error(leftOut(folder, damaged));
  return path;
}

async function* documentsIn(folder: string): AsyncGenerator<FolderEntry> {
  for await (const entry of readFolder(folder)) if (entry.kind !== "ignored") yield entry;
}

/** The application as something to make assertions about. */
export function asking(cairn: Cairn): Pick<TestCairn, "ask"> {
  return {
    async ask(question, previous) {
      const request = previous === undefined ? { question } : { question, previous };
      return { question, ...await cairn.explain(request), document: (id) => cairn.document(id) };
    },
  };
}

function leftOut(folder: string, damaged: readonly Skipped[]): string {
  const lines = damaged.map(({ path, line, problem }) =>
    `  ${path}${line === null ? "" : `, line ${line}`}: ${problem}`
  );
  return `Cannot test with ${folder}: mend or move these files.\n${lines.join("\n")}`;
}
