/**
 * The encoders' tokenizer, from @huggingface/tokenizers (what @huggingface/transformers tokenises with, without the rest of it),
 * with the place of every token in the text.
 * @module
 */
import { Tokenizer as WordPiece } from "@huggingface/tokenizers";
import { z } from "zod";
import { cannotLoad, readModelJson } from "./model_file.ts";

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
  /** Whether a word, in lower case, is one token. */
  knows(word: string): boolean;
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
  const path = `${folder}/tokenizer.json`;
  const config = await readModelJson(`${folder}/tokenizer_config.json`, "tokenizer", z.looseObject({}));
  const model = await readModelJson(path, "tokenizer", z.looseObject({}));
  const tokenizer = build(path, model, config);
  const pieces = new Map<string, number[]>();
  const ids = (text: string, marks: boolean) => tokenizer.encode(text, { add_special_tokens: marks }).ids;
  const [cls, sep] = ids("", true) as [number, number];
  return {
    cls,
    sep,
    encode: (text) => ids(text, true),
    tokens(text) {
      const found: Token[] = [];
      for (const { 0: word, index: start } of text.matchAll(WORDS)) {
        let known = pieces.get(word);
        if (known === undefined) {
          if (pieces.size >= REMEMBERED) pieces.clear();
          known = ids(word, false);
          pieces.set(word, known);
        }
        for (const id of known) found.push({ id, start, end: start + word.length });
      }
      return found;
    },
    knows: (word) => tokenizer.token_to_id(word) !== undefined,
  };
}

/** The library's errors name no file. */
function build(path: string, model: object, config: object): WordPiece {
  try {
    return new WordPiece(model, config);
  } catch (error) {
    throw cannotLoad("tokenizer", path, error);
  }
}
