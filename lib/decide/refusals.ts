/**
 * Orders hidden in questions, and what asks nothing.
 * @module
 */
import { fold } from "../text/normalize.ts";
import { givesOrders } from "../text/orders.ts";
import { sentences } from "../text/sentences.ts";
import { queryTokens } from "../text/tokens.ts";

/**
 * The question without the sentences that give orders to the program. Empty when nothing else is left.
 */
export function withoutOrders(question: string): string {
  if (!givesOrders(question)) return question;
  const clauses = sentences(question).flatMap(({ start, end }) =>
    question.slice(start, end).split(/(?<=[,;:—–])\s+|\s+(?:and then|then|but|and)\s+/)
  );
  const kept = clauses.filter((clause) => !givesOrders(clause));
  const rest = kept.join(" ").trim();
  return queryTokens(rest).length === 0 ? "" : rest;
}

const SMALL_TALK =
  /^(hi+|hello+|hey+|yo|howdy|good (morning|evening|afternoon|night)|thanks?( you)?( so much)?|thx|ty|ok(ay)?|cool|great|bye|goodbye|how are you( doing)?( today)?|who are you|what are you|what'?s up|sup|test|testing|are you (there|an? (ai|robot|bot|human|person|real))|tell me (a|another) (joke|story|poem)|sing( me)?( a)?( song)?|i love you|what can you do|help)[\s!?.,]*$/;

/** Greetings and talk about the program itself. */
export function isSmallTalk(question: string): boolean {
  return SMALL_TALK.test(fold(question).trim());
}
