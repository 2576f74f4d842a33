/**
 * A document back as Markdown, with what is known of it as front matter. Read again it gives the same text.
 * @module
 */
import { stringify } from "yaml";
import type { Block } from "../schema.ts";
import type { SourceDocument } from "../records.ts";

/** The Markdown of a document. Tracks have no form in it and are left out. */
export function toMarkdown({ metadata, text, blocks }: Omit<SourceDocument, "tracks">): string {
  const parts = blocks.map((block, i) => {
    const content = blockMarkdown(block, text.slice(block.start, block.end), blocks[i - 1]);
    return i === 0
      ? content
      : (isLine(block.kind) && isLine(blocks[i - 1]!.kind) && sameRun(blocks[i - 1]!, block)
        ? "\n"
        : "\n\n") + content;
  });
  return `${frontMatter(metadata)}${parts.join("")}\n`;
}

function frontMatter(m: SourceDocument["metadata"]): string {
  const known = {
    title: m.title,
    source: m.source,
    license: m.licence,
    as_of: m.asOf,
    topic: m.topic,
    risk: m.risk,
    perishable: m.perishable.length === 0 ? null : [...m.perishable],
    trail: m.trail,
    aliases: m.aliases.length === 0 ? null : [...m.aliases],
    card: m.card,
    summary: m.summary,
  };
  const said = Object.entries(known).filter(([, value]) => value !== null);
  return said.length === 0 ? "" : `---\n${stringify(Object.fromEntries(said), { lineWidth: 0 })}---\n\n`;
}

function blockMarkdown({ kind, level = 1 }: Block, content: string, before: Block | undefined): string {
  switch (kind) {
    case "heading":
      return `${"#".repeat(Math.min(6, level))} ${escape(content)}`;
    case "item":
      return itemMarkdown(content, level);
    case "header":
      return tableRow(content, true);
    case "row":
      // A table has to begin with a header; one without is given an empty one, which leaves no trace in the text.
      return before?.kind === "row" || before?.kind === "header"
        ? tableRow(content, false)
        : content.split(" | ").map(escape).join(" | ");
    case "code":
      return `${fence(content)}\n${content}\n${fence(content)}`;
    case "quote":
      return content.split("\n").map((line) => `> ${escape(line)}`).join("\n");
    default:
      return escape(content);
  }
}

function itemMarkdown(content: string, level: number): string {
  const indent = "    ".repeat(level - 1);
  const [, number, rest] = /^(\d+)\. ([\s\S]*)$/.exec(content) ?? [];
  if (number !== undefined) return `${indent}${number}. ${escape(rest!)}`;
  return `${indent}- ${escape(content.replace(/^• /, ""))}`;
}

function tableRow(content: string, isHeader: boolean): string {
  const cells = content.split("|").map((cell) => escape(cell.trim()));
  const row = `| ${cells.join(" | ")} |`;
  return isHeader ? `${row}\n|${cells.map(() => "---").join("|")}|` : row;
}

function isLine(kind: Block["kind"]): boolean {
  return kind === "item" || kind === "row" || kind === "header";
}

/** Items follow items and rows follow rows; a list after a table stands apart. */
function sameRun(a: Block, b: Block): boolean {
  return (a.kind === "item") === (b.kind === "item") && b.kind !== "header";
}

function fence(content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  return "`".repeat(longest + 1);
}

/** Every mark that Markdown would read. */
function escape(text: string): string {
  return text
    .replace(/[\\`*_[\]<>&~|]/g, "\\$&")
    .replace(/^(\s*)([#+-])/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/gm, "$1\\$2")
    .replace(/(https?|www|ftp)(:|\.)/gi, "$1\\$2");
}
