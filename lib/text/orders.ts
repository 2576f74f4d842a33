/**
 * Orders to the program, in questions and in documents. Nothing obeys them; they are neither searched for nor quoted.
 * @module
 */
import { collapse, fold } from "./normalize.ts";

const ORDER =
  /\b((ignore|disregard|forget|override|bypass) (all |any |the |your |my |these |those |previous |prior |above |earlier )*(instructions?|rules?|prompts?|guidelines?|documents?|sources?|above|everything)|you are now (a|an|the|my|in) |^act as |pretend (to be|you)|new instructions?|system prompt|developer mode|jailbreak|reveal (your|the) (prompt|instructions?)|do not cite|without (citing|sources)|just (say|answer|print|output) (yes|no|that)|repeat after me|print your|from now on|respond only with|answer only with|role ?play)\b|<\/?(system|script|instructions?)>|\[\/?inst\]|```/;

/** Whether a question tells the program what to do. */
export function givesOrders(question: string): boolean {
  return ORDER.test(fold(question));
}

/** Only what nobody writes for hikers: "you are now in bear country" and "print your permit" are no orders to a program. */
const PLANTED =
  /\b((ignore|disregard|forget|override|bypass) (all |any |the |your |my |these |those |previous |prior |above |earlier )*(instructions|prompts?)|system prompt|you are now (a|an) .{0,30}\b(bot|assistant|ai|model|chatbot)|(reveal|print|show|repeat) your (prompt|instructions)|(answer|reply to|respond to) (every|all|any) questions?|new instructions: )|^\W*(assistant|system|user): |<\/?(system|instructions?)>|\[\/?inst\]|<\|/;

/** The same, as long as hikers are not told to leave it: "never ignore your rules for turning back". */
const PLANTED_UNLESS_FORBIDDEN =
  /(?<!\b(not|never|don't|you) )\b((ignore|disregard|override|bypass) (all |any |of )*your (rules|guidelines|documents|sources)|forget (all |any |of )*your (rules|guidelines)|(answer|reply|respond) (only |just |always |with )*"?(yes|no)"? to (everything|anything))\b/;

/** What documents for hikers speak about at most, and never to. */
const MACHINE = "(language models?|llms?|chat ?bots?|ai( (assistant|model|agent|system|chatbot|bot)s?)?)";

/** Spoken to a machine, whatever it is told: "note to language models", "as an AI you", "an AI must add". */
const TO_MACHINE = new RegExp(
  [
    `\\b(dear|attention|hey|hello|hi|(notes?|message|instructions?) (to|for)|you are|you're)\\W+((an?|any|all|every|the|large) )*${MACHINE}\\b`,
    `\\bas an? (large )?${MACHINE},? you\\b`,
    `\\b${MACHINE} ((that|who|which) (reads?|summari[sz]es?)|reading|must|should|shall|has to|have to)\\b`,
  ].join("|"),
);

/** Whether a sentence of a document was planted for a program that reads it. */
export function isPlanted(sentence: string): boolean {
  const text = fold(collapse(sentence));
  return PLANTED.test(text) || PLANTED_UNLESS_FORBIDDEN.test(text) || TO_MACHINE.test(text);
}

/** A document's title as it is shown; the name of its file where the title was planted for a program. */
export function shownTitle({ title, id }: { readonly title: string; readonly id: string }): string {
  const fileName = id.slice(id.lastIndexOf("/") + 1).replace(/[-_]+/g, " ").trim();
  return [title, fileName].find((name) => !isPlanted(name)) ?? "Untitled";
}
