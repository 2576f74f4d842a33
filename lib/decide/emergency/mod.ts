/**
 * Is somebody's life at risk now? Wording beyond doubt decides alone, in microseconds; what is left is read
 * for what it means (net.ts).
 * @module
 */
import { STOPWORDS } from "../../text/stopwords.ts";
import { tokenize } from "../../text/tokens.ts";
import { asksTreatment } from "../../text/wanted.ts";
import { doubtOf } from "./not_now.ts";
import { bareCard } from "./bare.ts";
import { RULES } from "./rules.ts";
import { type EmergencyHead, readEmergency } from "./net.ts";
import { plainWording } from "./wording.ts";

/** A card and the words that called for it. */
export interface Emergency {
  readonly card: string;
  readonly because: string;
}

/**
 * The emergency card that a message's words call for beyond doubt, or null: nothing else is looked at.
 *
 * @param isWord knows everyday words, so that they are not taken for misspelt ones
 */
export function emergencyCard(question: string, isWord: (word: string) => boolean): Emergency | null {
  const plain = plainWording(question, isWord);
  if (doubtOf(plain) !== "none") return null;
  return bareCard(plain) ?? byRules(plain, "sure");
}

/** Probabilities from which meaning outweighs doubtful wording; chosen on held-out messages. */
const NEEDED = { none: 0, some: 0.7, certain: 0.9 } as const;
/** Less is needed where words leave little room for anything else ("blood is spurting") beside some doubt. */
const NEEDED_WITH_SURE_WORDS = 0.5;
/** Least probability with which wording that has other uses ("my phone fell in the lake") calls a card. */
const NEEDED_WITH_LIKELY_WORDS = 0.1;
/** From here on the meaning chooses the card, not the words: rules see only the first thing that is named. */
const CARD_BY_MEANING = 0.5;
/** Probability from which a card that is not shown is offered under a refusal; chosen on held-out messages. */
const OFFERED = 0.03;

/** What a message's meaning calls for: a card in place of an answer, or one to offer where there is none. */
export interface Meant extends Emergency {
  readonly isShown: boolean;
}

/**
 * The card that a message's meaning calls for, or makes worth offering, where its words alone did not; or null.
 *
 * @param inDanger what the reader says to `DANGER`; asked only where it can matter
 */
export async function cardOf(
  question: string,
  vector: Float32Array,
  head: EmergencyHead,
  isWord: (word: string) => boolean,
  inDanger: () => Promise<number>,
): Promise<Meant | null> {
  const plain = plainWording(question, isWord);
  const doubt = doubtOf(plain);
  const likely = doubt === "none" ? byRules(plain, "likely") : null;
  const isTelling = isTold(question, isWord);
  if (likely === null && !isTelling) return null;
  const reading = readEmergency(vector, await inDanger(), head);
  const { card, share } = reading;
  // Whether anybody is in danger already does not matter to who asks what to do: the card's steps answer.
  const probability = asksTreatment(question)
    ? Math.max(reading.probability, reading.meaning)
    : reading.probability;
  const because = `meaning, ${probability.toFixed(2)}`;
  if (likely !== null && probability >= NEEDED_WITH_LIKELY_WORDS) {
    return {
      card: share >= CARD_BY_MEANING ? card : likely.card,
      because: `${likely.because}; ${because}`,
      isShown: true,
    };
  }
  if (!isTelling) return null;
  // Words of prevention, courses or the past weigh against it, but "last week" also occurs in real emergencies.
  if (probability >= Math.max(NEEDED[doubt], head.threshold)) return { card, because, isShown: true };
  const sure = doubt === "some" && probability >= NEEDED_WITH_SURE_WORDS ? byRules(plain, "sure") : null;
  if (sure !== null) return { card: sure.card, because: `${sure.because}; ${because}`, isShown: true };
  const isOffered = doubt !== "certain" && reading.suspected >= OFFERED;
  return isOffered ? { card, because, isShown: false } : null;
}

/** Whether there is a telling to read: a vector of a single word, digits or gibberish means nothing. */
function isTold(question: string, isWord: (word: string) => boolean): boolean {
  const words = [...new Set(tokenize(question).map(({ word }) => word))].filter((word) =>
    /^\p{L}/u.test(word)
  );
  const known = words.filter((word) => isWord(word) || STOPWORDS.has(word) || word.includes("'"));
  return known.length >= 2 && known.length >= words.length / 2;
}

/** The first rule whose sure, or else whose likely, wording the message holds. */
function byRules(plain: string, strength: "sure" | "likely"): Emergency | null {
  for (const rule of RULES) {
    const told = rule[strength]?.exec(plain);
    if (told == null) continue;
    if (strength === "likely" && rule.with !== undefined && !rule.with.test(plain)) continue;
    return { card: rule.card, because: told[0] };
  }
  return null;
}
