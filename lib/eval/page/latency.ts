/**
 * How long loading, embedding, reading and asking take, in this process.
 * @module
 */
import type { Library } from "../../corpus/library.ts";
import { quantile } from "../../math/statistics.ts";
import type { Cairn, Embedder, Reader } from "../../ports.ts";
import { type Figure, type Goal, inTurn, type Section } from "./section.ts";

export interface LatencyPorts {
  readonly embedder: Embedder;
  readonly reader: Reader;
  /** Where the passages are taken from. */
  readonly library: Library;
  /** Null where no decision is fitted: then nothing is asked. */
  readonly cairn: Cairn | null;
  readonly questions: readonly string[];
  /** Milliseconds until both encoders had done their first work. */
  readonly loading: number;
}

/** Of about 15 tokens; several, because the encoder remembers the last. */
const QUESTIONS = [
  "how long should I boil water from a lake high up before we drink it",
  "where can I refill my bottles between the second camp and the pass",
  "what do I do first when my friend has been bitten by a snake",
  "which side of the ridge is safer to camp on in a thunderstorm",
];

const RUNS = { embed: 300, read: 30 } as const;
const PASSAGES = { count: 8, tokens: 160 } as const;
/** Runs before the clock counts: caches fill, code is compiled. */
const WARM_UP = { embed: 30, read: 3, ask: 30 } as const;

export async function latency(ports: LatencyPorts): Promise<Section> {
  const { embedder, reader, cairn, questions, loading } = ports;
  const passages = await passagesOf(ports);
  const tokens = await inTurn(QUESTIONS, (text) => tokensIn(reader, text));
  const mean = tokens.reduce((sum, list) => sum + list.length, 0) / tokens.length;
  const embed = await times(
    WARM_UP.embed,
    RUNS.embed,
    (i) => embedder.embed(QUESTIONS[i % QUESTIONS.length]!),
  );
  const read = await times(WARM_UP.read, RUNS.read, async (i) => {
    for (const text of passages) await reader.read(QUESTIONS[i % QUESTIONS.length]!, { title: "", text });
  });
  const ask = cairn === null
    ? []
    : await times(Math.min(WARM_UP.ask, questions.length), questions.length, (i) => {
      return cairn.ask({ question: questions[i % questions.length]! });
    });
  const asked = cairn === null ? "\nNothing is asked: no decision is fitted for these encoders." : "";
  return {
    title: "Latency",
    about:
      `In this process, alone on the machine or not. Loading is from nothing to the first vector and the first reading, both
encoders side by side, the import of their libraries included; it was measured before anything else was opened. Questions to
embed have ${
        mean.toFixed(1)
      } tokens, without the two that mark the ends; ${passages.length} passages of ${PASSAGES.tokens}
tokens are read one by one.${asked}`,
    figures: [
      figure("loading both encoders", "1", loading, 300),
      ...both("embedding a question", embed, [3, null]),
      ...both(`reading ${passages.length} passages`, read, [55, null]),
      ...(cairn === null ? [] : both("asking over the built-in packs", ask, [90, 160])),
    ],
    mistakes: [],
  };
}

/** The time of each run in milliseconds, after some that are not counted. */
async function times(warmUp: number, runs: number, run: (i: number) => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < warmUp + runs; i++) {
    const start = performance.now();
    // The counted runs start over with the first question.
    await run(i < warmUp ? i : i - warmUp);
    if (i >= warmUp) found.push(performance.now() - start);
  }
  return found;
}

function both(name: string, times: readonly number[], goals: readonly (number | null)[]): Figure[] {
  return [0.5, 0.95].map((share, i) =>
    figure(`${name}, p${100 * share}`, `${times.length}`, quantile(times, share), goals[i] ?? null)
  );
}

function figure(name: string, n: string, value: number, atMost: number | null): Figure {
  const goal: Goal | null = atMost === null ? null : { atMost };
  return { name, n, value, interval: null, unit: "ms", goal };
}

/** Beginnings of the longest documents, cut after the same number of tokens. */
async function passagesOf({ library, reader }: LatencyPorts): Promise<string[]> {
  const texts = library.heads().map(({ id }) => library.document(id)!.text)
    .sort((a, b) => b.length - a.length).slice(0, PASSAGES.count);
  return await inTurn(texts, async (text) => {
    const tokens = await tokensIn(reader, text.slice(0, 2000));
    return text.slice(0, tokens[PASSAGES.tokens - 1]?.end ?? 2000);
  });
}

/** The reader tells of each token that it reads. */
async function tokensIn(reader: Reader, text: string) {
  return (await reader.read("", { title: "", text })).words;
}
