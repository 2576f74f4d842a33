/**
 * `cairn eval support`: does the evidence say what the claim says?
 * @module
 */
import { z } from "zod";
import { checkClaim } from "../../check/claim.ts";
import { scorePairs } from "./pairs.ts";

const Pair = z.object({
  id: z.coerce.string(),
  claim: z.string(),
  evidence: z.union([z.string(), z.array(z.string())]),
});

export function support(args: string[]): Promise<number> {
  return scorePairs(args, Pair, async (reader, { claim, evidence }) => {
    const { score, label, unsupported } = await checkClaim(reader, claim, evidence);
    return { score, label, unsupported: unsupported.map(({ start, end }) => [start, end]) };
  });
}
