/**
 * Commands run in this process, with what they print.
 * @module
 */
import { main } from "../main.ts";

/** How a command ended and what it printed. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `cairn …` in this process and keeps its output. */
export async function cairn(...args: string[]): Promise<Ran> {
  const out = capture(Deno.stdout);
  const err = capture(Deno.stderr);
  try {
    const code = await main(args);
    return { code, out: out.text(), err: err.text() };
  } finally {
    out.restore();
    err.restore();
  }
}

function capture(stream: { writeSync(bytes: Uint8Array): number }): { text(): string; restore(): void } {
  const original = stream.writeSync;
  const decoder = new TextDecoder();
  let text = "";
  stream.writeSync = (bytes) => {
    text += decoder.decode(bytes, { stream: true });
    return bytes.length;
  };
  return {
    text: () => text,
    restore: () => {
      stream.writeSync = original;
    },
  };
}

/** Sets an environment variable while `use` runs. */
export async function withEnv<T>(name: string, value: string, use: () => Promise<T>): Promise<T> {
  const before = Deno.env.get(name);
  Deno.env.set(name, value);
  try {
    return await use();
  } finally {
    if (before === undefined) Deno.env.delete(name);
    else Deno.env.set(name, before);
  }
}
