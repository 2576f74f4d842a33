/**
 * Invented guides as examples for the decision: documents whose questions the reader has not learnt from.
 * @module
 */
import { cairnHome, ROOT } from "../../lib/config.ts";
import { Library } from "../../lib/corpus/library.ts";
import { readFolder } from "../../lib/documents/read_folder.ts";
import { tenth } from "../../lib/eval/page/split.ts";
import { byCodePoints, passagesByHash, readWritten } from "../../lib/eval/page/written_rows.ts";
import type { Embedder } from "../../lib/ports.ts";
import { SuiteCase } from "../../lib/schema.ts";
import { buildPack, openPacks } from "../../lib/wire.ts";

const READER = `${ROOT}/models/training/reader`;

/** Of their questions every second is asked: 1,000 are enough, and each takes as long as an answer. */
const ASKED = 2;

/** The tenth of the guides that tunes; `part` in split.py. */
const TUNES = 1;

/** Cases over the guides that tune, and the guides' packs as one library. */
export async function inventedGuides(embedder: Embedder): Promise<{ library: Library; tests: SuiteCase[] }> {
  const paths: string[] = [];
  const groups = [...Deno.readDirSync(`${READER}/invented`)].map(({ name }) => name).sort();
  for (const group of groups) {
    const id = `invented-${group}`;
    const path = `${cairnHome()}/training/${id}.cairn`;
    const folder = `${READER}/invented/${group}`;
    await buildPack({ name: folder, id, title: id, entries: readFolder(folder), path }, embedder);
    paths.push(path);
  }
  const library = new Library(openPacks({ builtin: false, packs: paths }, embedder), embedder);
  const passages = await passagesByHash(library);
  const tests: SuiteCase[] = [];
  for (
    const { id, kind, text, passage, answer, document } of await readWritten(
      `${READER}/written/invented.jsonl`,
    )
  ) {
    if (kind !== "q" && kind !== "n" || await tenth(document) !== TUNES) continue;
    if (await tenth(id) % ASKED !== 0) continue;
    const held = passages.get(passage);
    if (held === undefined) {
      throw new Error(`${id} of written/invented.jsonl: its passage is in no guide any more`);
    }
    tests.push(SuiteCase.parse({
      id,
      question: text,
      expect: kind === "q" ? "answer" : "refuse",
      documents: [document],
      must: answer === undefined ? [] : [pattern(byCodePoints(held, answer))],
    }));
  }
  return { library, tests };
}

/** A pattern for a text, whatever its white space. */
function pattern(text: string): string {
  return text.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
}
