/**
 * Which emergency cards are Cairn's own, and what the id of a card may look like.
 * @module
 */

/** The built-in pack of cards. Beside it no other pack can have this name: see `openPacks`. */
export const CARDS_PACK = "cards";

/** Letters and hyphens: the id stands in an address, and its words are looked for in questions. */
export const CARD_ID = /^[a-z][a-z-]*[a-z]$/;
