/**
 * What a rule finds in a claim.
 * @module
 */
import type { Range } from "../text/sentences.ts";

/** A rule that a claim fails. */
export type Rule = "number" | "unit" | "bound" | "date" | "name" | "negation" | "opposite" | "strength";

/** Where in the claim a rule fails. */
export interface Finding extends Range {
  readonly rule: Rule;
}
