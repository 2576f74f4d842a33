/**
 * Where text stands on a page to what is read: lines, columns, paragraphs. Pure; pdf.ts gets the text from the file.
 *
 * Units are points (1/72 inch) from the page's upper left corner.
 * @module
 */
import type { Block } from "../schema.ts";
import { collapse, withoutLigatures } from "../text/normalize.ts";

/** A piece of text as a page places it. `y` is the baseline. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
  readonly isBold: boolean;
}

/** A page's text and height. */
export interface Page {
  readonly number: number;
  readonly height: number;
  readonly placed: readonly Placed[];
}

/** A line of a column, left to right; cells of a row where wide gaps part it. */
export interface Line {
  readonly text: string;
  readonly cells: readonly string[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly isBold: boolean;
}

/** A block on its page. */
export interface PageBlock {
  readonly kind: Block["kind"];
  readonly text: string;
  readonly level?: number;
  readonly page: number;
}

/** Parts of the letters' size: the same line, a space, and a gap between cells or columns. */
const SAME_LINE = 0.45;
const SPACE = 0.15;
const GAP = 1.1;

/** The blocks of all pages in reading order, without what every page repeats above and below its text. */
export function layOut(pages: readonly Page[]): PageBlock[] {
  const repeated = repeatedLines(pages);
  const body = bodySize(pages);
  const blocks: PageBlock[] = [];
  const words = wordsOf(pages);
  for (const page of pages) {
    const lines = linesInOrder(page.placed).filter((line) => !isFrame(line, page, repeated));
    const found = paragraphs(lines, body, words).map((block) => ({ ...block, page: page.number }));
    const [last, first] = [blocks.at(-1), found[0]];
    // A sentence that goes on overleaf is one paragraph, which begins on the earlier page.
    if (last !== undefined && first !== undefined && goesOn(last, first)) {
      blocks[blocks.length - 1] = { ...last, text: joinLines(last.text, first.text, words) };
      found.shift();
    }
    blocks.push(...found);
  }
  return blocks;
}

/** The lines of a page in reading order: columns one after the other, between what goes across them. */
export function linesInOrder(placed: readonly Placed[]): Line[] {
  const segments = segmentsOf(placed);
  const gutter = findGutter(segments);
  if (gutter === null) return mergeRows(segments);
  const ordered: Line[] = [];
  let band: Line[] = [];
  const flush = () => {
    for (const inside of [(s: Line) => s.right <= gutter + 1, (s: Line) => s.right > gutter + 1]) {
      ordered.push(...withColumns(band.filter(inside)));
    }
    band = [];
  };
  for (const segment of segments) {
    if (segment.x < gutter - 1 && segment.right > gutter + 1) {
      flush();
      ordered.push(segment);
    } else band.push(segment);
  }
  flush();
  return ordered;
}

/** A column may have columns of its own. */
function withColumns(segments: readonly Line[]): Line[] {
  return findGutter(segments) === null ? mergeRows(segments) : linesInOrder(segments.map(asPlaced));
}

function asPlaced({ text, x, right, y, size, isBold }: Line): Placed {
  return { text, x, y, width: right - x, size, isBold };
}

/** Runs of text on one baseline without a wide gap, from top to bottom and left to right. */
function segmentsOf(placed: readonly Placed[]): Line[] {
  const sorted = placed.filter(({ text }) => text.trim() !== "").toSorted((a, b) => a.y - b.y || a.x - b.x);
  const rows: Placed[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (
      row !== undefined && Math.abs(row[0]!.y - piece.y) <= SAME_LINE * Math.max(row[0]!.size, piece.size)
    ) {
      row.push(piece);
    } else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    const segments: Placed[][] = [];
    for (const piece of row.toSorted((a, b) => a.x - b.x)) {
      const last = segments.at(-1)?.at(-1);
      if (last !== undefined && piece.x - (last.x + last.width) < GAP * Math.max(last.size, piece.size)) {
        segments.at(-1)!.push(piece);
      } else segments.push([piece]);
    }
    return segments.map(toLine);
  });
}

function toLine(pieces: readonly Placed[]): Line {
  let text = "";
  let right = pieces[0]!.x;
  for (const { text: piece, x, width, size } of pieces) {
    if (text !== "" && x - right > SPACE * size && !/\s$/.test(text) && !/^\s/.test(piece)) text += " ";
    text += piece;
    right = Math.max(right, x + width);
  }
  const shown = collapse(withoutLigatures(text));
  const longest = pieces.toSorted((a, b) => b.text.length - a.text.length)[0]!;
  return {
    text: shown,
    cells: [shown],
    x: pieces[0]!.x,
    right,
    y: pieces[0]!.y,
    size: longest.size,
    isBold: pieces.every(({ isBold }) => isBold),
  };
}

