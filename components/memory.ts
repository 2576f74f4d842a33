/**
 * Keeps the last answer of this tab, so that coming back from a document finds it again.
 * @module
 */
import type { Answer, AskRequest } from "../lib/schema.ts";

const KEY = "cairn:last";

/** What was asked, the choice taken included, and what came of it. */
export interface Asked {
  readonly request: AskRequest;
  readonly answer: Answer;
}

/** Keeps an answer; a browser that refuses storage simply forgets. */
export function remember(last: Asked): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(last));
  } catch { /* private browsing, or full */ }
}

/** The answer kept, when this page was reached by going back; else null. */
export function recall(): Asked | null {
  const [navigation] = performance.getEntriesByType("navigation");
  if (!navigation || !("type" in navigation) || navigation.type !== "back_forward") return null;
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}
