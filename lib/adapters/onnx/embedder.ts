/**
 * The sentence encoder through onnxruntime-node, tokenised by @huggingface/tokenizers.
 * @module
 */
import type { Embedder } from "../../ports.ts";
import { hashModel } from "./hash_model.ts";
import { loadTokenizer, type Tokenizer } from "./tokenizer.ts";

/** Longest input in tokens, the length the base encoder was trained for. */
const MAX_TOKENS = 256;

/** Name under which packs remember this encoder. */
export const EMBEDDER_ID = "cairn-minilm-3-int8";
const EMBEDDER_DIMENSION = 384;

/**
 * Opens the encoder in a folder with `embedder.onnx` and `tokenizer.json`. The weights are loaded in the
 * background: pages are there at once, and the first text to embed waits.
 *
 * @throws {Error} naming the missing or damaged file
 */
export async function loadEmbedder(folder: string): Promise<Embedder> {
  const [sha256, tokenizer] = await Promise.all([
    hashModel(`${folder}/embedder.onnx`, "embedder"),
    loadTokenizer(folder),
  ]);
  const loading = loadSession(folder, tokenizer);
  // Reported by the first embed; unheard until then it would end the program.
  loading.catch(() => {});
  let last: { text: string; vector: Float32Array } | null = null;
  return {
    id: EMBEDDER_ID,
    sha256,
    dimension: EMBEDDER_DIMENSION,
    knowsWord: (word) => tokenizer.knows(word),
    async embed(text) {
      // A question is read twice, for emergencies and for the search.
      if (last?.text === text) return last.vector;
      const run = await loading;
      last = { text, vector: await run(text) };
      return last.vector;
    },
  };
}

/** The encoder as a function of one text: dynamic quantisation scales over a batch, so neighbours would change a vector. */
async function loadSession(
  folder: string,
  { encode }: Tokenizer,
): Promise<(text: string) => Promise<Float32Array>> {
  const { InferenceSession, Tensor } = await import("onnxruntime-node");
  const options = { intraOpNumThreads: 2, logSeverityLevel: 3 } as const;
  const session = await InferenceSession.create(`${folder}/embedder.onnx`, options);
  const tensor = (values: BigInt64Array) => new Tensor("int64", values, [1, values.length]);
  return async (text) => {
    const all = encode(text);
    // The last token is [SEP]; keep it when the text is cut.
    const cut = all.length <= MAX_TOKENS ? all : [...all.slice(0, MAX_TOKENS - 1), all.at(-1)!];
    const ids = BigInt64Array.from(cut, BigInt);
    const mask = new BigInt64Array(ids.length).fill(1n);
    const { embedding } = await session.run({ input_ids: tensor(ids), attention_mask: tensor(mask) });
    return Float32Array.from(embedding!.data as Float32Array);
  };
}
