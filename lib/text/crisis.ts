/**
 * What someone who may harm themselves is told where no pack holds the card.
 * @module
 */

/** Figures and sources: data/provenance/cards.csv, `cards/crisis`. */
export const CRISIS_HELP = {
  wanted: "Someone who listens. You matter, and you do not have to carry this alone.",
  ask:
    "Tell someone near you now. In the US and Canada call or text 988; in the UK and Ireland call 116 123. In danger now: your emergency number.",
};

/** Whether the help in a refusal is for someone who may harm themselves: then nothing else may stand in its place. */
export function isCrisisHelp(help: { readonly wanted: string } | null): boolean {
  return help !== null && help.wanted === CRISIS_HELP.wanted;
}
