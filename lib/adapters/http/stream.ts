/**
 * An answer as server-sent events: decision, passage, sentence…, answer.
 * @module
 */
import type { Cairn } from "../../ports.ts";
import type { Answer, AskRequest } from "../../schema.ts";

/** Streams the parts of the answer in the order in which they are known; the whole answer comes last. */
export async function answerStream(
  cairn: Cairn,
  request: AskRequest,
  done: (answer: Answer) => void,
): Promise<Response> {
  const encoder = new TextEncoder();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const events: Uint8Array[] = [];
  const push = (event: string, data: unknown) =>
    events.push(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
  const answer = await cairn.ask(request, {
    decision: (decision) => push("decision", decision),
    passage: (passage) => push("passage", passage),
    sentence: (sentence) => push("sentence", sentence),
  });
  done(answer);
  push("answer", answer);
  const writer = writable.getWriter();
  (async () => {
    for (const event of events) await writer.write(event);
    await writer.close();
  })().catch(() => {
    // The asker has gone; there is nobody to tell.
  });
  return new Response(readable, {
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" },
  });
}
