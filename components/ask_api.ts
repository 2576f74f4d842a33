/**
 * Asking from the browser.
 * @module
 */
import type { AskRequest, Explained, Explanation, IncidentReceipt } from "../lib/schema.ts";
import { type Draft, EMPTY_DRAFT, received } from "./draft.ts";
import { readEvents } from "./sse.ts";

/** Why there is no answer, in words for the reader. */
export class AskError extends Error {
  override name = "AskError";
}

/** Asks and reports every state of the answer until it is whole. Throws {@linkcode AskError}. */
export async function askServer(
  request: AskRequest,
  signal: AbortSignal,
  onDraft: (draft: Draft) => void,
): Promise<void> {
  let draft = EMPTY_DRAFT;
  try {
    const response = await fetch("/api/v1/ask", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Accept": "text/event-stream" },
      body: JSON.stringify(request),
      signal,
    });
    if (!response.ok || !response.body) throw new AskError(await problemText(response));
    if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
      return onDraft({ ...draft, answer: await response.json() });
    }
    for await (const { event, data } of readEvents(response.body)) {
      draft = received(draft, event, data);
      onDraft(draft);
    }
  } catch (error) {
    if (error instanceof AskError || signal.aborted) throw error;
    throw new AskError(
      "The device that answers did not reply. Check that it is on and in reach, then ask again.",
    );
  }
  if (!draft.answer) throw new AskError("The answer broke off. Ask again.");
}

/** Why a question is answered as it is. Throws {@linkcode AskError}. */
export async function explainServer(request: AskRequest): Promise<Explanation> {
  const { explanation }: Explained = await posted("/api/v1/explain", request);
  return explanation;
}

/** Reports an answer as wrong; the question is kept only with consent. Throws {@linkcode AskError}. */
export async function reportAnswer(answer: string, consent: boolean): Promise<IncidentReceipt> {
  return await posted("/api/v1/incidents", { answer, consent });
}

async function posted<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response === null) {
    throw new AskError("The device that answers did not reply. Check that it is on and in reach.");
  }
  if (!response.ok) throw new AskError(await problemText(response));
  return await response.json();
}

async function problemText(response: Response): Promise<string> {
  try {
    const problem: { title?: string; detail?: string } = await response.json();
    return problem.detail ?? problem.title ?? `The answer failed (${response.status}).`;
  } catch {
    return `The answer failed (${response.status}). Ask again.`;
  }
}
