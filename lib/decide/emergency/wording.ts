/**
 * Panic spelt plainly: contractions, texting and typos, so that rules can be written once.
 * @module
 */
import { fold } from "../../text/normalize.ts";
import { TypoIndex } from "../../text/typos.ts";

/** Words that emergencies are told with; a word one edit away from them is taken for them. */
const WORDS =
  `anaphylaxis allergic allergy ankle attack avalanche asthma artery awake balloon bandage berries bitten bleeding blister blizzard blood bloody boiling
breath breathe breathes breathing broken bubbling buried burned burning charging chest choking climbed clammy clothes clutching collapsed compressions concussion
confused conscious convulsing copperhead cornice cougar cough coughing crooked crushing diabetic dizzy drowned drowning drooping drunk emergency epilepsy epileptic epipen exploded
fainted falling finger fingers fitting fluid forest fracture fractured freezing friend frostbite frostbitten frothing frozen gasping grizzly gurgling gushing hallucinating headache
heart heartbeat heatstroke heimlich helicopter hemlock hypothermia hypothermic inhaler insulin lightning limp mushroom mushrooms mountain mumbling numb overheated passed
paralyzed poison poisoned pressure pulse puffer puking rattler rattlesnake rescue responding restless river scalded seizure shaking shivering shock shoulder slurred slurring snake snakebite soaked speech spine
spurting squirting stabbed stalking stomach stopped stranded stroke struck struggling stumbling stumbles sugar swallowed sweating swelling swollen swept talking throat thunder tingling tongue tourniquet trapped unconscious
unresponsive viper vomiting vomits waxy wheezing weak weird wrist yellow`.split(/\s+/);

const LEXICON = new TypoIndex(new Map(WORDS.map((word) => [word, 1])));

/** Spellings more than one edit away that people in a hurry use. */
const RESPELT: readonly (readonly [RegExp, string])[] = [
  [/\b(can ?not|can'?t|cnt|couldn'?t|could not|cant'|unable to|canot)\b/g, "cannot"],
  [/\b(is|are|was|were|does|do|did|has|have|had)n'?t\b/g, "$1 not"],
  [/\b(aint|ain't)\b/g, "is not"],
  [/\b(won'?t|will not)\b/g, "will not"],
  [/\b(he|she|it|that|there|who|what|here)'s\b/g, "$1 is"],
  [/\bhes\b/g, "he is"],
  [/\bshes\b/g, "she is"],
  [/\b(i'm|im)\b/g, "i am"],
  [/\b(we're|they're|you're)\b/g, (m: string) => `${m.split("'")[0]} are`] as unknown as readonly [
    RegExp,
    string,
  ],
  [/\b(i|we|they|you)'ve\b/g, "$1 have"],
  [/\bu\b/g, "you"],
  [/\bthru\b/g, "through"],
  [/\b(brething|breathin|breating|breething|brethin|berathing)\b/g, "breathing"],
  [/\b(breth|breah)\b/g, "breath"],
  [/\b(unconcious|unconsious|uncounscious|unconsios|unconcius)\b/g, "unconscious"],
  [/\b(siezure|seizur|siezing|seesure|ceizure)\b/g, "seizure"],
  [/\b(anaphal\w+|anafil\w+|anaphil\w+|anaflac\w+|anafyl\w+)\b/g, "anaphylaxis"],
  [/\b(alergic|allergick|alergik)\b/g, "allergic"],
  [/\b(asma|astma|ashtma|asthama)\b/g, "asthma"],
  [/\b(diabet\w*)\b/g, "diabetic"],
  [/\b(hypotherm\w*|hipotherm\w*|hypoterm\w*|hipoterm\w*)\b/g, "hypothermia"],
  [/\b(frost ?bit\w*)\b/g, "frostbite"],
  [/\b(heat ?strok\w*|sun ?strok\w*)\b/g, "heatstroke"],
  [/\b(tornikit|turniquet|torniquet|tourniqet|tournequet)\b/g, "tourniquet"],
  [/\b(hemorr?h?age?ing|haemorrhaging|hemoraging|hemorrhage)\b/g, "bleeding badly"],
  [/\b(avalanch\w*|avelanch\w*|avalansh\w*)\b/g, "avalanche"],
  [/\b(lightn?ing|lightnig|litening|lightening)\b/g, "lightning"],
  [/\b(hart|heart) (attac|atack|attak)\b/g, "heart attack"],
  [/\bepi[- ]?pens?\b/g, "epipen"],
  [/\b(blodd|bloood+|blod)\b/g, "blood"],
  [/\b(snak|snek)\b/g, "snake"],
  [/\b(chokin|chocking|chokeing)\b/g, "choking"],
];

/** The question folded, respelt and repaired, without punctuation. */
export function plainWording(question: string, isWord: (word: string) => boolean): string {
  let text = fold(question);
  for (const [pattern, plain] of RESPELT) text = text.replace(pattern, plain);
  return text.replace(/[^\p{L}\p{N}.,]+/gu, " ").replace(/\.(?!\d)|,(?!\d)/g, " ").split(/\s+/)
    .map((word) => (isWord(word) ? null : LEXICON.repair(word)) ?? word).join(" ").trim();
}
