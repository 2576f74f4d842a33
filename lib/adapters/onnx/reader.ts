/**
 * The cross-encoder through onnxruntime-node: one pair per inference, so that a score never depends on another pair.
 * @module
 */
import { z } from "zod";
import { sigmoid } from "../../math/statistics.ts";
import type { Reader, Reading } from "../../ports.ts";
import { hashModel } from "./hash_model.ts";
import { readModelJson } from "./model_file.ts";
import { loadTokenizer, type Token, type Tokenizer } from "./tokenizer.ts";

/** Name under which answers remember this reader. */
export const READER_ID = "cairn-reader-5-int8";

/** Tokens of a question or claim, of a title and of the whole pair; as in training. */
const LIMITS = { asked: 72, title: 32, all: 300 } as const;

/** Threads of an inference; a passage is too short for more. */
const THREADS = Math.min(4, navigator.hardwareConcurrency);

/** Longest answer in tokens. */
const ANSWER_TOKENS = 40;

const Line = z.object({ scale: z.number(), offset: z.number() });

/** `reader.json` beside the weights: what turns raw scores into probabilities. */
const Calibration = z.object({ sha256: z.string(), answerable: Line, support: Line });
type Calibration = z.infer<typeof Calibration>;

/**
 * Opens the reader in a folder with `reader.onnx` and `reader.json`. The weights are loaded in the background, and the
 * first pair to read waits.
 *
 * @param tokenizerFolder holds `tokenizer.json`
 * @throws {Error} naming the missing or damaged file
 */
export async function loadReader(folder: string, tokenizerFolder: string): Promise<Reader> {
  const [sha256, calibration] = await Promise.all([
    hashModel(`${folder}/reader.onnx`, "reader"),
    readModelJson(`${folder}/reader.json`, "reader", Calibration),
  ]);
  if (calibration.sha256 !== sha256) {
    throw new Error(
      `Cannot load the reader: ${folder}/reader.json was fitted for other weights. Restore both from the repository: git checkout -- models`,
    );
  }
  const loading = loadSession(folder, tokenizerFolder);
  // Reported by the first pair; unheard until then it would end the program.
  loading.catch(() => {});
  return {
    id: READER_ID,
    sha256,
    async read(asked, { title, text }) {
      const { tokenizer, run } = await loading;
      const pair = join(tokenizer, asked, title, text);
      return toReading(await run(pair), pair, calibration);
    },
  };
}

/** A pair as the network sees it; `text[i]` is the token at `from + i`. */
interface Pair {
  readonly ids: readonly number[];
  /** First token of the passage, its title included. */
  readonly passage: number;
  /** First token of the passage's text. */
  readonly from: number;
  readonly text: readonly Token[];
}

function join(tokenizer: Tokenizer, asked: string, title: string, text: string): Pair {
  const ids = (s: string, most: number) => tokenizer.tokens(s).slice(0, most).map(({ id }) => id);
  const a = ids(asked, LIMITS.asked);
  const t = title === "" ? [] : ids(`${title}:`, LIMITS.title);
  const room = LIMITS.all - 3 - a.length - t.length;
  const body = tokenizer.tokens(text).slice(0, room);
  return {
    ids: [tokenizer.cls, ...a, tokenizer.sep, ...t, ...body.map(({ id }) => id), tokenizer.sep],
    passage: a.length + 2,
    from: a.length + 2 + t.length,
    text: body,
  };
}

interface Scores {
  readonly answerable: number;
  /** Not, partly, supported. */
  readonly support: Float32Array;
  /** Start and end of each token in turn. */
  readonly span: Float32Array;
}

async function loadSession(folder: string, tokenizerFolder: string) {
  const [{ InferenceSession, Tensor }, tokenizer] = await Promise.all([
    import("onnxruntime-node"),
    loadTokenizer(tokenizerFolder),
  ]);
  // The graph is written as it is to run (int8_graph.py): looking for better takes half of the loading and changes no score.
  const options = {
    intraOpNumThreads: THREADS,
    logSeverityLevel: 3,
    graphOptimizationLevel: "disabled",
  } as const;
  const session = await InferenceSession.create(`${folder}/reader.onnx`, options);
  const tensor = (values: readonly number[]) =>
    new Tensor("int64", BigInt64Array.from(values, BigInt), [1, values.length]);
  const run = async ({ ids, passage }: Pair): Promise<Scores> => {
    const output = await session.run({
      input_ids: tensor(ids),
      token_type_ids: tensor(ids.map((_, i) => i >= passage ? 1 : 0)),
    });
    return {
      answerable: (output.answerable!.data as Float32Array)[0]!,
      support: output.support!.data as Float32Array,
      span: output.span!.data as Float32Array,
    };
  };
  return { tokenizer, run };
}

function toReading({ answerable, support, span }: Scores, pair: Pair, calibration: Calibration): Reading {
  const [not, partly, supported] = softmax(support) as [number, number, number];
  const starts = softmax(pair.text.map((_, i) => span[2 * (pair.from + i)]!));
  const ends = softmax(pair.text.map((_, i) => span[2 * (pair.from + i) + 1]!));
  const line = ({ scale, offset }: z.infer<typeof Line>, x: number) => sigmoid(scale * x + offset);
  return {
    answerable: line(calibration.answerable, answerable),
    support: line(calibration.support, logOdds(supported)),
    partly: partly / Math.max(1e-9, partly + not),
    answer: bestStretch(pair.text, starts, ends),
    words: pair.text.map(({ start, end }, i) => ({ start, end, weight: (starts[i]! + ends[i]!) / 2 })),
  };
}

/** The stretch of text whose first and last token are likeliest together. */
function bestStretch(text: readonly Token[], starts: readonly number[], ends: readonly number[]) {
  let best: Reading["answer"] = null;
  for (let i = 0; i < text.length; i++) {
    for (let j = i; j < Math.min(text.length, i + ANSWER_TOKENS); j++) {
      const score = starts[i]! * ends[j]!;
      if (best === null || score > best.score) best = { start: text[i]!.start, end: text[j]!.end, score };
    }
  }
  return best;
}

function softmax(values: ArrayLike<number>): number[] {
  const list = Array.from(values);
  const top = Math.max(...list);
  const powers = list.map((x) => Math.exp(x - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((x) => x / sum);
}

function logOdds(p: number): number {
  const inside = Math.min(1 - 1e-7, Math.max(1e-7, p));
  return Math.log(inside / (1 - inside));
}
