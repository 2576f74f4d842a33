/**
 * Plain text to a document: paragraphs by blank lines, list lines kept as items.
 * @module
 */
import { cleanText, collapse } from "../text/normalize.ts";
import { NO_METADATA, type SourceDocument } from "../records.ts";
import { TextBuilder } from "./text_builder.ts";

const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBERED = /^\s*(\d{1,3})[.)]\s+(.*)$/;

/** Reads plain text. A short first line without a full stop, followed by a blank line, is the title. */
export function readPlainText(raw: string): SourceDocument {
  const out = new TextBuilder();
  const paragraphs = cleanText(raw).replace(/^\s*\n/, "").split(/\n\s*\n/);
  let title: string | null = null;
  paragraphs.forEach((paragraph, i) => {
    const lines = paragraph.split("\n").filter((line) => line.trim() !== "");
    if (i === 0 && paragraphs.length > 1 && lines.length === 1 && isTitle(lines[0]!)) {
      title = collapse(lines[0]!);
      return out.add("heading", title, 1);
    }
    addLines(out, lines);
  });
  return { metadata: { ...NO_METADATA, title }, text: out.text, blocks: out.blocks, tracks: [] };
}

function isTitle(line: string): boolean {
  return line.length <= 80 && !/[.!?:;,]$/.test(line.trim()) && !BULLET.test(line) && !NUMBERED.test(line);
}

function addLines(out: TextBuilder, lines: readonly string[]): void {
  let prose: string[] = [];
  let item: string | null = null;
  const flush = () => {
    if (item !== null) out.add("item", collapse(item), 1);
    else out.add("paragraph", collapse(prose.join(" ")));
    prose = [];
    item = null;
  };
  for (const line of lines) {
    const bullet = BULLET.exec(line);
    const numbered = NUMBERED.exec(line);
    if (bullet !== null || numbered !== null) {
      flush();
      item = bullet !== null ? `• ${bullet[1]}` : `${numbered![1]}. ${numbered![2]}`;
    } else if (item !== null) item += ` ${line}`;
    else prose.push(line);
  }
  flush();
}
