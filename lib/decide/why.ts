/**
 * What tipped a decision, in words for people.
 * @module
 */
import type { Risk } from "../schema.ts";
import type { Features } from "./features.ts";

/** What a feature says when it speaks for answering, and when against. */
const WORDS: Readonly<Record<keyof Features, readonly [pro: string, contra: string]>> = {
  dense: ["a passage is about the same thing", "no passage is about quite the same thing"],
  span: ["a sentence is close to the question", "no sentence is close to the question"],
  spanSecond: ["more than one sentence is close to it", "hardly more than one sentence is close to it"],
  lexicalShare: ["the best passage uses your words", "the best passage uses few of your words"],
  coverage: ["your rarer words stand in one passage", "your rarer words do not stand together in a passage"],
  spanCoverage: ["your rarer words stand in one sentence", "no sentence holds your rarer words together"],
  missing: ["no rare word of yours is missing", "a rare word of yours is missing from the passages"],
  margin: ["one passage stands out from the others", "no passage stands out from the others"],
  unknownShare: ["all your words occur in the documents", "some of your words are in no document"],
  unknownName: ["no unknown name is asked about", "a name you use is in no document"],
  numberMissing: [
    "the passages hold the kind of number you ask for",
    "you ask for a number and the passages hold none of that kind",
  ],
  procedure: ["how-to questions are mostly answered here", "how-to questions are often not answered here"],
  terms: ["the question says enough to go by", "the question's length makes an answer less likely"],
  reading: ["the reader sees an answer in a passage", "the reader sees no answer in any passage"],
  readingSecond: ["the second-best passage fits", "the second-best passage does not fit"],
  answerSure: ["the reader can tell which words answer", "the reader cannot tell which words answer"],
  quoteReading: ["what would be quoted answers by itself", "what would be quoted does not answer by itself"],
};

/** Reasons named on each side. */
const NAMED = 2;
/** Pushes smaller than this, in log-odds, tipped nothing. */
const SMALL = 0.1;

/** A feature's part in the log-odds. */
export interface Push {
  readonly name: string;
  readonly push: number;
}

/**
 * The decision as one to three sentences: how likely against how likely it has to be, and what spoke for and against.
 *
 * @param probability null where nothing was searched
 * @param byRule whether a rule settled it; then `note` says which
 */
export function why(
  { probability, threshold, risk, note, byRule, pushes }: {
    readonly probability: number | null;
    readonly threshold: number;
    readonly risk: Risk;
    readonly note: string;
    readonly byRule: boolean;
    readonly pushes: readonly Push[];
  },
): string[] {
  if (probability === null) return [`A rule settled this before any passage was weighed: ${note}.`];
  const lines = [
    ...byRule ? [`A rule settled this: ${note}.`] : [],
    `How likely the passages answer the question: ${percent(probability)}. Documents of ${risk} risk need ${
      percent(threshold)
    }.`,
  ];
  const sides = [
    ["For an answer", pushes.filter(({ push }) => push >= SMALL), 0],
    ["Against one", pushes.filter(({ push }) => push <= -SMALL), 1],
  ] as const;
  for (const [lead, list, side] of sides) {
    const words = list.toSorted((a, b) => Math.abs(b.push) - Math.abs(a.push)).slice(0, NAMED)
      .flatMap(({ name }) => WORDS[name as keyof Features]?.[side] ?? []);
    if (words.length > 0) lines.push(`${lead}: ${words.join("; ")}.`);
  }
  return lines;
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
