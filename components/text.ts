/**
 * Small pieces of wording and addressing that pages and islands share.
 * @module
 */
import type { Answer, Citation, Reason } from "../lib/schema.ts";
import { isCrisisHelp } from "../lib/text/crisis.ts";
import { MONTHS } from "../lib/text/months.ts";

/** `2026-11-20` → `20 November 2026`; a shorter date keeps its precision, any other text stays. */
export function formatDate(iso: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
  if (!match) return iso;
  const month = match[2] && MONTHS[Number(match[2]) - 1];
  return [match[3] && String(Number(match[3])), month, match[1]].filter(Boolean).join(" ");
}

/** The address of a document; its id is one segment, slashes encoded. */
export function documentHref(id: string): string {
  return `/library/${encodeURIComponent(id)}`;
}

/** The address that opens a document at a passage. */
export function passageHref(at: Pick<Citation, "documentId" | "start" | "end">): string {
  return `${documentHref(at.documentId)}?start=${at.start}&end=${at.end}#passage`;
}

const CAUTIONS: Partial<Record<Reason, string>> = {
  weak_evidence: "I am not sure that this answers you. Read the whole passage before you act on it.",
  conflicting_sources:
    "Sources disagree. Both are below, the newest first: trust neither until you have checked.",
};

/** The line above an answer to be taken with care. */
export function cautionText({ reason, citations }: Answer): string {
  if (reason !== "stale_source") return (reason && CAUTIONS[reason]) ?? "Check before you rely on it.";
  const dates = citations.flatMap(({ asOf }) => asOf ?? []).sort();
  const oldest = dates[0];
  return oldest
    ? `Old news: as of ${formatDate(oldest)}. Check before you rely on it.`
    : "This has no date and may be out of date. Check before you rely on it.";
}

const REFUSALS: Partial<Record<Reason, string>> = {
  out_of_scope: "That is outside what the documents here cover.",
  no_evidence: "The documents on this device do not say.",
  weak_evidence: "I found something near it, but not enough to answer safely.",
  stale_source: "What I have is too old to trust for something that changes.",
  wrong_place: "I have documents about other places, not that one.",
  vague: "I could not tell what you are asking.",
  live_data: "That changes by the hour, and this device has no live data.",
  unsafe_request: "I will not help with that. It could get someone hurt.",
  language: "I can only read questions in English.",
  no_pack: "There are no documents on this device yet.",
  overloaded: "Too many questions at once. Ask again in a moment.",
};

/** What was not found, in plain words. */
export function refusalText(reason: Reason | null): string {
  return (reason && REFUSALS[reason]) ?? "I do not have an answer to that.";
}

/** The line above a refusal. Whoever may harm themselves hears first that it was good to say so, not what is missing. */
export function refusalLead({ reason, help }: Pick<Answer, "reason" | "help">): string {
  return isCrisisHelp(help)
    ? "It is good that you said it. Please talk to someone now."
    : refusalText(reason);
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
