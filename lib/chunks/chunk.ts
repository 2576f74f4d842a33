/**
 * Cutting a document into passages: whole sentences, list steps and table rows under one heading.
 * @module
 */
import type { Passage, Unit } from "../records.ts";
import type { Block } from "../schema.ts";
import { type Range, sentences } from "../text/sentences.ts";

/**
 * Longest passage in words. About 160 WordPiece tokens, half of the embedder's window, so that headings
 * fit beside it; a single longer sentence, step or row still stays whole.
 */
export const MAX_WORDS = 120;

/** A passage this long may end at the next block even if more would fit. */
const ENOUGH_WORDS = 60;

interface Section {
  readonly headings: string[];
  readonly blocks: Block[];
}

/** Passages of a document in order. `title` is left out of their heading paths. */
export function chunkDocument(text: string, blocks: readonly Block[], title: string): Passage[] {
  return sections(text, blocks, title).flatMap((section) => packSection(text, section));
}

function sections(text: string, blocks: readonly Block[], title: string): Section[] {
  const found: Section[] = [{ headings: [], blocks: [] }];
  const path: { level: number; text: string }[] = [];
  for (const block of blocks) {
    if (block.kind !== "heading") {
      found.at(-1)!.blocks.push(block);
      continue;
    }
    const level = block.level ?? 1;
    while (path.length > 0 && path.at(-1)!.level >= level) path.pop();
    path.push({ level, text: text.slice(block.start, block.end) });
    const headings = path.map((heading) => heading.text);
    found.push({ headings: headings[0] === title ? headings.slice(1) : headings, blocks: [] });
  }
  return found.filter((section) => section.blocks.length > 0);
}

function packSection(text: string, section: Section): Passage[] {
  const passages: Passage[] = [];
  let units: Unit[] = [];
  let words = 0;
  const close = () => {
    if (units.length === 0) return;
    passages.push({ start: units[0]!.start, end: units.at(-1)!.end, headings: section.headings, units });
    units = [];
    words = 0;
  };
  for (const block of section.blocks) {
    const pieces = unitsOf(text, block);
    const blockWords = pieces.reduce((sum, piece) => sum + countWords(text, piece), 0);
    // A block that would overflow starts a new passage, unless what is there is only its introduction.
    if (words + blockWords > MAX_WORDS && words >= ENOUGH_WORDS) close();
    for (const piece of pieces) {
      const size = countWords(text, piece);
      if (words > 0 && words + size > MAX_WORDS) close();
      units.push(piece);
      words += size;
    }
  }
  close();
  return passages;
}

function unitsOf(text: string, block: Block): Unit[] {
  if (block.kind === "item") return [{ start: block.start, end: block.end, kind: "item" }];
  if (block.kind === "header") return [{ start: block.start, end: block.end, kind: "header" }];
  if (block.kind === "row" || block.kind === "code") {
    return [{ start: block.start, end: block.end, kind: "row" }];
  }
  return sentences(text, block.start, block.end).map((range) => ({ ...range, kind: "sentence" as const }));
}

function countWords(text: string, range: Range): number {
  return text.slice(range.start, range.end).split(/\s+/).length;
}
