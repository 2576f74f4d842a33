/**
 * Old news: statements about a changing state have a best-before date, how-to text has none.
 * @module
 */
import type { DocumentHead } from "../ports.ts";
import type { Perishable } from "../schema.ts";

/** Days after which a statement of each kind is old. Short for what a storm or an order changes overnight. */
export const FRESH_DAYS: Readonly<Record<Perishable, number>> = {
  fire: 3,
  closure: 7,
  snow: 7,
  water_status: 14,
  permit: 365,
};

/** Whether a document speaks of a changing state and is too old, or undated. */
export function isStale(head: Pick<DocumentHead, "perishable" | "asOf">, today: string): boolean {
  if (head.perishable.length === 0) return false;
  if (head.asOf === null) return true;
  const days = (Date.parse(today) - Date.parse(head.asOf)) / 86_400_000;
  return days > Math.min(...head.perishable.map((kind) => FRESH_DAYS[kind]));
}

/** Why a stale document's words come with a caution, for people who ask. */
export function staleNote({ asOf }: Pick<DocumentHead, "asOf">): string {
  return asOf === null ? "changing conditions, undated" : `changing conditions, as of ${asOf}`;
}
