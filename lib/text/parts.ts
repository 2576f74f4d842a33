/**
 * Messages that ask several things at once, read from their words alone. Careful rules: what is wrongly left whole is answered as one
 * question, what is wrongly taken apart may be answered about something else.
 * @module
 */
import { STOPWORDS } from "./stopwords.ts";
import { tokenize } from "./tokens.ts";

/** Most parts a message is taken apart into; with more it stays whole. */
const MOST = 3;

const VERB = "(?:is|are|do|does|did|can|could|should|must|may|will|would)";
const SUBJECT = "(?:i|we|you|my|our|a|an|any|the|dogs?|people)";

/** What opens a question: at the start, after a mark, or after "and". A comma before "which" or "when" opens a clause instead. */
const OPENER = new RegExp(
  `(?:^|[:/?!;]\\s*|\\b(?:and|plus|also)\\s+|&\\s*)((?:how|what|when|where|which|who|why)\\b|${VERB}\\s+${SUBJECT}\\b)` +
    `|,\\s*((?:how|what|why)\\b|${VERB}\\s+${SUBJECT}\\b)`,
  "gi",
);

/** What joins a part to the next one and belongs to neither. */
const JOINT = /(?:[\s,;:/&–—-]|\b(?:and|plus|also))+$/i;

/** A condition before the question: "When a bear charges, how …". */
const CONDITION = new RegExp(
  `^(?:in [a-z]+, )?(?:when|where|if|while|once|after|before|in|on|at)\\s+(?!${VERB}\\b)[^?]*,`,
  "i",
);

/** Words that point to another part. */
const POINTING = /\b(?:it|its|they|them|their|this|that|these|those|one|he|she|him|her|there)\b/i;

/** A first part of fewer words shares the verb of the second: "how far up and how high is …". */
const LEAST_WORDS = 4;

/**
 * The questions that a message asks, each in its own words; empty when it asks one, or when they do not stand alone. What stands
 * before the first belongs to it.
 */
export function questionParts(message: string): string[] {
  if (CONDITION.test(message.trim())) return [];
  const starts = [...message.matchAll(OPENER)].map(({ 0: all, 1: first, 2: second, index }) =>
    index + all.length - (first ?? second)!.length
  );
  if (starts.length < 2 || starts.length > MOST) return [];
  const parts = starts.map((start, i) =>
    message.slice(i === 0 ? 0 : start, starts[i + 1]).replace(JOINT, "").trim()
  );
  const alone = parts.every((part, i) =>
    !/\?./.test(part) && tokenize(part).some(({ word }) => !STOPWORDS.has(word)) &&
    (i === 0 || !POINTING.test(part)) &&
    (i === parts.length - 1 || part.split(/\s+/).length >= LEAST_WORDS)
  );
  return alone ? parts : [];
}