/** Least lines of a column, and least mean length of them in characters: the cells of a table are shorter. */
const COLUMN_LINES = 5;
const COLUMN_LENGTH = 18;
/** Largest part of the lines that may go across two columns: headings, pictures' captions. */
const ACROSS = 0.2;

/** The place between two columns of text, or null. */
function findGutter(segments: readonly Line[]): number | null {
  if (segments.length < 2 * COLUMN_LINES) return null;
  let best: { at: number; across: number } | null = null;
  // A gutter ends where some line of the right column begins.
  for (const at of new Set(segments.map(({ x }) => Math.round(x) - 2))) {
    const left = segments.filter(({ right }) => right <= at);
    const right = segments.filter(({ x }) => x >= at);
    const across = segments.length - left.length - right.length;
    if (left.length < COLUMN_LINES || right.length < COLUMN_LINES) continue;
    if (
      across > ACROSS * segments.length || meanLength(left) < COLUMN_LENGTH ||
      meanLength(right) < COLUMN_LENGTH
    ) continue;
    if (!standBeside(left, right)) continue;
    if (best === null || across < best.across) best = { at, across };
  }
  return best?.at ?? null;
}

function meanLength(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0) / lines.length;
}

/** Whether two sets of lines share the greater part of their height: an indented list below a paragraph is no column. */
function standBeside(left: readonly Line[], right: readonly Line[]): boolean {
  const span = (lines: readonly Line[]) =>
    [Math.min(...lines.map(({ y }) => y)), Math.max(...lines.map(({ y }) => y))] as const;
  const [a, b] = [span(left), span(right)];
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared > 0.5 * Math.min(a[1] - a[0], b[1] - b[0]);
}

/** Segments on one baseline are the cells of a row. */
function mergeRows(segments: readonly Line[]): Line[] {
  const rows: Line[] = [];
  for (const segment of segments) {
    const last = rows.at(-1);
    if (last !== undefined && Math.abs(last.y - segment.y) <= SAME_LINE * Math.max(last.size, segment.size)) {
      const cells = [...last.cells, segment.text];
      // A marker stands apart from its item, often in letters of another size.
      rows[rows.length - 1] = isMarker(last.text)
        ? {
          ...segment,
          text: `${last.text} ${segment.text}`,
          cells: [`${last.text} ${segment.text}`],
          x: last.x,
        }
        : {
          ...last,
          text: cells.join(" | "),
          cells,
          right: segment.right,
          size: Math.max(last.size, segment.size),
          isBold: last.isBold && segment.isBold,
        };
    } else rows.push(segment);
  }
  return rows;
}

const BULLET = /^[•▪◦‣●○■□–—*-]\s*(?=\S|$)/;
const NUMBER = /^(\d{1,3})[.)]\s*(?=\D|$)/;

function isMarker(text: string): boolean {
  return /^([•▪◦‣●○■□–—*-]|\d{1,3}[.)])$/.test(text);
}

