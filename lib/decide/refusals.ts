/**
 * Requests that leave the path before retrieval, and orders hidden in questions.
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

/** Thoughts of suicide and self-harm. "I cut myself on a rock" is none; places are called Suicide Rock. */
const SELF_HARM: readonly RegExp[] = [
  /\b(kill(s|ed|ing)?|hang(ing)?|shoot(ing)?) (myself|my self|himself|herself|themselves|themself)\b/,
  /\b(wants?|wanna|going to|gonna|need to|urges?|plans?|planning|thinking|thoughts?|feel like|keeps?|tr(y|ied|ies|ying) to|how (can|do|to|should))\b.{0,24}\b(hurt|harm|cut|hurting|harming|cutting) (myself|my self|himself|herself|themselves)\b/,
  /\b(commit(ting|ted)? suicide|suicidal|suicide (note|attempt|plan)|(thinking|think|thoughts?|talks?|talking) (about|of) suicide)\b/,
  /\b(end(ing)? (my|his|her|their) (own )?life|end it all|wants? to die|wish (i|he|she) (was|were) dead|better off dead|no reason to live|(don'?t|do not|doesn'?t|does not) want to (live|be alive|be here any ?more)|(can'?t|cannot) go on (like this|living|any ?more)$|(cut|slit)(ting)? (my|his|her) (own )?wrists?|lethal dose|overdosed? on( purpose)?)\b/,
  /\b(going to|will|about to|wants? to|gonna) jump off (the|this|that|a) (cliff|edge|bridge|rim|summit|ledge)\b/,
];

/** Whether someone may be about to harm themselves: a question that a card with people to talk to answers. */
export function isSelfHarm(question: string): boolean {
  const text = fold(question);
  return SELF_HARM.some((pattern) => pattern.test(text));
}

const UNSAFE: readonly RegExp[] = [
  // Harm to people.
  /\b(how (do|can|to|should)|want to|going to|best way to|help me|easiest way) (i |we |you )?(kill|hurt|harm|injure) (him|her|them|someone|somebody|people|a person|my (wife|husband|girlfriend|boyfriend|partner|brother|sister|boss|ex|friend|neighbou?r|dog))\b/,
  /\b(how to poison|poison (someone|somebody|a person|my (wife|husband|girlfriend|boyfriend|partner|brother|sister|boss|ex|friend|neighbou?r)))\b/,
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
  const toPeople = UNSAFE[0]!.test(text) || UNSAFE[1]!.test(text);
  return isSelfHarm(question) || toPeople ||
    (!CAREFUL.test(text) && UNSAFE.some((pattern) => pattern.test(text)));
}

const SMALL_TALK =
  /^(hi+|hello+|hey+|yo|howdy|good (morning|evening|afternoon|night)|thanks?( you)?( so much)?|thx|ty|ok(ay)?|cool|great|bye|goodbye|how are you( doing)?( today)?|who are you|what are you|what'?s up|sup|test|testing|are you (there|an? (ai|robot|bot|human|person|real))|tell me (a|another) (joke|story|poem)|sing( me)?( a)?( song)?|i love you|what can you do|help)[\s!?.,]*$/;

/** Greetings and talk about the program itself. */
export function isSmallTalk(question: string): boolean {
  return SMALL_TALK.test(fold(question).trim());
}
