/**
 * What a question asks for, read from its words alone.
 * @module
 */
import { fold } from "./normalize.ts";
import type { Dimension } from "./units.ts";

/** The kind of fact that would answer; null when the words do not tell. */
export interface Wanted {
  /** A number of one of these dimensions (empty: any number). */
  readonly number: readonly Dimension[] | null;
  readonly money: boolean;
  readonly phone: boolean;
  /** Steps: "what do I do", "how do I treat". */
  readonly procedure: boolean;
}

const DIMENSIONS: readonly (readonly [RegExp, readonly Dimension[]])[] = [
  [
    /\bhow (far|tall|high|deep|wide|close|near|thick|steep)\b|\b(distance|elevation|altitude|height|depth|mileage|elevation gain)\b/,
    ["length", "angle"],
  ],
  [/\bhow (long|often|soon|quickly)\b|\b(duration|what time|how many (minutes|hours|days|weeks))\b/, [
    "time",
    "length",
  ]],
  [/\bhow many (miles|km|kilometers|feet|meters|yards)\b/, ["length"]],
  [/\bhow (hot|cold|warm)\b|\b(what|which) temp(erature)?\b/, ["temperature"]],
  [/\bhow (heavy)\b|\bweigh(t|s)?\b/, ["mass"]],
  [/\bhow fast\b|\b(speed|pace)\b/, ["speed"]],
];

/** Reads the kind of answer that a question wants. */
export function wanted(question: string): Wanted {
  const text = fold(question);
  const dimension = DIMENSIONS.find(([pattern]) => pattern.test(text))?.[1];
  const any = /\bhow (many|much)\b|\bwhat (number|dose|amount|rate|ratio|percent(age)?|age)\b|\bdosage\b/
    .test(text);
  const money =
    /\b(cost|price|fee|fees|fine|how expensive|how much (is|does|are|do) .*(cost|permit|reservation|ticket))\b/
      .test(text);
  const phone = /\b(phone|telephone|call|dial|text)\b.*\bnumber\b|\bnumber\b.*\b(call|dial|phone)\b|\bphone\b/
    .test(text);
  return {
    number: dimension ?? (any ? [] : null),
    money,
    phone,
    procedure:
      /\bhow (do|can|should|to|would) |\bwhat (do|should|can|to) (i|we|you|do)\b|\bsteps?\b|\btreat(ment|ing)?\b|\bwhat now\b/
        .test(text),
  };
}

const QUESTION =
  /\?|(^|[,.;:!-] *|\b(and|or|but|so) )(what|which|who|where|when|why|how)\b|\b(is|are|do|does|did|can|could|should|must|may|shall|will|would) (i|we|you|he|she|it|they|this|that|there|the|my|his|her)\b|\b(how (many|much|long|far|often|soon)|what (to|now|next)|yes or no)\b/;

/** Whether a message asks something, whatever else it tells. */
export function asksSomething(message: string): boolean {
  return QUESTION.test(fold(message));
}

const TREATMENT =
  /\b(treat(ing|ment|ed)?|first aid|what (do|should|can|must) (i|we|you|one) do|how (do|should|can|to|would) .{0,30}\b(help|save|handle|deal with|respond to|care for|look after))\b/;

/** Whether a question asks what to do for somebody hurt or ill, in general. */
export function asksTreatment(question: string): boolean {
  return TREATMENT.test(fold(question));
}
