/**
 * A claim that repeats a sentence with another of the evidence's numbers in it.
 * @module
 */
import { amountsOf } from "./amounts.ts";
import type { Finding } from "./finding.ts";
import { numbers } from "./numbers.ts";

/** Numbers of the claim that the sentence lacks, where the sentence has one of the same kind that the claim lacks. */
export function swapped(claim: string, sentence: string): Finding[] {
  const missing = numbers(claim, sentence);
  if (missing.length === 0) return [];
  const amounts = amountsOf(claim);
  const left = numbers(sentence, claim).map((range) =>
    amountsOf(sentence).find(({ start }) => start === range.start)
  );
  return missing.filter((range) => {
    const amount = amounts.find(({ start }) => start === range.start);
    return left.some((other) => other !== undefined && other.unit?.dimension === amount?.unit?.dimension);
  });
}
