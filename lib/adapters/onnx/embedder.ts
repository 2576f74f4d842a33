/**
 * The sentence encoder through onnxruntime-node, tokenised by @huggingface/transformers.
 * @module
 */
import { z } from "zod";
import type { Embedder } from "../../ports.ts";
import { sha256Hex } from "../../text/hash.ts";

/** Longest input in tokens, the length the base encoder was trained for. */
const MAX_TOKENS = 256;

/** Name under which packs remember this encoder. */
export const EMBEDDER_ID = "cairn-minilm-1-int8";
const EMBEDDER_DIMENSION = 384;

/**
 * Opens the encoder in a folder with `embedder.onnx` and `tokenizer.json`. The weights are loaded in the
 * background: pages are there at once, and the first text to embed waits.
 *
 * @throws {Error} naming the missing or damaged file
 */
export async function loadEmbedder(folder: string): Promise<Embedder> {
  const [sha256, words] = await Promise.all([hashModel(`${folder}/embedder.onnx`), readWords(folder)]);
  const loading = loadSession(folder);
  // Reported by the first embed; unheard until then it would end the program.
  loading.catch(() => {});
  let last: { text: string; vector: Float32Array } | null = null;
  return {
    id: EMBEDDER_ID,
    sha256,
    dimension: EMBEDDER_DIMENSION,
    knowsWord: (word) => words.has(word),
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
async function loadSession(folder: string): Promise<(text: string) => Promise<Float32Array>> {
  const [{ InferenceSession, Tensor }, encode] = await Promise.all([
    import("onnxruntime-node"),
    loadTokenizer(folder),
  ]);
  const options = { intraOpNumThreads: 2, logSeverityLevel: 3 } as const;
  const session = await InferenceSession.create(`${folder}/embedder.onnx`, options);
  const tensor = (values: BigInt64Array) => new Tensor("int64", values, [1, values.length]);
  return async (text) => {
    const ids = BigInt64Array.from(encode(text), BigInt);
    const mask = new BigInt64Array(ids.length).fill(1n);
    const { embedding } = await session.run({ input_ids: tensor(ids), attention_mask: tensor(mask) });
    return Float32Array.from(embedding!.data as Float32Array);
  };
}

async function hashModel(path: string): Promise<string> {
  try {
    return await sha256Hex(await Deno.readFile(path));
  } catch (error) {
    const mend = "Restore it from the repository: git checkout -- models";
    throw new Error(`Cannot load the embedder: ${path}: ${(error as Error).message}. ${mend}`, {
      cause: error,
    });
  }
}

const TokenizerFile = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });

/** The words that the tokenizer knows whole. */
async function readWords(folder: string): Promise<ReadonlySet<string>> {
  const { model } = TokenizerFile.parse(JSON.parse(await Deno.readTextFile(`${folder}/tokenizer.json`)));
  return new Set(Object.keys(model.vocab));
}

async function loadTokenizer(folder: string): Promise<(text: string) => number[]> {
  const { AutoTokenizer, env } = await import("@huggingface/transformers");
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = folder.slice(0, folder.lastIndexOf("/") + 1);
  const tokenizer = await AutoTokenizer.from_pretrained(folder.slice(folder.lastIndexOf("/") + 1));
  return (text: string) => {
    const ids = tokenizer.encode(text);
    // The last token is [SEP]; keep it when the text is cut.
    return ids.length <= MAX_TOKENS ? ids : [...ids.slice(0, MAX_TOKENS - 1), ids.at(-1)!];
  };
}
