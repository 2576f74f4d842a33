/**
 * The second net: emergencies told without any of the words that rules know, by what they mean.
 *
 * Rules cannot foresee "he sounds like a straw in the bottom of a glass when he breathes". A linear head over the vector that the
 * search needs anyway tells which card, and with the reader, who reads the message word by word, whether one at all. Both are
 * fitted by models/training/fit_emergency_head.py.
 * @module
 */
import { z } from "zod";
import { logOdds, sigmoid } from "../../math/statistics.ts";

/** What the reader is asked about a message: the words it was taught with (models/training/reader/build_messages.py). */
export const DANGER = "Is somebody in danger now?";

/** Below this the reader, who takes any complaint for danger ("he is tired and wants to go home"), calls no card. */
const LEAST_MEANING = 0.1;

/** The file models/emergency.json. */
export const EmergencyHead = z.object({
  encoder: z.string().describe("sha256 of the embedder it reads"),
  reader: z.string().describe("sha256 of the reader beside it"),
  /** The first class is "none". */
  classes: z.array(z.string()).min(2),
  /** One row of the encoder's dimension per class. */
  weights: z.array(z.array(z.number())),
  bias: z.array(z.number()),
  /** Log-odds of an emergency from the head's and the reader's. */
  both: z.object({ bias: z.number(), meaning: z.number(), read: z.number() }),
  /** Probability of an emergency from which its card is shown. */
  threshold: z.number(),
});
export type EmergencyHead = z.infer<typeof EmergencyHead>;

/** The likeliest card and the probability that the message is an emergency at all. */
export interface EmergencyReading {
  readonly card: string;
  /** Of an emergency of any kind. */
  readonly probability: number;
  /** Of that card's alone; no larger than `probability`. */
  readonly share: number;
  /** Of an emergency of any kind, by the head alone. */
  readonly meaning: number;
  /** Of an emergency of any kind, by both, however little the head sees: enough to offer a card, not to show it. */
  readonly suspected: number;
}

/**
 * Checks that a head reads these encoders.
 *
 * @throws {Error} with the command that mends it
 */
export function checkEmergencyHead(
  value: unknown,
  embedder: { readonly sha256: string; readonly dimension: number },
  reader: { readonly sha256: string },
): EmergencyHead {
  const head = EmergencyHead.parse(value);
  const fits = head.weights.length === head.classes.length && head.bias.length === head.classes.length &&
    head.weights.every((row) => row.length === embedder.dimension);
  if (head.encoder !== embedder.sha256 || head.reader !== reader.sha256 || !fits) {
    throw new Error(
      "models/emergency.json was fitted for other encoders. Restore all: git checkout -- models",
    );
  }
  return head;
}

/**
 * Reads a message by its vector and by what the reader says to `DANGER`.
 *
 * @param inDanger the reader's probability
 */
export function readEmergency(vector: Float32Array, inDanger: number, head: EmergencyHead): EmergencyReading {
  const logits = head.weights.map((row, k) => row.reduce((sum, w, i) => sum + w * vector[i]!, head.bias[k]!));
  const top = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp(logit - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  let best = 1;
  for (let k = 2; k < shares.length; k++) if (shares[k]! > shares[best]!) best = k;
  const meaning = 1 - shares[0]! / total;
  const { both } = head;
  const weighed = sigmoid(both.bias + both.meaning * logOdds(meaning) + both.read * logOdds(inDanger));
  const probability = meaning < LEAST_MEANING ? Math.min(meaning, weighed) : weighed;
  const share = probability * shares[best]! / (total - shares[0]!);
  return { card: head.classes[best]!, probability, share, meaning, suspected: weighed };
}
