/**
 * The results page as Markdown.
 * @module
 */
import { collapse } from "../../text/normalize.ts";
import { type Figure, type Mistake, reached, type Section } from "./section.ts";

/** A section's name and what was measured, or why nothing was. */
export interface Measured {
  readonly name: string;
  readonly found: Section | string;
}

/** Sections whose questions and claims are other people's text, of which the page repeats nothing: the id finds it. */
const OTHERS: ReadonlySet<string> = new Set(["wice", "summedits", "scifact", "squad2"]);

/** Longest question or claim shown, in UTF-16 code units. */
const SHOWN = 140;

/** The page: the goals at a glance, then section by section. */
export function renderPage(head: string, measured: readonly Measured[]): string {
  const goals = measured.flatMap(({ name, found }) =>
    typeof found === "string"
      ? []
      : found.figures.filter(({ goal }) => goal !== null).map((figure) => [name, ...row(figure)])
  );
  const glance = goals.length === 0 ? [] : [`## Goals\n\n${table(["section", ...FIGURES], goals)}`];
  const parts = measured.map(({ name, found }) =>
    typeof found === "string" ? `## ${name}\n\nLeft out: ${found}` : renderSection(found, OTHERS.has(name))
  );
  return [head.trim(), ...glance, ...parts].join("\n\n") + "\n";
}

const FIGURES = ["figure", "n", "value", "95 % interval", "goal", ""];

function renderSection({ title, about, figures, mistakes }: Section, others: boolean): string {
  const parts = [`## ${title}`, about.trim(), table(FIGURES, figures.map(row))];
  if (mistakes.length > 0) {
    const header = ["id", ...(others ? [] : ["asked"]), "score", "gold"];
    parts.push("Worst mistakes:", table(header, mistakes.map((mistake) => mistakeRow(mistake, others))));
  }
  return parts.join("\n\n");
}

function row(figure: Figure): string[] {
  const { name, n, value, interval, goal } = figure;
  const show = (x: number) => shown(x, figure.unit);
  const [sign, wanted] = goal === null
    ? ["", NaN]
    : "atLeast" in goal
    ? ["≥", goal.atLeast]
    : ["≤", goal.atMost];
  const is = reached(figure);
  return [
    name,
    n,
    show(value),
    interval === null || Number.isNaN(value) ? "–" : `${show(interval.low)} – ${show(interval.high)}`,
    goal === null ? "" : `${sign} ${show(wanted)}`,
    is === null ? "" : is ? "reached" : "missed",
  ];
}

function shown(value: number, unit: Figure["unit"]): string {
  if (Number.isNaN(value)) return "–";
  if (unit === "ms") return `${value.toFixed(1)} ms`;
  return unit === "share" ? `${(100 * value).toFixed(1)} %` : value.toFixed(3);
}

function mistakeRow({ id, asked, score, gold }: Mistake, others: boolean): string[] {
  if (others) return [id, score.toFixed(3), gold.replace(/^answerable:.*/s, "answerable")];
  return [id, short(asked), score.toFixed(3), short(gold)];
}

/** On one line and not too long; whole characters are kept whole. */
function short(text: string): string {
  const line = collapse(text);
  if (line.length <= SHOWN) return line;
  return `${line.slice(0, SHOWN - 1).replace(/[\uD800-\uDBFF]$/, "").trimEnd()}…`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
