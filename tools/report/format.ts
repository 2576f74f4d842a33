import { wilson } from "../../lib/math/statistics.ts";

/** `34 of 140 (24 %, 18–32)`. */
export function share(hits: number, n: number): string {
  const { low, high } = wilson(hits, n);
  const percent = (value: number) => (100 * value).toFixed(value > 0.995 || value < 0.1 ? 1 : 0);
  return `${hits} of ${n} (${percent(n === 0 ? 0 : hits / n)} %, ${percent(low)}–${percent(high)})`;
}

/** A Markdown table. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
