/**
 * Checks as people and programs are told of them.
 * @module
 */
import type { Check } from "../schema.ts";
import type { SentenceCheck } from "./claim.ts";
import type { Rule } from "./rules.ts";

/** What a failed rule means, in words. */
const MEANS: Readonly<Record<Rule, string>> = {
  number: "The source does not say this number.",
  unit: "The source says this number in another unit.",
  bound: "The source sets the limit on the other side: at least is not at most.",
  date: "The source does not name this day or month.",
  name: "The source does not name this.",
  negation: "The source says the opposite: one of the two says not.",
  opposite: "The source says the opposite word.",
  strength: "The source is more or less strict: may is not must.",
};

/** The check of each sentence of a claim; spans are offsets in that sentence's text. */
export function told(claim: string, checks: readonly SentenceCheck[]): Check[] {
  return checks.map(({ start, end, label, rules, unsupported }) => ({
    text: claim.slice(start, end),
    verdict: label,
    reasons: label === "supported" ? [] : reasons(label, rules),
    spans: unsupported.map((span): [number, number] => [span.start - start, span.end - start]),
  }));
}

function reasons(label: Check["verdict"], rules: readonly Rule[]): string[] {
  const broken = [...new Set(rules)].map((rule) => MEANS[rule]);
  if (broken.length > 0) return broken;
  return label === "partly" ? ["The source says only a part of this."] : ["The source does not say this."];
}
