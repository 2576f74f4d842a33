/**
 * What an answer says aside from its card: the documents' words on what was asked.
 * @module
 */

/** Stands above these words, so that nobody takes them for the card's steps. */
export const ASIDE_LEAD = "On what you asked, from another document:";

interface Said<S> {
  readonly card: string | null;
  readonly sentences: readonly S[];
  readonly citations: readonly { readonly n: number; readonly documentId: string }[];
}

/**
 * A card's own sentences, and those aside from it. Without a card nothing is aside; neither is a sentence whose citation has
 * not arrived yet.
 */
export function cardAndAside<S extends { readonly citations: readonly number[] }>(
  { card, sentences, citations }: Said<S>,
): { own: S[]; aside: S[] } {
  const [first] = citations;
  if (card === null || first === undefined) return { own: [...sentences], aside: [] };
  const others = new Set(citations.filter((one) => one.documentId !== first.documentId).map(({ n }) => n));
  const isAside = (sentence: S) => sentence.citations.some((n) => others.has(n));
  return {
    own: sentences.filter((sentence) => !isAside(sentence)),
    aside: sentences.filter(isAside),
  };
}
