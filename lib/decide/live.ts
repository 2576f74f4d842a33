/**
 * Questions about the state of things now.
 * @module
 */
import { fold } from "../text/normalize.ts";
import { wanted } from "../text/wanted.ts";

/** Asked of the present, beyond doubt. */
const TODAY =
  /\b(today|tonight|right now|at the moment|at present|this (morning|afternoon|evening|week|weekend|month|season|year)|tomorrow|yesterday|these days|real[- ]?time|as of now)\b/;
/** Asked of the present when a state is asked for: "still" and "now" have other uses. */
const NOW =
  /\b(now|currently|latest|yet|any(more)? left|(spots?|permits?|tickets?|places?) left)\b|\b(current|live) (trail )?(conditions?|status|weather|closures?|snow|water|fire|map|report|forecast|level|temperature|webcam|info\w*|news|hazard|danger|rating|wait)\b/;
/** "Still" asks of the present beside a state that comes and goes; "is it still safe" does not. */
const STILL =
  /\bstill (open|closed|shut|running|flowing|dry|full|frozen|icy|snow\w*|burning|blocked|washed out|under (snow|water|ice)|on duty|available|left|snowed in|there)\b|\bstill (any |some |much |a lot of )?(snow|ice|water|permits?|spots?|places|tickets?) (on|at|in|near|along|left|up|there)\b/;
const STATE =
  /\b(open|opened|closed|closures?|weather|rain(ing)?|snow(ing|y)?|wind(y)?|temperature|cold|hot|warm|flow(ing)?|running|dry|full|availab(le|ility)|left|crowded|busy|fires?|smoke|smoky|aqi|conditions?|status|hazard|danger|rating|water|permits?|tickets?|parking|road|bridge|shuttle|level|ice|icy|passable|spots?|bears?|sightings?|on duty|tides?|score|news|price|up|out|in)\b/;
const ALWAYS =
  /\b(forecast|weather report|what time is it|is it (raining|snowing|going to (rain|snow|storm))|will it (rain|snow|storm|be (cold|hot|windy))|how'?s the weather|sunset (today|tonight)|sunrise tomorrow|battery level|where am i|my location)\b/;

/**
 * Whether a question asks for a live condition: weather, openings, flows, places left. What to do is the
 * same today as ever: how-to questions are never live.
 */
export function asksLive(question: string): boolean {
  const text = fold(question);
  if (wanted(question).procedure && !/\bforecast\b/.test(text)) return false;
  return ALWAYS.test(text) || STILL.test(text) || ((TODAY.test(text) || NOW.test(text)) && STATE.test(text));
}

/** Whether the day itself is named: then only a report of these days is an answer. */
export function asksToday(question: string): boolean {
  return TODAY.test(fold(question));
}
