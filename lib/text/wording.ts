/**
 * What an answer says of itself, on the page and in the shell: why to take care, or what was not found.
 * @module
 */
import { CRISIS_CARD } from "./choices.ts";
import { isCrisisHelp } from "./crisis.ts";
import { formatDate } from "./dates.ts";

const CAUTIONS: Readonly<Record<string, string>> = {
  weak_evidence: "I am not sure that this answers you. Read the whole passage before you act on it.",
  conflicting_sources:
    "Sources disagree. Both are below, the newest first: trust neither until you have checked.",
};

/** The line above an answer to be taken with care. */
export function cautionText(
  { reason, citations }: {
    readonly reason: string | null;
    readonly citations: readonly { readonly asOf: string | null }[];
  },
): string {
  if (reason !== "stale_source") return (reason && CAUTIONS[reason]) ?? "Check before you rely on it.";
  const dates = citations.flatMap(({ asOf }) => asOf ?? []).sort();
  const oldest = dates[0];
  return oldest
    ? `Old news: as of ${formatDate(oldest)}. Check before you rely on it.`
    : "This has no date and may be out of date. Check before you rely on it.";
}

const REFUSALS: Readonly<Record<string, string>> = {
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
export function refusalText(reason: string | null): string {
  return (reason && REFUSALS[reason]) ?? "I do not have an answer to that.";
}

/** The line above a refusal. Whoever may harm themselves hears first that it was good to say so, not what is missing. */
export function refusalLead(
  { reason, help }: { readonly reason: string | null; readonly help: { readonly wanted: string } | null },
): string {
  return isCrisisHelp(help)
    ? "It is good that you said it. Please talk to someone now."
    : refusalText(reason);
}

/** How a card that may be meant is offered: a question, and what the way to it is called. */
export function cardOffer(card: string): { readonly lead: string; readonly link: string } {
  if (card === CRISIS_CARD) return { lead: "Are you not well?", link: "People to talk to" };
  const name = card.replaceAll("-", " ").replace(/\b(cpr|hace|hape)\b/, (word) => word.toUpperCase());
  return { lead: "Is somebody hurt or in danger?", link: `Emergency card: ${name}` };
}
