/**
 * The second net: emergencies told without any of the words that rules know, read off the question's own vector.
 *
 * Rules cannot foresee "he sounds like a straw in the bottom of a glass when he breathes". The head is linear over the vector that the
 * search needs anyway, so it costs microseconds; fitted by models/training/fit_emergency_head.py.
 * @module
 */
import { z } from "zod";

/** The file models/emergency.json. */
export const EmergencyHead = z.object({
  encoder: z.string().describe("sha256 of the embedder it reads"),
  /** The first class is "none". */
  classes: z.array(z.string()).min(2),
  /** One row of the encoder's dimension per class. */
  weights: z.array(z.array(z.number())),
  bias: z.array(z.number()),
  /** Probability of an emergency from which its card is shown. */
  threshold: z.number(),
});
export type EmergencyHead = z.infer<typeof EmergencyHead>;

/** The likeliest card and the probability that the message is an emergency at all. */
export interface EmergencyReading {
  readonly card: string;
  /** Of an emergency of any kind. */
  readonly probability: number;
  /** Of that card alone. */
  readonly share: number;
}

/**
 * Checks that a head reads this encoder's vectors.
 *
 * @throws {Error} with the command that mends it
 */
export function checkEmergencyHead(value: unknown, encoder: string, dimension: number): EmergencyHead {
  const head = EmergencyHead.parse(value);
  const fits = head.weights.length === head.classes.length && head.bias.length === head.classes.length &&
    head.weights.every((row) => row.length === dimension);
  if (head.encoder !== encoder || !fits) {
    throw new Error(
      "models/emergency.json was fitted for another embedder. Restore both: git checkout -- models",
    );
  }
  return head;
}

/** Reads a question's vector. */
export function readEmergency(vector: Float32Array, head: EmergencyHead): EmergencyReading {
  const logits = head.weights.map((row, k) => row.reduce((sum, w, i) => sum + w * vector[i]!, head.bias[k]!));
  const top = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp(logit - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  let best = 1;
  for (let k = 2; k < shares.length; k++) if (shares[k]! > shares[best]!) best = k;
  return { card: head.classes[best]!, probability: 1 - shares[0]! / total, share: shares[best]! / total };
}
