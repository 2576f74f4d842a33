/**
 * Is somebody's life at risk now? Decided by wording alone, in microseconds, with no model.
 * @module
 */
import { tokenize } from "../../text/tokens.ts";
import { doubtOf } from "./not_now.ts";
import { type Rule, RULES } from "./rules.ts";
import { type EmergencyHead, readEmergency } from "./net.ts";
import { plainWording } from "./wording.ts";

/** The card to show and the words that called for it. */
export interface Emergency {
  readonly card: string;
  readonly because: string;
}

/**
 * The emergency card that a message's words call for, or null.
 *
 * @param isWord knows everyday words, so that they are not taken for misspelt ones
 */
export function emergencyCard(question: string, isWord: (word: string) => boolean): Emergency | null {
  const plain = plainWording(question, isWord);
  return doubtOf(plain) === "none" ? byRules(plain, true) : null;
}

function byRules(plain: string, likely: boolean): Emergency | null {
  for (const rule of RULES) {
    const words = matches(rule, plain, likely);
    if (words !== null) return { card: rule.card, because: words };
  }
  return null;
}

/** Probabilities from which meaning outweighs doubtful wording; chosen on held-out messages. */
const NEEDED = { none: 0, some: 0.7, certain: 0.9 } as const;
/** Less is needed where the words leave little room for anything else ("blood is spurting"). */
const NEEDED_WITH_SURE_WORDS = 0.5;

/** The card that a message's meaning calls for where its words alone did not, or null. */
export function cardOf(
  question: string,
  vector: Float32Array,
  head: EmergencyHead,
  isWord: (word: string) => boolean,
): Emergency | null {
  if (!isTold(question, isWord)) return null;
  const plain = plainWording(question, isWord);
  const doubt = doubtOf(plain);
  const { card, probability } = readEmergency(vector, head);
  const because = `meaning, ${probability.toFixed(2)}`;
  // Words of prevention, courses or the past weigh against it, but "last week" also occurs in real emergencies.
  if (probability >= Math.max(NEEDED[doubt], head.threshold)) return { card, because };
  const sure = doubt === "some" && probability >= NEEDED_WITH_SURE_WORDS ? byRules(plain, false) : null;
  return sure === null ? null : { card: sure.card, because: `${sure.because}; ${because}` };
}

/** Whether there is a telling to read: a vector of a single word, digits or gibberish means nothing. */
function isTold(question: string, isWord: (word: string) => boolean): boolean {
  const words = [...new Set(tokenize(question).map(({ word }) => word))].filter((word) =>
    /^\p{L}/u.test(word)
  );
  const known = words.filter((word) => isWord(word) || word.includes("'"));
  return known.length >= 2 && known.length >= words.length / 2;
}

/** The words by which a rule matches; its likely wordings count only where nothing raises doubt. */
function matches(rule: Rule, plain: string, likely: boolean): string | null {
  const sure = rule.sure?.exec(plain);
  if (sure != null) return sure[0];
  const told = likely ? rule.likely?.exec(plain) : null;
  if (told == null || (rule.with !== undefined && !rule.with.test(plain))) return null;
  return told[0];
}
