/**
 * The fitted decision: one logistic model and a threshold for each risk class.
 * @module
 */
import { z } from "zod";
import { Risk } from "../schema.ts";
import { FEATURES } from "./features.ts";

const numbers = z.array(z.number());

/** The file that `deno task fit` writes. */
export const DecisionModel = z.object({
  encoder: z.string().describe("sha256 of the embedder it was fitted with"),
  reader: z.string().describe("sha256 of the reader it was fitted with"),
  fitted: z.string(),
  features: z.array(z.string()),
  mean: numbers,
  scale: numbers,
  weights: numbers,
  bias: z.number(),
  thresholds: z.record(Risk, z.number()),
});
export type DecisionModel = z.infer<typeof DecisionModel>;

/**
 * Checks that a model fits this program and these encoders; scores of others mean something else.
 *
 * @throws {Error} with the command that mends it
 */
export function checkDecisionModel(value: unknown, encoder: string, reader: string): DecisionModel {
  const model = DecisionModel.parse(value);
  const sameFeatures = model.features.length === FEATURES.length &&
    FEATURES.every((name, i) => model.features[i] === name);
  if (model.encoder !== encoder || model.reader !== reader || !sameFeatures) {
    throw new Error(
      "The decision was fitted for other encoders or other features. Fit it again: deno task fit",
    );
  }
  return model;
}
