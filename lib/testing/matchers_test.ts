import assert from "node:assert/strict";
import type { Answer, Citation } from "../schema.ts";
import { CairnAssertionError } from "./describe.ts";
import {
  assertAnswers,
  assertCard,
  assertCaution,
  assertCites,
  assertClarifies,
  assertGrounded,
  assertNoClaim,
  assertRefuses,
} from "./matchers.ts";
import type { Asked } from "./open.ts";

const TEXT = "The hut has\n18 bunks. The spring is north of it.";
const BEDS: Citation = {
  n: 1,
  pack: "folder",
  documentId: "folder/docs/hut",
  title: "Hut",
  start: 0,
  end: 21,
  quote: TEXT.slice(0, 21),
  asOf: null,
  source: null,
};
const EMPTY: Answer = {
  id: "1",
  outcome: "refuse",
  reason: "no_evidence",
  confidence: 0.1,
  sentences: [],
  citations: [],
  nearest: [],
  clarify: null,
  help: { wanted: "a document", ask: "a ranger" },
  card: null,
  computed: null,
  checks: [],
  notices: [],
  escalated: false,
  timings: { total: 1 },
  versions: { app: "0", packs: [], encoder: null, reader: null, model: null, prompt: null },
};
const BEDS_ANSWER: Partial<Answer> = {
  outcome: "answer",
  reason: null,
  sentences: [{ text: "The hut has 18 bunks.", origin: "quote", citations: [1] }],
  citations: [BEDS],
};

function asked(answer: Partial<Answer>): Asked {
  return {
    question: "How many bunks?",
    answer: { ...EMPTY, ...answer },
    explanation: {
      plain: ["How likely the passages answer the question: 90 %."],
      terms: [{ term: "bunk", typed: "bunks", df: 1 }],
      trail: null,
      risk: "medium",
      threshold: 0.4,
      probability: 0.9,
      features: [
        { name: "cosine", value: 0.2, weight: 1, push: 0.1 },
        { name: "answerable", value: 0.9, weight: 2, push: 1.5 },
      ],
      hits: [{
        documentId: "folder/docs/hut",
        title: "Hut",
        headings: [],
        lexical: 2,
        dense: 0.5,
        fused: 0.7,
        answerable: 0.9,
      }],
      note: "the reader is sure",
      byRule: false,
    },
    document: (id) => id === "folder/docs/hut" ? { text: TEXT } as ReturnType<Asked["document"]> : null,
  };
}

const beds = asked(BEDS_ANSWER);
const refused = asked({ nearest: [BEDS] });
const old = asked({ ...BEDS_ANSWER, outcome: "caution", reason: "stale_source" });
const card = asked({ ...BEDS_ANSWER, outcome: "card", card: "cpr" });
const back = asked({
  outcome: "clarify",
  reason: "vague",
  clarify: { question: "Which trail?", options: ["Half Dome", "Bright Angel"] },
});

/** What the message of a failure begins with; null when nothing fails. */
function problem(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (error) {
    assert.ok(error instanceof CairnAssertionError);
    return error.message.split("\n")[0]!;
  }
}

const changed = (part: Partial<Citation>) => asked({ ...BEDS_ANSWER, citations: [{ ...BEDS, ...part }] });
const saying = (text: string, origin: "quote" | "generated", more: Partial<Answer> = {}) =>
  asked({ ...BEDS_ANSWER, sentences: [{ text, origin, citations: [1] }], ...more });
const written = "There are 18 bunks.";

