/**
 * Dates as people read them.
 * @module
 */
import { MONTHS } from "./months.ts";

/** `2026-11-20` → `20 November 2026`; a shorter date keeps its precision, any other text stays. */
export function formatDate(iso: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
  if (!match) return iso;
  const month = match[2] && MONTHS[Number(match[2]) - 1];
  return [match[3] && String(Number(match[3])), month, match[1]].filter(Boolean).join(" ");
}
