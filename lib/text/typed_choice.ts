/**
 * Answers to a question back that are typed instead of tapped.
 * @module
 */
import { fold } from "./normalize.ts";
import { STOPWORDS } from "./stopwords.ts";
import { tokenize } from "./tokens.ts";

/** Longer messages are questions of their own. */
const MOST_WORDS = 6;

/** Words around a choice that choose nothing. */
const AROUND: ReadonlySet<string> = new Set(
  "one please trail mean meant want hike walk option first".split(" "),
);

const TIME =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(spring|summer|autumn|fall|winter|today|tomorrow|weekend|\d{1,2}[./]\d{1,2})\b/;

/**
 * Which option a message names, in the words of the option; for a question about the time the message itself when it says one.
 * Empty when it names none, or more than one: then it asks something new.
 */
export function typedChoice(
  message: string,
  asked: { question: string; options: readonly string[] },
): string {
  const words = topical(message);
  if (words.length === 0 || tokenize(message).length > MOST_WORDS || /\?/.test(message)) return "";
  const named = asked.options.filter((option) => {
    const held = new Set(topical(option));
    return words.every((word) => held.has(word));
  });
  if (named.length === 1) return named[0]!;
  return /\bwhen\b/i.test(asked.question) && TIME.test(fold(message)) ? message.trim() : "";
}

function topical(text: string): string[] {
  return tokenize(text).filter(({ word }) => !STOPWORDS.has(word) && !AROUND.has(word)).map(({ term }) =>
    term
  );
}
