/**
 * The records that cross a boundary (HTTP, files, packs), as zod schemas, and their types.
 *
 * Offsets everywhere are half-open ranges of UTF-16 code units into a document's stored text.
 * @module
 */
import { z } from "zod";

/** What an answer can be. Refusing is a value, never an error. */
export const OUTCOMES = [
  "answer",
  "caution",
  "clarify",
  "refuse",
  "card",
  "computed",
] as const;

/** Why an answer is a caution, a clarification or a refusal; null for the other outcomes. */
export const REASONS = [
  "conflicting_sources",
  "stale_source",
  "weak_evidence",
  "vague",
  "wrong_place",
  "out_of_scope",
  "no_evidence",
  "live_data",
  "unsafe_request",
  "language",
  "no_pack",
  "overloaded",
] as const;

/** How much harm acting on a wrong passage can do; the decision has a threshold for each. */
export const RISKS = ["high", "medium", "low"] as const;

/** Kinds of changing state; only these go stale. */
export const PERISHABLES = [
  "water_status",
  "snow",
  "closure",
  "fire",
  "permit",
] as const;

/** Largest accepted question, in UTF-16 code units. */
export const MAX_QUESTION = 2000;

export const Outcome = z.enum(OUTCOMES);
export const Reason = z.enum(REASONS);
export const Risk = z.enum(RISKS);
export const Perishable = z.enum(PERISHABLES);

/** A part of a document's text for rendering. `level` is a heading's depth or an item's nesting. */
export const Block = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  kind: z.enum(["heading", "paragraph", "item", "header", "row", "code", "quote"]),
  level: z.int().positive().optional(),
  page: z.int().positive().optional().describe(
    "of the file, where it has pages: the one on which the block begins",
  ),
});

/** A document as a reader sees it: markup removed, LF, NFC, list numbers and table rows kept. */
export const Document = z.object({
  id: z.string(),
  pack: z.string(),
  title: z.string(),
  text: z.string(),
  blocks: z.array(Block),
  source: z.string().nullable(),
  licence: z.string().nullable(),
  asOf: z.string().nullable(),
  topic: z.string().nullable(),
  risk: Risk.nullable(),
  perishable: z.array(Perishable),
  trail: z.string().nullable(),
  aliases: z.array(z.string()),
  card: z.string().nullable(),
  summary: z.string().nullable(),
});

/** A line of `GET /api/v1/packs`. */
export const PackInfo = z.object({
  id: z.string(),
  title: z.string(),
  hash: z.string().describe("sha256 of the pack's content, hex"),
  documents: z.int(),
  chunks: z.int(),
  encoder: z.string(),
  signed: z.boolean(),
});

/** A place in a document: `document.text.slice(start, end) === quote`, always. */
export const Citation = z.object({
  n: z.int().positive(),
  pack: z.string(),
  documentId: z.string(),
  title: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string(),
  asOf: z.string().nullable(),
  source: z.string().nullable(),
  page: z.int().positive().optional().describe(
    "of the file that the document comes from, where it has pages",
  ),
});

export const Sentence = z.object({
  text: z.string(),
  origin: z.enum(["quote", "generated", "computed"]),
  citations: z.array(z.int().positive()),
});

export const Computed = z.object({
  function: z.string(),
  inputs: z.record(z.string(), z.union([z.string(), z.number()])),
  formula: z.string(),
  asOf: z.string().nullable(),
});

export const Check = z.object({
  text: z.string(),
  verdict: z.enum(["supported", "partly", "unsupported"]),
  reasons: z.array(z.string()),
  spans: z.array(z.tuple([z.int(), z.int()])),
});

/** The whole shape of an answer, whatever the outcome; parts without content are empty or null. */
export const Answer = z.object({
  id: z.string(),
  outcome: Outcome,
  reason: Reason.nullable(),
  confidence: z.number().min(0).max(1).nullable()
    .describe("calibrated probability that the passages answer the question"),
  sentences: z.array(Sentence)
    .describe("under a card first its own, then what another document says on what was asked, if anything"),
  citations: z.array(Citation),
  nearest: z.array(Citation).describe("for refusals and clarifications: the nearest passages"),
  clarify: z.object({ question: z.string(), options: z.array(z.string()) }).nullable(),
  help: z.object({ wanted: z.string(), ask: z.string() }).nullable()
    .describe("what kind of document would answer, and whom to ask"),
  card: z.string().nullable()
    .describe("the emergency card that is shown; under a refusal or a clarification one that may be meant"),
  computed: Computed.nullable(),
  checks: z.array(Check),
  notices: z.array(z.object({ id: z.string(), text: z.string() })),
  escalated: z.boolean(),
  timings: z.record(z.string(), z.number()).describe("milliseconds by stage"),
  versions: z.object({
    app: z.string(),
    packs: z.array(z.object({ id: z.string(), hash: z.string() })),
    encoder: z.string().nullable(),
    reader: z.string().nullable(),
    model: z.string().nullable(),
    prompt: z.string().nullable(),
  }),
});

