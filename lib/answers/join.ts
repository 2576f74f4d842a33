/**
 * Answers to the parts of a question as one.
 * @module
 */
import type { Citation, Sentence } from "../schema.ts";
import type { Draft } from "./draft.ts";

/** One answer of several, in their order; what two of them quote stands once. The least sure one speaks for all. */
export function joinDrafts(first: Draft, ...others: readonly Draft[]): Draft {
  const citations: Citation[] = [];
  const sentences: Sentence[] = [];
  for (const draft of [first, ...others]) {
    const numbers = new Map(draft.citations.map((one) => [one.n, numbered(one, citations)]));
    for (const sentence of draft.sentences) {
      const cited = sentence.citations.map((n) => numbers.get(n)!);
      const isShown = sentences.some(({ text, citations: [n] }) => text === sentence.text && n === cited[0]);
      if (!isShown) sentences.push({ ...sentence, citations: cited });
    }
  }
  const all = [first, ...others];
  const weakest = all.find(({ outcome }) => outcome === "caution") ?? first;
  const confidence = Math.min(...all.map(({ confidence }) => confidence ?? 0));
  return { ...weakest, confidence, sentences, citations };
}

/** The number of a citation in the list, into which it is put if its place is new there. */
function numbered(citation: Citation, list: Citation[]): number {
  const known = list.find((one) =>
    one.documentId === citation.documentId && one.start === citation.start && one.end === citation.end
  );
  if (known !== undefined) return known.n;
  list.push({ ...citation, n: list.length + 1 });
  return list.length;
}
