/**
 * Orders to the program, in questions and in documents. Nothing obeys them; they are neither searched for nor quoted.
 * @module
 */
import { fold } from "./normalize.ts";

const ORDER =
  /\b((ignore|disregard|forget|override|bypass) (all |any |the |your |my |these |those |previous |prior |above |earlier )*(instructions?|rules?|prompts?|guidelines?|documents?|sources?|above|everything)|you are now (a|an|the|my|in) |^act as |pretend (to be|you)|new instructions?|system prompt|developer mode|jailbreak|reveal (your|the) (prompt|instructions?)|do not cite|without (citing|sources)|just (say|answer|print|output) (yes|no|that)|repeat after me|print your|from now on|respond only with|answer only with|role ?play)\b|<\/?(system|script|instructions?)>|\[\/?inst\]|```/;

/** Whether a question tells the program what to do. */
export function givesOrders(question: string): boolean {
  return ORDER.test(fold(question));
}

/** Only what nobody writes for hikers: "you are now in bear country" and "print your permit" are no orders to a program. */
const PLANTED =
  /\b((ignore|disregard|forget|override|bypass) (all |any |the |your |my |these |those |previous |prior |above |earlier )*(instructions|prompts?)|system prompt|you are now (a|an) .{0,30}\b(bot|assistant|ai|model|chatbot)|(reveal|print|show|repeat) your (prompt|instructions)|(answer|reply to|respond to) (every|all|any) questions?|new instructions: )|^\W*(assistant|system|user): |<\/?(system|instructions?)>|\[\/?inst\]|<\|/;

/** Whether a sentence of a document was planted for a program that reads it. */
export function isPlanted(sentence: string): boolean {
  return PLANTED.test(fold(sentence));
}
