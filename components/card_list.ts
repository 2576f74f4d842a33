import type { CardHead, DocumentHead } from "../lib/ports.ts";
import type { PackInfo } from "../lib/schema.ts";
import { CARDS_PACK } from "../lib/text/card_ids.ts";
import { isPlanted, shownTitle } from "../lib/text/orders.ts";

/** The card about reaching help stands first, whatever its title. */
const FIRST = "calling-for-help";

/** A card as the Emergency page lists it. */
export interface ListedCard {
  readonly card: string;
  readonly title: string;
  readonly summary: string | null;
  /** Whose card it is, where it is not one of Cairn's own. */
  readonly from: string | null;
  readonly isFirst: boolean;
}

/** What the application tells about cards. */
interface Cards {
  cards(): readonly CardHead[];
  documents(): readonly Pick<DocumentHead, "id" | "pack">[];
  packs(): readonly Pick<PackInfo, "id" | "title">[];
}

/** One card of each id, by title; the card's own pack goes before others, as it does where a card is opened. */
export function cardList(cairn: Cards): ListedCard[] {
  const packOf = new Map(cairn.documents().map(({ id, pack }) => [id, pack]));
  const titleOf = new Map(cairn.packs().map((pack) => [pack.id, shownTitle(pack)]));
  const listed = new Map<string, ListedCard>();
  for (const { card, title, summary, documentId } of cairn.cards()) {
    const pack = packOf.get(documentId) ?? "";
    const isOwn = pack === CARDS_PACK;
    if (listed.has(card) && !isOwn) continue;
    listed.set(card, {
      card,
      title: shownTitle({ title, id: documentId }),
      summary: summary !== null && isPlanted(summary) ? null : summary,
      from: isOwn ? null : titleOf.get(pack) ?? pack,
      isFirst: card === FIRST,
    });
  }
  return [...listed.values()].sort((a, b) =>
    Number(b.isFirst) - Number(a.isFirst) || a.title.localeCompare(b.title)
  );
}
