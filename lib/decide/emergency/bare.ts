/**
 * A condition's name and nothing else, as somebody types it who has no time for a sentence.
 * @module
 */
import type { Emergency } from "./mod.ts";

const BARE: Readonly<Record<string, RegExp>> = {
  "anaphylaxis": /^(anaphylaxis|anaphylactic( shock)?|allergic (reaction|shock))$/,
  "asthma": /^asthma( attack)?$/,
  "avalanche-burial": /^(avalanche|buried( alive)?)$/,
  "bear-attack": /^bear attack$/,
  "burns": /^((bad|severe|deep) )?(burns?|burned|scald(ed)?)$/,
  "calling-for-help": /^(sos|mayday|rescue|emergency|send help)$/,
  "chest-pain": /^(heart attack|chest pains?)$/,
  "choking": /^(choking|chokes|heimlich)$/,
  "cpr": /^(cpr|cardiac arrest|no pulse|not breathing|no breathing|dead|dying)$/,
  "drowning": /^(drowning|drowned|near drowning)$/,
  "eye-injury": /^eye injury$/,
  "fracture": /^(fracture|broken (bone|leg|arm|ankle|wrist|hip|neck))$/,
  "frostbite": /^frostbite$/,
  "head-injury": /^(head injury|concussion)$/,
  "heat-stroke": /^heatstroke$/,
  "hypothermia": /^(hypothermia|freezing to death)$/,
  "lightning": /^(lightning strike|struck by lightning)$/,
  "lion-attack": /^((mountain )?lion|cougar|puma) attack$/,
  "lost": /^lost$/,
  "low-blood-sugar": /^(hypo|hypoglycemia|hypoglycaemia|low (blood )?sugar|diabetic (shock|coma|emergency))$/,
  "poisoning": /^(poison(ed|ing)?|overdose|carbon monoxide( poisoning)?)$/,
  "seizure": /^(seizures?|convulsions?|convulsing|fitting|epileptic (fit|seizure))$/,
  "severe-bleeding": /^(bleeding( badly| out| to death)?|blood|tourniquet)$/,
  "shock": /^shock$/,
  "snakebite": /^(snake ?bites?|snakebitten)$/,
  "spine-injury": /^(spinal injury|spine injury|broken back|paraly[sz]ed)$/,
  "stroke": /^stroke$/,
  "unconscious-breathing": /^(unconscious|fainted|passed out|unresponsive)$/,
};
/** What people put around it. */
const AROUND = /\b(help|now|please|pls|quick|quickly|hurry|urgent|me|card|emergency)\b/g;

/** The card that a message names without saying anything else, or null. */
export function bareCard(plain: string): Emergency | null {
  for (const text of [plain, plain.replace(AROUND, " ").replace(/\s+/g, " ").trim()]) {
    for (const [card, name] of Object.entries(BARE)) if (name.test(text)) return { card, because: text };
  }
  return null;
}
