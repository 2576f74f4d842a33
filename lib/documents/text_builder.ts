import { cleanText } from "../text/normalize.ts";
import type { Block } from "../schema.ts";

/** Grows a document's text block by block and keeps each block's exact range. */
export class TextBuilder {
  #text = "";
  readonly blocks: Block[] = [];

  get text(): string {
    return this.#text;
  }

  /** Text of the first heading, by which a document without a title is called; null when there is none. */
  get heading(): string | null {
    const first = this.blocks.find(({ kind }) => kind === "heading");
    return first === undefined ? null : this.#text.slice(first.start, first.end);
  }

  /** Appends a block, cleaned as `cleanText` does; items and table rows follow each other on the next line, others after a blank line. */
  add(kind: Block["kind"], raw: string, level?: number, page?: number): void {
    const content = cleanText(raw);
    if (content.trim() === "") return;
    const last = this.blocks.at(-1);
    if (last !== undefined) this.#text += isLine(last.kind) && isLine(kind) ? "\n" : "\n\n";
    const start = this.#text.length;
    this.#text += content;
    this.blocks.push({
      ...{ start, end: this.#text.length, kind },
      ...(level === undefined ? {} : { level }),
      ...(page === undefined ? {} : { page }),
    });
  }
}

function isLine(kind: Block["kind"]): boolean {
  return kind === "item" || kind === "row" || kind === "header";
}
