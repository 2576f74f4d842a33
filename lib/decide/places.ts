/**
 * Places that a question names and no pack holds.
 * @module
 */
import type { QueryTerm } from "../records.ts";
import { tokenize } from "../text/tokens.ts";

const KIND =
  "trails?|huts?|lake|park|peak|canyon|mountains?|pass|falls|river|glacier|forest|island|desert|campground|lodge|ridge|summit|valley|creek|loop|range|volcano|bridge|cabin|shelter|visitor center|ranger station|trailhead";
const NAMED_BEFORE = new RegExp(String.raw`\b([\p{L}][\p{L}'’-]+)\s+(?:${KIND})\b`, "giu");
const NAMED_AFTER =
  /\b(?:mount|mt\.?|lake|camp|fort|cape|river|glacier|san|santa|monte|piz|cerro|ben)\s+([\p{L}][\p{L}'’-]+)/giu;
/** Capitalised words after a preposition of place. */
const LOCATED =
  /\b(?:[Aa]t|[Ii]n|[Oo]n|[Tt]o|[Ff]rom|[Nn]ear|[Aa]round|[Uu]p|[Oo]f|[Tt]hrough|[Ff]or)\s+(?:the\s+)?((?:\p{Lu}[\p{L}'’-]+\s?)+)/gu;

/**
 * Words of the question that name a place and occur in no pack ("Blorfle" of "Blorfle Trail"), folded.
 *
 * @param terms the question's terms with how many passages hold each
 * @param isWord knows everyday words: "a slippery trail" names no place
 */
export function unknownPlaces(
  question: string,
  terms: readonly QueryTerm[],
  isWord: (word: string) => boolean,
): string[] {
  const absent = new Set(terms.filter((term) => term.df === 0).map((term) => term.typed));
  if (absent.size === 0) return [];
  const found = new Set<string>();
  for (const pattern of [NAMED_BEFORE, NAMED_AFTER, LOCATED]) {
    for (const match of question.matchAll(pattern)) {
      for (const { word, start } of tokenize(match[1]!)) {
        // A capital marks a name even where the word is also an everyday one ("the Rainier hut").
        const capital = /^\p{Lu}/u.test(match[1]!.slice(start)) && match.index > 0;
        if (absent.has(word) && (capital || !isWord(word))) found.add(word);
      }
    }
  }
  return [...found];
}
