/**
 * Small pieces of wording and addressing that pages and islands share.
 * @module
 */
import type { Citation } from "../lib/schema.ts";

/** The address of a document; its id is one segment, slashes encoded. */
export function documentHref(id: string): string {
  return `/library/${encodeURIComponent(id)}`;
}

/** The address that opens a document at a passage. */
export function passageHref(at: Pick<Citation, "documentId" | "start" | "end">): string {
  return `${documentHref(at.documentId)}?start=${at.start}&end=${at.end}#passage`;
}

/** `first-aid` → `First aid`. */
export function topicTitle(topic: string | null): string {
  if (!topic) return "Other";
  const words = topic.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `distanceMiles` or `distance_miles` → `distance miles`. */
export function inputName(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " ").toLowerCase();
}

/** Example questions for someone who does not know what to ask. */
export const EXAMPLES = [
  "How long do I boil water to make it safe?",
  "How far from a stream should I camp?",
  "What do I do in a thunderstorm above treeline?",
  "Distance from Outpost Camp to Trail Camp on Mount Whitney?",
];
