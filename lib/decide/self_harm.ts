/**
 * Is somebody about to harm themselves?
 * @module
 */
import { fold } from "../text/normalize.ts";

/** Thoughts of suicide and self-harm. "I cut myself on a rock" is none; places are called Suicide Rock. */
const SELF_HARM: readonly RegExp[] = [
  /\b(kill(s|ed|ing)?|hang(ing)?|shoot(ing)?) (myself|my self|himself|herself|themselves|themself)\b(?! an? )/,
  /\b(wants?|wanna|going to|gonna|need to|urges?|plans?|planning|thinking|thoughts?|feel like|keeps?|tr(y|ied|ies|ying) to|how (can|do|to|should))\b.{0,24}\b(?<!\b(?:not|doesn'?t|don'?t|won'?t|never) )(hurt|harm|cut|hurting|harming|cutting) (myself|my self|himself|herself|themselves)\b/,
  /\b(commit(ting|ted)? suicide|suicidal|suicide (note|attempt|plan)|(thinking|think|thoughts?|talks?|talking) (about|of) suicide)\b/,
  /\b(end(ing)? (my|his|her|their) (own )?life|end it all|wants? to die|wish (i|he|she) (was|were) dead|better off dead|no reason to live|(don'?t|do not|doesn'?t|does not) want to (live|be alive|be here any ?more)|(can'?t|cannot) go on (like this|living|any ?more)$|(cut|slit)(ting)? (my|his|her) (own )?wrists?|lethal dose|overdosed? on( purpose)?)\b/,
  /\b(going to|will|about to|wants? to|gonna) jump off (the|this|that|a) (cliff|edge|bridge|rim|summit|ledge)\b/,
];

/** Cold hands and tears mistype the words that matter most here. */
const MISTYPED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:my ?slef|mysel|mysef|myslf|my self|meself|my selve?)\b/g, "myself"],
  [/\b(?:kil|klil|kll|kiill)(ing)? ?(?=myself|himself|herself)/g, "kill$1 "],
  [/\bkillmyself\b|\bkms\b$/g, "kill myself"],
  [/\b(?:sucide|suiside|suicde|suicied|sucicide|suecide|suicid)\b/g, "suicide"],
  [/\b(?:wnat|wnt|wan|wanna) to\b|\bwanna\b/g, "want to"],
];

/** Whether someone may be about to harm themselves: a question that a card with people to talk to answers. */
export function isSelfHarm(question: string): boolean {
  const text = MISTYPED.reduce((told, [typed, meant]) => told.replace(typed, meant), fold(question));
  return SELF_HARM.some((pattern) => pattern.test(text));
}
