/**
 * Is a question in a language that the packs' encoder does not read?
 * @module
 */
import { STOPWORDS } from "../text/stopwords.ts";
import { tokenize } from "../text/tokens.ts";

/** Function words of languages hikers write in; words that English shares are left out. Folded. */
const FOREIGN = new Set(
  `el la los las una uno del que por para con como cuanto cuanta cuantos donde cuando esta este hay puedo debo tengo muy mas agua mi es hacer necesito si hasta
le les des est une dans pour avec sans sur quel quelle quand comment combien ou faut il elle nous vous je mon ma peut faire puis eau ai que qui pas
der die das den dem ein eine einen ist sind und oder mit ohne wie wo wann was wer ich wir muss kann man fur auf bei nach wasser nicht zu im am ist viel weit lange darf
il lo gli uno che per con come dove quando quanto posso devo sono acqua della di non fare
os um uma nao com onde quanto quando posso devo fazer agua tem
het een en van voor met hoe waar wanneer moet kan ik wij water niet
jak gdzie kiedy czy ile moge woda nie hvor hvordan kan jeg vann hur var jag vatten`.split(/\s+/),
);
const SHARED = new Set(
  "per die man was am im den an in is de me so no on a i as or son come par use if on water kan van".split(
    " ",
  ),
);
const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;

/** Whether most letters are not Latin, or its function words are another language's. */
export function isForeign(question: string): boolean {
  const letters = Array.from(question).filter((c) => LETTER.test(c));
  if (letters.length > 0 && letters.filter((c) => LATIN.test(c)).length < letters.length / 2) return true;
  const words = tokenize(question).map((token) => token.word);
  const foreign = new Set(words.filter((word) => FOREIGN.has(word) && !SHARED.has(word))).size;
  const english = words.filter((word) => STOPWORDS.has(word)).length;
  return foreign >= 2 && foreign > english;
}
