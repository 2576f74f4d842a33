/**
 * A document's blocks with a passage marked in them.
 * @module
 */
import type { Block, Document } from "../lib/schema.ts";

/** A piece of text; marked pieces belong to the passage, and the first of them is its anchor. */
export interface Piece {
  readonly text: string;
  readonly mark: "none" | "first" | "rest";
}

/** A half-open range into a document's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Blocks that are shown as one element: a list, a table, or a single block. */
export type Group =
  | { readonly kind: "list"; readonly items: readonly Item[] }
  | { readonly kind: "table"; readonly rows: readonly Block[] }
  | { readonly kind: "single"; readonly block: Block };

/** An item and the lists nested in it. `number` is null in a bullet list. */
export interface Item {
  readonly block: Block;
  readonly number: number | null;
  /** Length of the marker at the item's start, which is not shown. */
  readonly marker: number;
  readonly children: Item[];
}

const MARKER = /^\s*(?:(\d+)[.)]|[•◦▪*-])\s+/;

/** The passage asked for, inside the text; null when the parameters name none. */
export function passageRange(text: string, start: string | null, end: string | null): Range | null {
  if (!/^\d+$/.test(start ?? "") || !/^\d+$/.test(end ?? "")) return null;
  const range = { start: Number(start), end: Math.min(Number(end), text.length) };
  return range.start < range.end ? range : null;
}

/** Cuts blocks (or parts of them) into pieces. One marker per page, so that only one piece is the anchor. */
export class Marker {
  #anchored = false;

  constructor(readonly text: string, readonly passage: Range | null) {}

  /** The pieces of `text[start, end)`. */
  pieces(start: number, end: number): Piece[] {
    const from = Math.min(Math.max(this.passage?.start ?? end, start), end);
    const to = Math.max(Math.min(this.passage?.end ?? end, end), from);
    const pieces: Piece[] = [];
    if (from > start) pieces.push({ text: this.text.slice(start, from), mark: "none" });
    if (to > from) {
      pieces.push({ text: this.text.slice(from, to), mark: this.#anchored ? "rest" : "first" });
      this.#anchored = true;
    }
    if (end > to) pieces.push({ text: this.text.slice(to, end), mark: "none" });
    return pieces;
  }

  /** The cells of a table row, each in pieces. */
  cells({ start, end }: Block): Piece[][] {
    let at = start;
    return this.text.slice(start, end).split(" | ").map((cell) => {
      const from = at;
      at += cell.length + 3;
      return this.pieces(from, from + cell.length);
    });
  }
}

/** Groups blocks into lists, tables and single blocks. A first heading that repeats the title is left out. */
export function groupBlocks({ text, title, blocks }: Pick<Document, "text" | "title" | "blocks">): Group[] {
  const groups: (Group | { kind: "list"; items: Item[] } | { kind: "table"; rows: Block[] })[] = [];
  for (const [i, block] of blocks.entries()) {
    const last = groups.at(-1);
    if (i === 0 && block.kind === "heading" && text.slice(block.start, block.end).trim() === title) continue;
    if (block.kind === "item") {
      const item = itemOf(text, block);
      if (last?.kind === "list") nest(last.items as Item[], item, 1);
      else groups.push({ kind: "list", items: [item] });
    } else if (block.kind === "header" || block.kind === "row") {
      // A header starts a table, so two tables in a row stay two.
      if (last?.kind === "table" && block.kind === "row") (last.rows as Block[]).push(block);
      else groups.push({ kind: "table", rows: [block] });
    } else groups.push({ kind: "single", block });
  }
  return groups;
}

function itemOf(text: string, block: Block): Item {
  const match = MARKER.exec(text.slice(block.start, block.end));
  return {
    block,
    number: match?.[1] === undefined ? null : Number(match[1]),
    marker: match?.[0].length ?? 0,
    children: [],
  };
}

function nest(items: Item[], item: Item, level: number): void {
  const last = items.at(-1);
  if (last && (item.block.level ?? 1) > level) nest(last.children, item, level + 1);
  else items.push(item);
}
