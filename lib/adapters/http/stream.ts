/**
 * An answer as server-sent events: decision, passage, sentence…, answer.
 * @module
 */
import type { Cairn } from "../../ports.ts";
import type { Answer, AskRequest } from "../../schema.ts";

const HEADERS = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" };

/**
 * Streams the parts of the answer as they become known; the whole answer comes last. The response exists from
 * the first event on; what fails before that rejects, so that it can still become a problem document.
 */
export function answerStream(
  cairn: Cairn,
  request: AskRequest,
  done: (answer: Answer) => void,
): Promise<Response> {
  const encoder = new TextEncoder();
  let writer: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      writer = controller;
    },
    cancel() {
      // The asker has gone; there is nobody to tell.
      writer = null;
    },
  });
  let response: Response | null = null;
  return new Promise((resolve, reject) => {
    const push = (event: string, data: unknown) => {
      writer?.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      response ??= new Response(body, { headers: HEADERS });
      resolve(response);
    };
    cairn.ask(request, {
      decision: (decision) => push("decision", decision),
      passage: (passage) => push("passage", passage),
      sentence: (sentence) => push("sentence", sentence),
    }).then((answer) => {
      done(answer);
      push("answer", answer);
      writer?.close();
    }).catch((error) => {
      reject(error);
      writer?.error(error);
    });
  });
}
