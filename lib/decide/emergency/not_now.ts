/**
 * Wording that only sounds like an emergency: prevention, courses, gear, history, other meanings.
 * @module
 */

/** Any of these means that it is about something else, whatever else is said. */
const ELSEWHERE: readonly RegExp[] = [
  // Prevention and planning.
  /\b(prevent\w*|avoid\w*|protect\w*|reduc\w+|lower my|keep\w* .{0,30} (from|out of|away)|stay\w* safe|tips|ways to|so i do not|how can i not|not to|not getting|to miss the|in case|if i|if we|if you|if someone|what if|should i ever|plan\w*|before (my|our|the|a) (trip|hike))\b/,
  /\b(can i (hike|bring|take|carry|go|use|still|camp|run)|can (he|she|they) (camp|hike|come|go|run)|may i|is it (safe|ok|okay|legal|worth|allowed|dangerous)|should i (bring|carry|pack|get|take|buy)|should \w+s\b|could (his|her|my|a|an)|what should we pack|safe (distance|to)|insurance|allowed|friendly)\b/,
  // Learning.
  /\b(class(es)?|course|courses|training|certificat\w*|certified|learn\w*|practi[sc]e\w*|teach\w*|drills?|exam|quiz|dummies|lesson|study|studying|homework|essay|reading up|book|guidebook|first responder|wfa|wfr|good age)\b/,
  // Numbers, history, stories.
  /\b(how many|how often|how common|how likely|deaths?|died|killed|fatalit\w*|number of|percentage|percent|rate|rates|statistics?|stats|odds|chances? of|risks?( of)?|history|invented|first person|documentary|movie|film|series|novel|podcast|news|read that|heard that|story|per year|a year|every year|survival rate)\b/,
  /\b(last (year|month|spring|summer|fall|autumn|winter|week|weekend|season|trip|time)|(years?|months?|weeks?|summers?|winters?|seasons?) (ago|back)|long ago|years? later|in (19|20)\d\d|in the (\d0s|army|past)|in (january|february|march|april|may|june|july|august|september|october|november|december)|as a (kid|child|teen\w*|boy|girl)|as a child|when i was|once|recovered|recovering|cleared|healed|used to|survived|old (injury|back)|ever since|has had|had a (mild|small))\b/,
  // Curiosity.
  /\b(signs? of|symptoms? of|what are|difference|differ|look like|feel like|how does|how do (people|snakes|bears|avalanches)|why do(es)?|what causes|what is (a|an|the)|curious|wondering|can you hear|how long can|really|most dangerous|venomous|true that|myth)\b/,
  /\b(who do i call in|emergency (in|number|numbers|contact|shelter|blanket|exit)|nearest hospital|cell coverage|ranger stations?|trail tide|parking|loop|spire|mesa|climbing routes|how hard is|length|camping at|canyon trail|ledge parking)\b/,
  // Said outright, and figures of speech.
  /\b(not an emergency|no emergency|nobody is|no one is|only testing|just testing|test only|false alarm|lol|haha|dying for|dying to|killing me|killer (view|hill|climb)|drop dead|starving|bleeding edge|on fire after|cold feet about|burned out|cabin fever|heart stopping|breath ?taking|lost and found|lost coast|lost track|buried in (paperwork|emails|work)|drowning in (gear|work|emails)|attack the summit|shock cord|shock absorber|dead (battery|end|tree|reckoning)|bear (creek|with|spray for|country|canister|box|bag|bell|can)|checkup)\b/,
];

/** These mean the same unless something is told that leaves no doubt ("blood is spurting"). */
const DOUBTFUL: readonly RegExp[] = [
  // Gear and buying.
  /\b(best|buy\w*|which (one|brand|is (better|warmer|lighter)|boots)|does (a|an|my|the) \w+ (belong|work|expire)|belong\w*|kit|gear|weighs?|how heavy|shelf life|storage|store\w* |expir\w*|price|cost\w*|how much (is|does|do|are)|better than|vs|versus|worth it|brand|what size|made of|edition|apps?|gels?|gadget|save battery|battery (life|level|dead|empty)|iphone|phone (is )?(dying|dead)|gps died|canister|headlamp|cable|zipper|tent poles?|filter|bladder|sole|which shoes|paddle|repair\w*)\b/,
  // Small troubles.
  /\b(small|a little|tiny|mild|minor|slight|slightly|a bit|bit sore|itch\w*|bruised|chapped|cramp|splinter|stiff|scraped|scratched|puffing|gassy|bandaid|band aid|tooth|teeth)\b/,
];

/** A general question: it asks, and names nobody. */
const ASKS =
  /^(what|which|who|when|where|why|how|does|do|did|is|are|was|can|could|should|must|may|would|will|top|safe|usual|normal|us|uk) /;
const SOMEBODY =
  /\b(he|she|him|her|his|hers|me|we|us|our|they|them|their|my|mine|help|now|hurry|please|(husband|wife|son|daughter|kid|child|baby|friend|partner|mom|mum|dad|buddy|man|woman|guy|girl|boy) (is|has|just|was|got))\b/;

/** How much the wording speaks against an emergency now. */
export type Doubt = "none" | "some" | "certain";

/** Reads plain wording (see `plainWording`) for signs that it is about something other than an emergency now. */
export function doubtOf(plain: string): Doubt {
  if (ELSEWHERE.some((pattern) => pattern.test(plain))) return "certain";
  const general = ASKS.test(plain) && !SOMEBODY.test(plain);
  return general || DOUBTFUL.some((pattern) => pattern.test(plain)) ? "some" : "none";
}
