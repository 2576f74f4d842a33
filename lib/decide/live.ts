/**
 * Questions about the state of things now.
 * @module
 */
import { fold } from "../text/normalize.ts";

/** Words by which a question asks for the state of things now, which no document can know. */
const NOW =
  /\b(today|tonight|right now|now|currently|current|at the moment|this (morning|afternoon|evening|week|weekend|month|season)|tomorrow|yesterday|latest|live|real[- ]?time|yet|still|as of now|these days|any(more)? left|this year)\b/;
const STATE =
  /\b(open|opened|closed|closure|closures|weather|forecast|rain(ing)?|snow(ing)?|wind(y)?|temperature|flow(ing)?|running|dry|full|availab(le|ility)|left|crowded|busy|fire ban|fires?|smoke|smoky|aqi|conditions?|status|hazard|risk|danger|rating|water|permits?|tickets?|parking|road|bridge|shuttle|level|ice|icy|passable|spots?|bears?|sightings?|on duty|tides?|score|news|price)\b/;
const ALWAYS_LIVE =
  /\b(forecast|weather (report|for)|what time is it|is it (raining|snowing|going to (rain|snow))|will it (rain|snow|storm)|how'?s the weather|what'?s the (weather|temperature)|weather (today|tomorrow|tonight|now)|sunset (today|tonight)|sunrise tomorrow|battery level|where am i|my location)\b/;

/** Whether a question asks for a live condition: weather, openings, flows, places left. */
export function asksLive(question: string): boolean {
  const text = fold(question);
  return ALWAYS_LIVE.test(text) || (NOW.test(text) && STATE.test(text));
}
