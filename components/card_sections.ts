import type { Document } from "../lib/schema.ts";
import { type ListItem, listItem } from "./runs.ts";

/** A part of an emergency card under one heading. */
export interface CardSection {
  readonly heading: string | null;
  /** What to do, what to leave, or what to look out for. */
  readonly tone: "do" | "avoid" | "watch";
  readonly items: readonly ListItem[];
  readonly paragraphs: readonly string[];
}

/** The sections of a card's document, in order; its title is left out. */
export function cardSections({ text, blocks }: Pick<Document, "text" | "blocks">): CardSection[] {
  const sections: { heading: string | null; items: ListItem[]; paragraphs: string[] }[] = [];
  const current = () => {
    const last = sections.at(-1);
    if (last) return last;
    const first = { heading: null, items: [], paragraphs: [] };
    sections.push(first);
    return first;
  };
  for (const { start, end, kind, level } of blocks) {
    const slice = text.slice(start, end).trim();
    if (kind === "heading") {
      if (level !== 1) sections.push({ heading: slice, items: [], paragraphs: [] });
    } else if (kind === "item") current().items.push(listItem(slice) ?? { text: slice, number: null });
    else current().paragraphs.push(slice);
  }
  return sections.map((section) => ({ ...section, tone: toneOf(section.heading) }));
}

function toneOf(heading: string | null): CardSection["tone"] {
  if (heading && /^(do not|don.t|avoid|never)/i.test(heading)) return "avoid";
  return heading && /^(watch|then|after|know|note)/i.test(heading) ? "watch" : "do";
}
