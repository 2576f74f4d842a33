/**
 * Answers and explanations as text for a terminal.
 * @module
 */
import { cardOffer, cautionText, refusalLead } from "../text/wording.ts";
import type { Answer, Citation, Explanation, Sentence } from "../schema.ts";
import { ASIDE_LEAD, cardAndAside } from "../text/card_aside.ts";
import { isCrisisHelp } from "../text/crisis.ts";
import { collapse } from "../text/normalize.ts";

/** The answer with numbered sources beneath, or the refusal with what helps. */
export function formatAnswer(answer: Answer): string {
  const lines: string[] = [];
  if (answer.outcome === "card") lines.push("EMERGENCY CARD", "");
  if (answer.outcome === "caution") lines.push(`Caution. ${cautionText(answer)}`, "");
  if (answer.outcome === "refuse") lines.push(refusalLead(answer));
  if (answer.clarify !== null) {
    lines.push(
      answer.clarify.question,
      ...answer.clarify.options.map((option) => `  - ${option}`),
    );
  }
  const { own, aside } = cardAndAside(answer);
  lines.push(...own.map(numbered));
  if (aside.length > 0) lines.push("", ASIDE_LEAD, ...aside.map(numbered));
  if (answer.computed !== null) lines.push(`Computed: ${answer.computed.formula}.`);
  if (answer.citations.length > 0) lines.push("", ...sources(answer.citations));
  if (answer.nearest.length > 0) {
    lines.push(
      "",
      "Closest I have:",
      ...answer.nearest.map((near) => `  “${shorten(collapse(near.quote))}” (${place(near)})`),
    );
  }
  if (answer.help !== null) {
    const [wanted, ask] = isCrisisHelp(answer.help) ? ["", ""] : ["What would answer: ", "Ask: "];
    lines.push("", `${wanted}${answer.help.wanted}`, `${ask}${answer.help.ask}`);
  }
  if (answer.card !== null && answer.outcome !== "card") {
    const { lead, link } = cardOffer(answer.card);
    lines.push("", `${lead} ${link} (page /emergency/${answer.card})`);
  }
  return lines.join("\n");
}

function numbered({ text, citations }: Sentence): string {
  return `${text}${citations.map((n) => ` [${n}]`).join("")}`;
}

/** One line per document, with the numbers of its quotes. */
function sources(citations: readonly Citation[]): string[] {
  const byDocument = Map.groupBy(citations, (citation) => citation.documentId);
  return [...byDocument.values()].map((group) => `[${numbers(group.map(({ n }) => n))}] ${place(group[0]!)}`);
}

/** `1, 2, 3, 5` → `1–3, 5`. */
function numbers(list: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const n of list) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

function place({ title, documentId, asOf, source, page }: Citation): string {
  return [
    title,
    documentId,
    page === undefined ? null : `page ${page}`,
    asOf === null ? "undated" : `as of ${asOf}`,
    source,
  ].filter((part) => part !== null).join(" · ");
}

function shorten(text: string): string {
  return text.length <= 240 ? text : `${text.slice(0, 237).replace(/\s+\S*$/, "")} …`;
}

/** Scores, features and what tipped the decision. */
export function formatExplanation(explanation: Explanation): string {
  const { plain, terms, trail, risk, threshold, probability, features, hits, note } = explanation;
  const lines = [`Why: ${note}`, ...plain];
  if (terms.length > 0) {
    lines.push(
      `Words searched: ${
        terms.map(({ typed, term, df }) => `${typed}${typed === term ? "" : `→${term}`} (${df})`).join(", ")
      }`,
    );
  }
  if (trail !== null) lines.push(`Bound to: ${trail}`);
  if (probability !== null) {
    lines.push(
      `Probability that the passages answer: ${probability.toFixed(3)}; threshold for ${risk} risk: ${
        threshold.toFixed(3)
      }`,
    );
    lines.push("feature          value   push");
    for (const { name, value, push } of [...features].sort((a, b) => Math.abs(b.push) - Math.abs(a.push))) {
      lines.push(
        `${name.padEnd(15)} ${value.toFixed(3).padStart(6)} ${(push >= 0 ? "+" : "") + push.toFixed(2)}`,
      );
    }
  }
  if (hits.length > 0) lines.push("reader  fused  dense  bm25   passage");
  for (const { answerable, fused, dense, lexical, documentId, headings } of hits) {
    lines.push(
      `${answerable === null ? "     -" : answerable.toFixed(4)}  ${fused.toFixed(3)}  ${
        (dense ?? 0).toFixed(3)
      }  ${(lexical ?? 0).toFixed(1).padStart(5)}  ${documentId} ${headings.join(" > ")}`,
    );
  }
  return lines.join("\n");
}
