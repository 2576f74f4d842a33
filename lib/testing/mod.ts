/**
 * Holding Cairn's answers still with `deno test`: open one's documents, ask, and assert.
 *
 * ```ts
 * import { assertAnswers, assertRefuses, openForTest } from "…/lib/testing/mod.ts";
 *
 * Deno.test("the hut", async () => {
 *   await using cairn = await openForTest({ folder: `${import.meta.dirname}/documents` });
 *   assertAnswers(await cairn.ask("How many beds has the hut?"), "18 beds");
 *   assertRefuses(await cairn.ask("Who built the hut?"));
 * });
 * ```
 * @module
 */
export {
  assertAnswers,
  assertCard,
  assertCaution,
  assertCites,
  assertClarifies,
  assertGrounded,
  assertNoClaim,
  assertRefuses,
  type Wanted,
} from "./matchers.ts";
export { CairnAssertionError } from "./describe.ts";
export type { Answer, Reason } from "../schema.ts";
export { type Asked, openForTest, type TestCairn, type TestOptions } from "./open.ts";
export { type Limits, type SuiteOptions, suiteTest } from "./suite.ts";
