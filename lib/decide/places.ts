/**
 * Places that a question names and no pack holds.
 * @module
 */
import type { QueryTerm } from "../records.ts";
import { tokenize } from "../text/tokens.ts";

const KIND =
  "trail|trails|hut|huts|lake|park|peak|canyon|mountain|mountains|pass|falls|river|glacier|forest|island|desert|campground|lodge|ridge|summit|valley|creek|loop|range|volcano|bridge|cabin|shelter|visitor center|ranger station|trailhead|way";
const NAMED_BEFORE = new RegExp(String.raw`\b([\p{L}][\p{L}'’-]+)\s+(?:${KIND})\b`, "giu");
const NAMED_AFTER =
  /\b(?:mount|mt\.?|lake|camp|fort|cape|river|glacier|san|santa|monte|piz|cerro|ben)\s+([\p{L}][\p{L}'’-]+)/giu;
/** A capitalised word after a preposition of place. */
const LOCATED =
  /\b(?:at|in|on|to|from|near|around|up|of|through|for)\s+(?:the\s+)?((?:\p{Lu}[\p{L}'’-]+\s?)+)/gu;

/**
 * Words of the question that name a place and occur in no pack ("Blorfle" of "Blorfle Trail"), folded.
 *
 * @param terms the question's terms with how many passages hold each
 */
export function unknownPlaces(question: string, terms: readonly QueryTerm[]): string[] {
  const absent = new Set(terms.filter((term) => term.df === 0).map((term) => term.typed));
  if (absent.size === 0) return [];
  const found = new Set<string>();
  for (const pattern of [NAMED_BEFORE, NAMED_AFTER, LOCATED]) {
    for (const match of question.matchAll(pattern)) {
      for (const { word } of tokenize(match[1]!)) if (absent.has(word)) found.add(word);
    }
  }
  return [...found];
}
