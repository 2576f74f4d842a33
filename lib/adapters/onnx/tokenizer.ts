/**
 * The encoders' tokenizer, from @huggingface/transformers, with the place of every token in the text.
 * @module
 */
import { z } from "zod";
import { cannotLoad, readModelJson } from "./model_file.ts";

const TokenizerFile = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });

/** A token and the word it belongs to, as UTF-16 offsets: pieces of one word share its range. */
export interface Token {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** Tokenises for both encoders. */
export interface Tokenizer {
  /** Ids with [CLS] and [SEP]. */
  encode(text: string): number[];
  /** Tokens with their places, without [CLS] and [SEP]. A "[SEP]" in the text is four words and no mark, unlike in `encode`. */
  tokens(text: string): Token[];
  readonly cls: number;
  readonly sep: number;
}

/**
 * Words and punctuation marks as BERT's pre-tokeniser cuts them: ASCII symbols count as punctuation, and characters that
 * its normaliser drops (vertical tab, form feed, byte-order mark) do not end a word as they do in `\s`.
 */
const WORDS = /[^\t\n\r\p{Z}\p{P}$+<=>^`|~]+|[\p{P}$+<=>^`|~]/gu;

/** Words whose pieces are remembered; the memory is emptied when full. */
const REMEMBERED = 50_000;

/**
 * The words that a tokenizer knows whole, with their ids.
 *
 * @throws {Error} naming the missing or damaged file
 */
export async function readVocabulary(folder: string): Promise<ReadonlyMap<string, number>> {
  const { model } = await readModelJson(`${folder}/tokenizer.json`, "tokenizer", TokenizerFile);
  return new Map(Object.entries(model.vocab));
}

const loading = new Map<string, Promise<Tokenizer>>();

/**
 * Loads the tokenizer of a folder once.
 *
 * @throws {Error} naming the missing or damaged file
 */
export function loadTokenizer(folder: string): Promise<Tokenizer> {
  const known = loading.get(folder);
  if (known !== undefined) return known;
  const started = load(folder);
  loading.set(folder, started);
  return started;
}

async function load(folder: string): Promise<Tokenizer> {
  const { AutoTokenizer, env } = await import("@huggingface/transformers");
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = folder.slice(0, folder.lastIndexOf("/") + 1);
  const tokenizer = await AutoTokenizer.from_pretrained(folder.slice(folder.lastIndexOf("/") + 1))
    .catch((error: unknown) => diagnose(folder, error));
  const pieces = new Map<string, number[]>();
  const [cls, sep] = tokenizer.encode("") as [number, number];
  return {
    cls,
    sep,
    encode: (text) => tokenizer.encode(text),
    tokens(text) {
      const found: Token[] = [];
      for (const { 0: word, index: start } of text.matchAll(WORDS)) {
        let ids = pieces.get(word);
        if (ids === undefined) {
          if (pieces.size >= REMEMBERED) pieces.clear();
          ids = tokenizer.encode(word, { add_special_tokens: false });
          pieces.set(word, ids);
        }
        for (const id of ids) found.push({ id, start, end: start + word.length });
      }
      return found;
    },
  };
}

/** The library's error names no file: finds the one that is missing or damaged. */
async function diagnose(folder: string, error: unknown): Promise<never> {
  await readModelJson(`${folder}/tokenizer_config.json`, "tokenizer", z.looseObject({}));
  await readVocabulary(folder);
  throw cannotLoad("tokenizer", `${folder}/tokenizer.json`, error);
}