/** Body of `POST /api/v1/ask`. */
export const AskRequest = z.object({
  question: z.string(),
  packs: z.array(z.string()).optional(),
  generate: z.boolean().optional(),
  previous: z.object({
    id: z.string(),
    choice: z.string().max(MAX_QUESTION).optional()
      .describe('an option of the earlier answer, or "Not an emergency" after a card'),
    slots: z.record(z.string(), z.string().max(MAX_QUESTION)).optional(),
  }).optional(),
});

/** A line of `GET /api/v1/search`. */
export const SearchHit = z.object({
  documentId: z.string(),
  title: z.string(),
  headings: z.array(z.string()),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  lexical: z.number().nullable().describe("raw BM25, larger is better; null when no term matched"),
  dense: z.number().nullable().describe("cosine of question and passage"),
});

/** Why an answer is what it is: body of `POST /api/v1/explain`, beside the answer. */
export const Explanation = z.object({
  plain: z.array(z.string()).describe("the decision in words for people"),
  terms: z.array(z.object({ term: z.string(), typed: z.string(), df: z.int() })),
  trail: z.string().nullable(),
  risk: Risk,
  threshold: z.number(),
  probability: z.number().nullable(),
  features: z.array(
    z.object({ name: z.string(), value: z.number(), weight: z.number(), push: z.number() }),
  ),
  hits: z.array(z.object({
    documentId: z.string(),
    title: z.string(),
    headings: z.array(z.string()),
    lexical: z.number().nullable(),
    dense: z.number().nullable(),
    fused: z.number(),
    answerable: z.number().nullable().describe("what the reader thinks of it; null when it was not read"),
  })),
  note: z.string(),
  byRule: z.boolean().describe("whether a rule settled it, which `note` names, and not the probability"),
});

/** An answer with why it is what it is. */
export const Explained = z.object({ answer: Answer, explanation: Explanation });

/** Body of `POST /api/v1/check`: does a source say what a text says? Name one kind of source. */
export const CheckRequest = z.object({
  text: z.string().trim().min(1).max(MAX_QUESTION),
  document: z.string().optional().describe("id of a document"),
  evidence: z.union([z.string(), z.array(z.string())]).optional().describe("the source's own words"),
}).refine(({ document, evidence }) => (document === undefined) !== (evidence === undefined), {
  error: "name either a document or the evidence",
});

/** The verdict on each sentence of the text. */
export const Checked = z.object({ checks: z.array(Check) });

/** Body of `POST /api/v1/incidents`: an answer was wrong. */
export const IncidentReport = z.object({
  answer: z.string().max(100).describe("id of the answer"),
  consent: z.boolean().default(false).describe("whether the question and the answer's text may be kept"),
});

/** What was kept of a report. */
export const IncidentReceipt = z.object({
  id: z.string(),
  question: z.boolean().describe("whether the question was kept"),
});

/** RFC 9457 problem document. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
});

/** One line of a suite file; unknown keys are ignored. */
export const SuiteCase = z.object({
  id: z.string(),
  question: z.string(),
  expect: z.enum(["answer", "refuse", "either"]),
  category: z.string().optional(),
  documents: z.array(z.string()).default([]),
  must: z.array(z.string()).default([]),
  must_not: z.array(z.string()).default([]),
});

export type Outcome = z.infer<typeof Outcome>;
export type Reason = z.infer<typeof Reason>;
export type Risk = z.infer<typeof Risk>;
export type Perishable = z.infer<typeof Perishable>;
export type Block = z.infer<typeof Block>;
export type Document = z.infer<typeof Document>;
export type PackInfo = z.infer<typeof PackInfo>;
export type Citation = z.infer<typeof Citation>;
export type Sentence = z.infer<typeof Sentence>;
export type Computed = z.infer<typeof Computed>;
export type Answer = z.infer<typeof Answer>;
export type AskRequest = z.infer<typeof AskRequest>;
export type SearchHit = z.infer<typeof SearchHit>;
export type Explanation = z.infer<typeof Explanation>;
export type Explained = z.infer<typeof Explained>;
export type Check = z.infer<typeof Check>;
export type CheckRequest = z.infer<typeof CheckRequest>;
export type Checked = z.infer<typeof Checked>;
export type IncidentReport = z.infer<typeof IncidentReport>;
export type IncidentReceipt = z.infer<typeof IncidentReceipt>;
export type Problem = z.infer<typeof Problem>;
export type SuiteCase = z.infer<typeof SuiteCase>;
