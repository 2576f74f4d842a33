/**
 * Assertions about answers, for anyone's `deno test`. No model judges: each is decided by text, offsets and outcomes.
 * @module
 */
import { ANSWERED } from "../eval/suite.ts";
import type { Reason } from "../schema.ts";
import { collapse, fold } from "../text/normalize.ts";
import { CairnAssertionError } from "./describe.ts";
import type { Asked } from "./open.ts";

/**
 * Something is answered, be it with a caution, and when a pattern is given what is shown holds it.
 *
 * @throws {CairnAssertionError}
 */
export function assertAnswers(asked: Asked, pattern?: RegExp | string): void {
  const { outcome, sentences } = asked.answer;
  if (!ANSWERED.has(outcome) || sentences.length === 0) {
    throw new CairnAssertionError(`An answer was expected, and there is none (${outcome}).`, asked);
  }
  if (pattern !== undefined && !found(pattern, said(asked))) {
    throw new CairnAssertionError(`The answer does not say ${shown(pattern)}.`, asked);
  }
}

/**
 * The answer is given with a caution, for this reason where one is given: `stale_source` for old news.
 *
 * @throws {CairnAssertionError}
 */
export function assertCaution(asked: Asked, reason?: Reason): void {
  const { outcome, reason: given } = asked.answer;
  if (outcome !== "caution") {
    throw new CairnAssertionError(`A caution was expected; this is ${outcome}.`, asked);
  }
  if (reason !== undefined && given !== reason) {
    throw new CairnAssertionError(`The caution has another reason: ${given}, not ${reason}.`, asked);
  }
}

/**
 * This emergency card is shown, `hypothermia`. Cards are among the built-in packs.
 *
 * @throws {CairnAssertionError}
 */
export function assertCard(asked: Asked, card: string): void {
  const { outcome, card: named } = asked.answer;
  const given = outcome === "card" ? named : null;
  if (given !== card) {
    throw new CairnAssertionError(
      `The card ${card} was expected; this is ${given === null ? outcome : `the card ${given}`}.`,
      asked,
    );
  }
}

/** What a citation must be. */
export interface Wanted {
  /** Id of a document, or its end: `documents/huts` is cited as `folder/documents/huts`. */
  readonly document: string;
  /** What the quote holds. */
  readonly quote?: RegExp | string;
}

/**
 * A sentence of the answer cites this document, with a quote that holds the pattern.
 *
 * @throws {CairnAssertionError}
 */
export function assertCites(asked: Asked, { document, quote }: Wanted): void {
  const cited = asked.answer.citations.filter(({ documentId }) =>
    documentId === document || documentId.endsWith(`/${document}`)
  );
  if (cited.length === 0) {
    const others = asked.answer.citations.map(({ documentId }) => documentId).join(", ");
    throw new CairnAssertionError(
      `The answer does not cite ${document}; it cites ${others || "nothing"}.`,
      asked,
    );
  }
  if (quote !== undefined && !cited.some((citation) => found(quote, collapse(citation.quote)))) {
    throw new CairnAssertionError(`No quote from ${document} holds ${shown(quote)}.`, asked);
  }
}

/**
 * Every sentence cites, every quote stands in its document at its place, word for word, every quoted sentence is its quote,
 * and every written one passed the check. Holds of a refusal too: its nearest passages are real.
 *
 * @throws {CairnAssertionError}
 */
export function assertGrounded(asked: Asked): void {
  const { answer, document } = asked;
  const fail = (problem: string): never => {
    throw new CairnAssertionError(problem, asked);
  };
  for (const { documentId, start, end, quote } of [...answer.citations, ...answer.nearest]) {
    const text = document(documentId)?.text ?? fail(`The answer cites ${documentId}, which is not open.`);
    if (text.slice(start, end) !== quote) {
      fail(`${documentId} does not say “${collapse(quote)}” at ${start}–${end}.`);
    }
  }
  for (const { text, origin, citations } of answer.sentences) {
    if (citations.length === 0 && origin !== "computed") fail(`“${text}” cites nothing.`);
    const quotes = citations.map((n) =>
      answer.citations[n - 1]?.quote ?? fail(`“${text}” cites [${n}], which is not there.`)
    );
    if (origin === "quote" && !quotes.some((quote) => collapse(quote) === text)) {
      fail(`“${text}” is not what it quotes.`);
    }
    if (
      origin === "generated" && answer.checks.find((check) => check.text === text)?.verdict !== "supported"
    ) {
      fail(`“${text}” was written and not found supported.`);
    }
  }
}

/**
 * Nothing is answered, for this reason where one is given.
 *
 * @throws {CairnAssertionError}
 */
export function assertRefuses(asked: Asked, reason?: Reason): void {
  const { outcome, reason: given } = asked.answer;
  if (outcome !== "refuse") {
    throw new CairnAssertionError(`A refusal was expected; this is ${outcome}.`, asked);
  }
  if (reason !== undefined && given !== reason) {
    throw new CairnAssertionError(`It is refused for another reason: ${given}, not ${reason}.`, asked);
  }
}

/**
 * The asker is asked back, with this option among those offered where one is given.
 *
 * @throws {CairnAssertionError}
 */
export function assertClarifies(asked: Asked, option?: RegExp | string): void {
  const { outcome, clarify } = asked.answer;
  if (clarify === null) {
    throw new CairnAssertionError(`A question back was expected; this is ${outcome}.`, asked);
  }
  if (option !== undefined && !clarify.options.some((one) => found(option, one))) {
    throw new CairnAssertionError(`None of the options is ${shown(option)}.`, asked);
  }
}

/**
 * Nothing that is said holds the pattern. What the nearest passages of a refusal say is no claim.
 *
 * @throws {CairnAssertionError}
 */
export function assertNoClaim(asked: Asked, pattern: RegExp | string): void {
  if (found(pattern, said(asked))) {
    throw new CairnAssertionError(`The answer claims ${shown(pattern)}.`, asked);
  }
}

/** All that is said as an answer, on one line. */
function said({ answer }: Asked): string {
  return answer.sentences.map(({ text }) => collapse(text)).join(" ");
}

/** A text is found whatever its case, accents, quotation marks and white space; an expression as it says. */
function found(pattern: RegExp | string, text: string): boolean {
  if (typeof pattern !== "string") {
    return new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, "")).test(text);
  }
  const wanted = fold(collapse(pattern));
  if (wanted === "") throw new TypeError("An empty text is in every answer: say what is to be found.");
  return fold(collapse(text)).includes(wanted);
}

function shown(pattern: RegExp | string): string {
  return typeof pattern === "string" ? `“${pattern}”` : `${pattern}`;
}