/** The commonest size of letters. */
function bodySize(pages: readonly Page[]): number {
  const letters = new Map<number, number>();
  for (const { placed } of pages) {
    for (const { size, text } of placed) {
      const rounded = Math.round(size * 2) / 2;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** Upper and lower part of a page in which headers and footers stand. */
const MARGIN = 0.11;

/** Lines at the same height on several pages that say the same, figures aside. */
function repeatedLines(pages: readonly Page[]): ReadonlySet<string> {
  const seen = new Map<string, Set<number>>();
  for (const page of pages) {
    for (const line of mergeRows(segmentsOf(page.placed))) {
      if (!isMargin(line, page)) continue;
      const key = frameKey(line, page);
      const on = seen.get(key) ?? new Set();
      seen.set(key, on.add(page.number));
    }
  }
  const often = Math.min(3, Math.max(2, pages.length));
  return new Set([...seen].filter(([, on]) => on.size >= often).map(([key]) => key));
}

function isMargin({ y }: Line, { height }: Page): boolean {
  return y < MARGIN * height || y > (1 - MARGIN) * height;
}

function frameKey({ text, y }: Line, { height }: Page): string {
  return `${y < height / 2 ? "top" : "foot"} ${text.replace(/\d+/g, "#").toLowerCase()}`;
}

/** A page's number, alone or with what it counts. */
const PAGE_NUMBER = /^[-–—\s]*(page\s*)?\d{1,4}(\s*(of|\/)\s*\d{1,4})?[-–—\s]*$/i;

/** Headers and footers repeat, or have the page's number in a cell of its own. */
function isFrame(line: Line, page: Page, repeated: ReadonlySet<string>): boolean {
  if (!isMargin(line, page)) return false;
  return repeated.has(frameKey(line, page)) || line.cells.some((cell) => PAGE_NUMBER.test(cell));
}

type Found = Omit<PageBlock, "page">;

/** Lines of a page to headings, paragraphs, items and rows. */
function paragraphs(lines: readonly Line[], body: number, words: ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  const leading = usualLeading(lines);
  let open: { kind: "paragraph" | "item"; text: string; last: Line; first: Line } | null = null;
  const close = () => {
    if (open !== null) {
      found.push({ kind: open.kind, text: open.text, ...(open.kind === "item" ? { level: 1 } : {}) });
    }
    open = null;
  };
  for (const [i, line] of lines.entries()) {
    if (line.cells.length > 1) {
      close();
      const isFirst = lines[i - 1]?.cells.length !== line.cells.length;
      const hasMore = lines[i + 1]?.cells.length === line.cells.length;
      const cells = line.cells.map((cell) => cell.replaceAll("|", "/"));
      found.push({ kind: isFirst && hasMore && line.isBold ? "header" : "row", text: cells.join(" | ") });
      continue;
    }
    const level = headingLevel(line, body);
    if (level !== null) {
      close();
      const last = found.at(-1);
      const above = lines[i - 1];
      // A heading of two lines.
      if (
        last?.kind === "heading" && last.level === level && above !== undefined &&
        line.y - above.y < 1.6 * line.size && line.y > above.y
      ) {
        found[found.length - 1] = { ...last, text: joinLines(last.text, line.text, words) };
      } else found.push({ kind: "heading", text: line.text, level });
      continue;
    }
    const bullet = BULLET.exec(line.text);
    const number = NUMBER.exec(line.text);
    if (bullet !== null || number !== null) {
      close();
      const rest = line.text.slice((bullet ?? number)![0].length);
      open = {
        kind: "item",
        text: `${bullet !== null ? "•" : `${number![1]}.`} ${rest}`,
        last: line,
        first: line,
      };
    } else if (open !== null && !beginsNew(open, line, leading)) {
      open.text = joinLines(open.text, line.text, words);
      open.last = line;
    } else {
      close();
      open = { kind: "paragraph", text: line.text, last: line, first: line };
    }
  }
  close();
  return found;
}

/** Whether a line begins a paragraph: after a gap, in another column, with an indent, or out of an item. */
function beginsNew(
  { kind, last, first }: { kind: string; last: Line; first: Line },
  line: Line,
  leading: number,
): boolean {
  const step = line.y - last.y;
  if (step <= 0) return !/[\p{Ll}\d,;-]$/u.test(last.text) || !/^\p{Ll}/u.test(line.text);
  if (step > 1.4 * leading || Math.abs(line.size - last.size) > 0.15 * last.size) return true;
  if (kind === "item") return line.x < first.x - line.size;
  return line.x > last.x + 0.9 * line.size && line.x < last.x + 4 * line.size && first !== last;
}

/** The commonest distance of two lines in one column. */
function usualLeading(lines: readonly Line[]): number {
  const steps = lines.slice(1).map((line, i) => line.y - lines[i]!.y).filter((step) => step > 0).sort((
    a,
    b,
  ) => a - b);
  return steps[Math.floor(steps.length * 0.4)] ?? 12;
}

/** Longest heading, in characters. */
const HEADING = 120;

function headingLevel({ text, size, isBold }: Line, body: number): number | null {
  if (text.length > HEADING || !/\p{L}/u.test(text) || BULLET.test(text)) return null;
  if (size >= 1.6 * body) return 1;
  if (size >= 1.25 * body) return 2;
  if (size >= 1.08 * body && isBold) return 3;
  return isBold && text.length <= 80 && size >= 0.95 * body && !/[.!,;:]$/.test(text) ? 3 : null;
}

function goesOn(last: PageBlock, first: PageBlock): boolean {
  return (last.kind === "paragraph" || last.kind === "item") && first.kind === "paragraph" &&
    !/[.!?:”"')\]]$/.test(last.text) && /^[\p{Ll}\d(]/u.test(first.text);
}

/** All words of the document that no line end cuts, in lower case, with their hyphens. */
function wordsOf(pages: readonly Page[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { placed } of pages) {
    for (const { text } of placed) {
      for (const [word] of withoutLigatures(text).matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
        words.add(word.toLowerCase());
      }
    }
  }
  return words;
}

/** Two lines as one: a word that the line end cut is whole again, one that is written with a hyphen keeps it. */
export function joinLines(above: string, below: string, words: ReadonlySet<string>): string {
  const start = /(\p{L}+(?:-\p{L}+)*)[-\u2010]$/u.exec(above)?.[1];
  const end = /^\p{Ll}[\p{L}]*/u.exec(below)?.[0];
  if (/\d[-–]$/.test(above) && /^\d/.test(below)) return above + below;
  if (start === undefined || end === undefined) return `${above} ${below}`;
  const hyphened = `${start}-${end}`.toLowerCase();
  return words.has(hyphened) && !words.has(`${start}${end}`.toLowerCase())
    ? above + below
    : above.slice(0, -1) + below;
}
