import assert from "node:assert/strict";
import { readEvents, type ServerEvent } from "./sse.ts";

const STREAM =
  'event: decision\ndata: {"a":"é"}\n\n: a comment\n\nevent: passage\r\ndata: x\r\ndata: y\r\n\r\ndata: last';

const EVENTS: ServerEvent[] = [
  { event: "decision", data: '{"a":"é"}' },
  { event: "passage", data: "x\ny" },
  { event: "message", data: "last" },
];

Deno.test("events arrive whole, wherever the network cuts them", async () => {
  const bytes = new TextEncoder().encode(STREAM);
  for (const size of [1, 2, 3, 7, 1000]) {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let i = 0; i < bytes.length; i += size) pieces.push(bytes.slice(i, i + size));
    assert.deepEqual(
      await Array.fromAsync(readEvents(ReadableStream.from(pieces))),
      EVENTS,
      `pieces of ${size}`,
    );
  }
});