Deno.test("each assertion holds where it should and says what is wrong where it should not", async (t) => {
  const cases: [name: string, run: () => void, says: RegExp | null][] = [
    ["an answer", () => assertAnswers(beds), null],
    ["an answer with a text, whatever its case", () => assertAnswers(beds, "18 BUNKS"), null],
    ["an answer with an expression over a line break", () => assertAnswers(beds, /has 18/g), null],
    [
      "an answer with a text in other white space and quotes",
      () => assertAnswers(beds, "hut  has\n18"),
      null,
    ],
    ["no sentence is no answer", () => assertAnswers(asked({ outcome: "answer" })), /there is none/],
    ["a caution", () => assertCaution(old, "stale_source"), null],
    [
      "a caution for another reason",
      () => assertCaution(old, "weak_evidence"),
      /stale_source, not weak_evidence/,
    ],
    ["an answer is no caution", () => assertCaution(beds), /this is answer/],
    ["a card", () => assertCard(card, "cpr"), null],
    ["another card", () => assertCard(card, "shock"), /this is the card cpr/],
    ["an answer without the text", () => assertAnswers(beds, "19"), /does not say “19”/],
    ["a refusal is no answer", () => assertAnswers(refused), /expected, and there is none \(refuse\)/],
    ["a document by its id", () => assertCites(beds, { document: "folder/docs/hut" }), null],
    [
      "a document by the end of its id",
      () => assertCites(beds, { document: "hut", quote: /18 bunks/ }),
      null,
    ],
    ["half a name is no name", () => assertCites(beds, { document: "ut" }), /does not cite ut/],
    [
      "another quote",
      () => assertCites(beds, { document: "hut", quote: "spring" }),
      /No quote from hut holds “spring”/,
    ],
    ["grounded", () => assertGrounded(beds), null],
    ["a refusal is grounded", () => assertGrounded(refused), null],
    [
      "a quote that the document does not hold",
      () => assertGrounded(changed({ quote: "The hut has\n19 bunks." })),
      /does not say/,
    ],
    ["a quote one letter off", () => assertGrounded(changed({ start: 1 })), /does not say/],
    [
      "a document that is not open",
      () => assertGrounded(changed({ documentId: "x" })),
      /x, which is not open/,
    ],
    [
      "a sentence that is not its quote",
      () => assertGrounded(saying("The hut has 81 bunks.", "quote")),
      /is not what it quotes/,
    ],
    [
      "a sentence that cites nothing",
      () =>
        assertGrounded(
          asked({ ...BEDS_ANSWER, sentences: [{ text: "Go.", origin: "quote", citations: [] }] }),
        ),
      /cites nothing/,
    ],
    [
      "a citation that is not there",
      () =>
        assertGrounded(
          asked({ ...BEDS_ANSWER, sentences: [{ text: "Go.", origin: "quote", citations: [2] }] }),
        ),
      /\[2\], which is not there/,
    ],
    ["written and unchecked", () => assertGrounded(saying(written, "generated")), /not found supported/],
    [
      "written and supported",
      () =>
        assertGrounded(
          saying(written, "generated", {
            checks: [{ text: written, verdict: "supported", reasons: [], spans: [] }],
          }),
        ),
      null,
    ],
    ["a refusal", () => assertRefuses(refused), null],
    ["a refusal for its reason", () => assertRefuses(refused, "no_evidence"), null],
    ["a refusal for another", () => assertRefuses(refused, "live_data"), /no_evidence, not live_data/],
    ["an answer is no refusal", () => assertRefuses(beds), /this is answer/],
    ["a question back", () => assertClarifies(back, "half dome"), null],
    ["another option", () => assertClarifies(back, /Whitney/), /None of the options/],
    ["a refusal asks nothing back", () => assertClarifies(refused), /question back was expected/],
    ["no such claim", () => assertNoClaim(beds, /19/), null],
    ["the claim", () => assertNoClaim(beds, /1\d bunks/), /claims \/1\\d bunks\//],
    ["a nearest passage is no claim", () => assertNoClaim(refused, "18 bunks"), null],
  ];
  for (const [name, run, says] of cases) {
    await t.step(name, () => {
      const got = problem(run);
      if (says === null) assert.equal(got, null);
      else assert.match(got ?? "nothing failed", says);
    });
  }
});

Deno.test("an empty text is no pattern", () => {
  assert.throws(() => assertAnswers(beds, " "), TypeError);
  assert.throws(() => assertNoClaim(beds, ""), TypeError);
});

Deno.test("a failure shows the question, the passages with scores, and what tipped the decision", () => {
  try {
    assertRefuses(beds);
    assert.fail("it is an answer");
  } catch (error) {
    const { message } = error as Error;
    for (
      const part of [
        /How many bunks\?/,
        /folder\/docs\/hut 0–21 “The hut has 18 bunks\.”/,
        /answerable for answering \(1\.50\), cosine/,
        /threshold for medium risk: 0\.400/,
        /0\.9000/,
      ]
    ) {
      assert.match(message, part);
    }
  }
});
