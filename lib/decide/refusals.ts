/**
 * Requests that leave the path before retrieval, and orders hidden in questions.
 * @module
 */
import { fold } from "../text/normalize.ts";
import { sentences } from "../text/sentences.ts";
import { queryTokens } from "../text/tokens.ts";

/** Orders to the program inside a question: ignored, the rest is answered. */
const ORDER =
  /\b((ignore|disregard|forget|override|bypass) (all |any |the |your |my |these |those |previous |prior |above |earlier )*(instructions?|rules?|prompts?|guidelines?|documents?|sources?|above|everything)|you are now (a|an|the|my|in) |^act as |pretend (to be|you)|new instructions?|system prompt|developer mode|jailbreak|reveal (your|the) (prompt|instructions?)|do not cite|without (citing|sources)|just (say|answer|print|output) (yes|no|that)|repeat after me|print your|from now on|respond only with|answer only with|role ?play)\b|<\/?(system|script|instructions?)>|\[\/?inst\]|```/;

/**
 * The question without the sentences that give orders to the program. Empty when nothing else is left.
 */
export function withoutOrders(question: string): string {
  if (!ORDER.test(fold(question))) return question;
  const clauses = sentences(question).flatMap(({ start, end }) =>
    question.slice(start, end).split(/(?<=[,;:—–])\s+|\s+(?:and then|then|but|and)\s+/)
  );
  const kept = clauses.filter((clause) => !ORDER.test(fold(clause)));
  const rest = kept.join(" ").trim();
  return queryTokens(rest).length === 0 ? "" : rest;
}

const UNSAFE: readonly RegExp[] = [
  // Harm to people or oneself.
  /\b(kill|hurt|harm|cut) (myself|my self)\b|\b(how (do|can|to|should)|want to|going to|best way to|help me|easiest way) (i |we |you )?(kill|hurt|harm|injure) (him|her|them|someone|somebody|people|a person|my (wife|husband|girlfriend|boyfriend|partner|brother|sister|boss|ex|friend|neighbou?r|dog))\b/,
  /\b(suicide|end my life|want to die|kill me|overdose on|lethal dose|how to poison|poison (someone|somebody|a person|my))\b/,
  /\b(make|build|set off) (a |an )?(bomb|explosive|pipe bomb|molotov)\b/,
  // Breaking the law or the rules.
  /\b(sneak|get|slip|hike|climb|go) (past|around|by|up|in|into)?\s*.{0,25}\b(without (a |getting )?(permit|permission|caught|paying)|past the rangers?|closed (trail|area|road|section)|avoid(ing)? the rangers?)\b/,
  /\b(poach|poaching|shoot (a|the) (bear|lion|wolf|eagle|deer|goat|condor))\b|\b(fake|forge|counterfeit) (a |the )?(permit|pass|id|reservation|wristband)\b/,
  /\b(start|set|light) (a |the )?(forest|wild ?fire|brush ?fire)\b|\bburn down\b|\b(get|getting) away with\b/,
  /\b(feed|pet|touch|ride|lure|bait|tame|catch|capture|provoke|tease) (a |the |some |wild |those |that |these |baby )*(bears?|cubs?|elk|moose|deer|bison|lions?|cougars?|wolves|wolf|snakes?|rattlesnakes?|squirrels?|chipmunks?|marmots?|goats?|sheep)\b/,
  /\b(how (do|can|to) |want to |where can )(i |we |you )?(steal|vandali[sz]e|smuggle)\b|\bcarve (my|our) names?\b|\bdump (my |our |the )?(trash|garbage|rubbish|oil|sewage|chemicals)\b/,
  /\b(get|getting) (drunk|wasted|stoned|high)(?! (enough|up|above|on the|ground))\b|\b(magic mushrooms?|meth|cocaine|heroin|lsd|shrooms)\b/,
];
/** Questions about staying away from the same things are welcome. */
const CAREFUL =
  /\b(not to|don'?t|avoid|prevent|stop|should i|is it (ok|okay|legal|allowed|illegal|safe)|can i|may i|why|rules?|allowed|what happens if|happens if|illegal|fine for|penalty)\b/;

/** Whether a question asks for help with doing harm. */
export function isUnsafe(question: string): boolean {
  const text = fold(question);
  const selfHarm = UNSAFE[0]!.test(text) || UNSAFE[1]!.test(text);
  return selfHarm || (!CAREFUL.test(text) && UNSAFE.some((pattern) => pattern.test(text)));
}

const SMALL_TALK =
  /^(hi+|hello+|hey+|yo|howdy|good (morning|evening|afternoon|night)|thanks?( you)?( so much)?|thx|ty|ok(ay)?|cool|great|bye|goodbye|how are you( doing)?( today)?|who are you|what are you|what'?s up|sup|test|testing|are you (there|an? (ai|robot|bot|human|person|real))|tell me (a|another) (joke|story|poem)|sing( me)?( a)?( song)?|i love you|what can you do|help)[\s!?.,]*$/;

/** Greetings and talk about the program itself. */
export function isSmallTalk(question: string): boolean {
  return SMALL_TALK.test(fold(question).trim());
}
