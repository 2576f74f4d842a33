/**
 * Several answers as one.
 * @module
 */
import { CitationList } from "./citations.ts";
import type { Draft } from "./draft.ts";

type Quoted = Pick<Draft, "sentences" | "citations">;

/** What several answers quote, in their order and numbered anew; what two of them quote stands once. */
export function joinQuotes(...all: readonly Quoted[]): Quoted {
  const list = new CitationList();
  const sentences: Quoted["sentences"] = [];
  for (const quoted of all) {
    const numbers = new Map(quoted.citations.map((one) => [one.n, list.take(one).n]));
    for (const sentence of quoted.sentences) {
      const citations = sentence.citations.map((n) => numbers.get(n)!);
      const isShown = sentences.some(({ text, citations: [n] }) =>
        text === sentence.text && n === citations[0]
      );
      if (!isShown) sentences.push({ ...sentence, citations });
    }
  }
  return { sentences, citations: list.citations };
}

/** One answer of several to the parts of a question. The least sure one speaks for all. */
export function joinDrafts(first: Draft, ...others: readonly Draft[]): Draft {
  const all = [first, ...others];
  const weakest = all.find(({ outcome }) => outcome === "caution") ?? first;
  const confidence = Math.min(...all.map(({ confidence }) => confidence ?? 0));
  return { ...weakest, confidence, ...joinQuotes(...all) };
}
