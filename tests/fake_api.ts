import type { Cairn } from "../lib/ports.ts";
import { AskRequest } from "../lib/schema.ts";

/** How long a fake stream waits between two events, so that a test can see each arrive. */
export interface FakeApiOptions {
  pause?: number;
}

/** `POST /api/v1/ask` as the page uses it: server-sent events, or a problem document. */
export async function fakeApi(
  cairn: Cairn,
  req: Request,
  { pause = 0 }: FakeApiOptions = {},
): Promise<Response> {
  const asked = AskRequest.parse(await req.json());
  if (asked.question.includes("problem")) {
    const problem = {
      type: "about:blank",
      title: "Busy",
      status: 503,
      detail: "The device is busy. Ask again.",
    };
    return Response.json(problem, { status: 503, headers: { "Content-Type": "application/problem+json" } });
  }
  const events: [string, unknown][] = [];
  const answer = await cairn.ask(asked, {
    decision: ({ outcome, reason, confidence, card }) =>
      events.push(["decision", { outcome, reason, confidence, card }]),
    passage: (passage) => events.push(["passage", passage]),
    sentence: (sentence) => events.push(["sentence", sentence]),
  });
  events.push(["answer", answer]);
  const body = async function* () {
    for (const [event, data] of events) {
      yield `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  return new Response(ReadableStream.from(body()).pipeThrough(new TextEncoderStream()), {
    headers: { "Content-Type": "text/event-stream" },
  });
}
