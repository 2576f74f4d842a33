/**
 * The sentence encoder through onnxruntime-node, tokenised by @huggingface/transformers.
 * @module
 */
import type { Embedder } from "../../ports.ts";
import { sha256Hex } from "../../text/hash.ts";

/** Longest input in tokens, the length the base encoder was trained for. */
const MAX_TOKENS = 256;

/** Name under which packs remember this encoder. */
export const EMBEDDER_ID = "cairn-minilm-1-int8";
export const EMBEDDER_DIMENSION = 384;

/**
 * Loads the encoder from a folder with `embedder.onnx` and `tokenizer.json`.
 *
 * @throws {Error} naming the missing or damaged file
 */
export async function loadEmbedder(folder: string): Promise<Embedder> {
  const model = await readModel(`${folder}/embedder.onnx`);
  const [{ InferenceSession, Tensor }, tokenizer, sha256] = await Promise.all([
    import("onnxruntime-node"),
    loadTokenizer(folder),
    sha256Hex(model),
  ]);
  const session = await InferenceSession.create(`${folder}/embedder.onnx`, {
    intraOpNumThreads: 2,
    logSeverityLevel: 3,
  });
  const tensor = (values: BigInt64Array) => new Tensor("int64", values, [1, values.length]);
  let last: { text: string; vector: Float32Array } | null = null;
  return {
    id: EMBEDDER_ID,
    sha256,
    dimension: EMBEDDER_DIMENSION,
    knowsWord: (word) => tokenizer.words.has(word),
    // One text per run: dynamic quantisation scales over the batch, so neighbours would change a vector.
    async embed(text) {
      // A question is read twice, for emergencies and for the search.
      if (last?.text === text) return last.vector;
      const ids = BigInt64Array.from(tokenizer.encode(text), BigInt);
      const feeds = {
        input_ids: tensor(ids),
        attention_mask: tensor(new BigInt64Array(ids.length).fill(1n)),
      };
      const { embedding } = await session.run(feeds);
      last = { text, vector: Float32Array.from(embedding!.data as Float32Array) };
      return last.vector;
    },
  };
}

async function readModel(path: string): Promise<Uint8Array> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    throw new Error(
      `Cannot load the embedder: ${path} is missing. Restore it from the repository (git checkout -- models).`,
      {
        cause: error,
      },
    );
  }
}

interface Tokenizer {
  encode(text: string): number[];
  readonly words: ReadonlySet<string>;
}

async function loadTokenizer(folder: string): Promise<Tokenizer> {
  const { AutoTokenizer, env } = await import("@huggingface/transformers");
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = folder.slice(0, folder.lastIndexOf("/") + 1);
  const tokenizer = await AutoTokenizer.from_pretrained(folder.slice(folder.lastIndexOf("/") + 1));
  const words = new Set(tokenizer.get_vocab().keys());
  const encode = (text: string) => {
    const ids = tokenizer.encode(text);
    // The last token is [SEP]; keep it when the text is cut.
    return ids.length <= MAX_TOKENS ? ids : [...ids.slice(0, MAX_TOKENS - 1), ids.at(-1)!];
  };
  return { encode, words };
}
