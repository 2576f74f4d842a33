/** Drawings by what a card's id or an icon's name contains; the first that fits wins. */
const ICONS: readonly (readonly [icon: string, words: RegExp])[] = [
  ["caution", /^caution$/],
  ["flag", /^flag$/],
  ["phone", /help/],
  ["bolt", /lightning/],
  ["snake", /snake/],
  ["paw", /bear|lion|cougar|wolf|dog/],
  ["drop-minus", /sugar|diabet/],
  ["drop", /bleed|wound/],
  ["lying", /unconscious/],
  ["heartbeat", /cpr|cardiac/],
  ["heart", /chest|heart-attack/],
  ["throat", /chok/],
  ["flame", /burn|fire/],
  ["snowflake", /hypothermia|frost|cold/],
  ["sun", /heat/],
  ["water", /drown|flood|water/],
  ["mountain", /altitude|hace|hape/],
  ["avalanche", /avalanche/],
  ["brain", /stroke/],
  ["wave", /seizure/],
  ["lungs", /asthma|breath/],
  ["injector", /anaphyla|allerg|sting/],
  ["person", /shock/],
  ["head", /head|concussion/],
  ["spine", /spin|neck|back/],
  ["bone", /fracture|bone|sprain|dislocation/],
  ["compass", /lost|missing/],
  ["eye", /eye/],
  ["bottle", /poison|carbon/],
  ["talk", /crisis/],
];

/** The drawing for a card or a name; a cross where there is none. */
export function iconOf(name: string): string {
  return ICONS.find(([, words]) => words.test(name))?.[0] ?? "cross";
}

/** Every drawing there is. */
export const ICON_NAMES: readonly string[] = ["cross", ...ICONS.map(([icon]) => icon)];
