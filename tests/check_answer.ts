/**
 * The promises that every answer keeps: its shape, exact quotes, numbered citations, help in a refusal.
 * @module
 */
import assert from "node:assert/strict";
import type { Cairn } from "../lib/ports.ts";
import { Answer } from "../lib/schema.ts";
import { collapse } from "../lib/text/normalize.ts";

/** What must hold of every answer of an application over the built-in packs, whatever was asked. */
export function checkAnswerOf(cairn: Pick<Cairn, "document">, answer: Answer): void {
  assert.deepEqual(Answer.strict().parse(answer), answer);
  for (const citation of [...answer.citations, ...answer.nearest]) {
    const document = cairn.document(citation.documentId);
    assert.ok(document, `${citation.documentId} is no document`);
    assert.equal(document.text.slice(citation.start, citation.end), citation.quote);
    assert.notEqual(citation.quote.trim(), "");
    const { pack, title, asOf, source } = document;
    assert.deepEqual(
      [citation.pack, citation.title, citation.asOf, citation.source],
      [pack, title, asOf, source],
    );
  }
  for (const list of [answer.citations, answer.nearest]) {
    assert.deepEqual(list.map(({ n }) => n), list.map((_, i) => i + 1));
  }
  const cited = new Set<number>();
  for (const { text, origin, citations } of answer.sentences) {
    citations.forEach((n) => cited.add(n));
    const quotes = citations.map((n) => answer.citations[n - 1]?.quote);
    assert.ok(quotes.every((quote) => quote !== undefined), `"${text}" cites what is not there`);
    assert.notEqual(origin, "generated");
    if (origin === "quote") assert.deepEqual(quotes.map((quote) => collapse(quote!)), [text]);
  }
  assert.equal(cited.size, answer.citations.length, "a citation that no sentence uses");
  const says = ["answer", "caution", "card", "computed"].includes(answer.outcome);
  assert.equal(answer.sentences.length > 0, says);
  assert.equal(answer.reason === null, ["answer", "card", "computed"].includes(answer.outcome));
  assert.ok(answer.outcome !== "card" || answer.card !== null);
  assert.ok(answer.card === null || ["card", "refuse", "clarify"].includes(answer.outcome));
  assert.equal(answer.computed !== null, answer.outcome === "computed");
  assert.equal(answer.clarify !== null, answer.outcome === "clarify");
  if (answer.outcome === "refuse") {
    assert.ok(answer.help?.wanted && answer.help.ask, "a refusal without help");
  }
  assert.deepEqual(answer.versions.packs.map(({ id }) => id), ["cards", "handbook", "trails", "help"]);
  assert.match(answer.versions.encoder ?? "", /^[0-9a-f]{64}$/);
  assert.ok((answer.timings.total ?? -1) >= 0);
}
