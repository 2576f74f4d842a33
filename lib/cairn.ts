/**
 * The application over an open library: asking, searching, reading.
 * @module
 */
import { refusal } from "./answers/draft.ts";
import { checkSentences } from "./check/claim.ts";
import { told } from "./check/told.ts";
import { helpFor } from "./compose/help.ts";
import type { Library } from "./corpus/library.ts";
import { FEATURES } from "./decide/features.ts";
import { pushes } from "./decide/logistic.ts";
import { why } from "./decide/why.ts";
import { Memory } from "./memory.ts";
import { answerQuestion, type AskPorts, type Outcome } from "./pipeline.ts";
import type { AskListener, Cairn } from "./ports.ts";
import type { Question } from "./records.ts";
import { retrieve } from "./retrieve/retrieve.ts";
import type { Answer, AskRequest, Explanation } from "./schema.ts";
import { isCrisisHelp } from "./text/crisis.ts";
import { sha256Hex } from "./text/hash.ts";

/** A library opened for some of its packs, or for all when none are named. */
export type SelectLibrary = (packs: readonly string[] | undefined) => Library;

export interface CairnOptions extends Omit<AskPorts, "library"> {
  readonly library: Library;
  /** @throws {UnknownPackError} */
  readonly select: SelectLibrary;
  readonly version: string;
}

/** Puts the pipeline behind the interface that every front uses. */
export function createCairn(options: CairnOptions): Cairn {
  const { library, select } = options;
  const memory = new Memory();
  const fitted = sha256Hex(JSON.stringify([options.model, options.emergencies]));

  const run = async (
    question: Question,
    packs: readonly string[] | undefined,
  ): Promise<{ answer: Answer; outcome: Outcome; library: Library }> => {
    const chosen = select(packs);
    const today = options.clock.today();
    const outcome = await answerQuestion(question, { ...options, library: chosen });
    const answer = complete(outcome, chosen, options);
    const answered = { question, packs: packs ?? null, today, fittedSha256: await fitted, answer };
    memory.remember(answered, outcome.trail);
    return { answer, outcome, library: chosen };
  };
  const meant = (request: AskRequest) => run(memory.resume(request), request.packs);

  return {
    async ask(request, listener) {
      const { answer } = await meant(request);
      announce(answer, listener);
      return answer;
    },
    async explain(request) {
      const { answer, outcome, library } = await meant(request);
      return { answer, explanation: explain(outcome, library, options) };
    },
    again: async (question, packs) => (await run(question, packs ?? undefined)).answer,
    check: async (text, evidence) => told(text, await checkSentences(options.reader, text, evidence)),
    recall: (id) => memory.recall(id),
    async search(query, k) {
      const { hits } = await retrieve(library, options.embedder, query, { mode: "hybrid", keep: k });
      return hits.map((hit) => {
        const document = library.document(hit.chunk.documentId)!;
        const { start, end, headings } = hit.chunk;
        const text = document.text.slice(start, end);
        return {
          documentId: document.id,
          title: document.title,
          headings: [...headings],
          start,
          end,
          text,
          lexical: hit.lexical,
          dense: hit.dense,
        };
      });
    },
    packs: () => library.packs.map((pack) => pack.info),
    document: (id) => library.document(id),
    documents: () => library.heads(),
    cards: () =>
      library.heads().filter((head) => head.card !== null)
        .map(({ card, title, summary, id }) => ({ card: card!, title, summary, documentId: id })),
    ready: () => null,
  };
}

/** Whether a refusal is for want of a pack; whoever may harm themselves is told of people to call, packs or none. */
function lacksPack({ draft }: Outcome, library: Library): boolean {
  return library.packs.length === 0 && draft.outcome === "refuse" && !isCrisisHelp(draft.help);
}

function complete(outcome: Outcome, library: Library, { version, embedder, reader }: CairnOptions): Answer {
  return {
    id: crypto.randomUUID(),
    ...(lacksPack(outcome, library) ? refusal("no_pack", helpFor("no_pack", null)) : outcome.draft),
    timings: Object.fromEntries(
      Object.entries(outcome.timings).map(([stage, ms]) => [stage, Math.round(ms * 100) / 100]),
    ),
    versions: {
      app: version,
      packs: library.packs.map(({ info }) => ({ id: info.id, hash: info.hash })),
      encoder: embedder.sha256,
      reader: reader.sha256,
      model: null,
      prompt: null,
    },
  };
}

/** The parts in the order of the contract: decision, first passage, sentences. */
function announce(answer: Answer, listener: AskListener | undefined): void {
  if (listener === undefined) return;
  const { outcome, reason, confidence, card } = answer;
  listener.decision?.({ outcome, reason, confidence, card });
  const passage = answer.citations[0] ?? answer.nearest[0];
  if (passage !== undefined) listener.passage?.(passage);
  for (const sentence of answer.sentences) listener.sentence?.(sentence);
}

function explain(outcome: Outcome, library: Library, { model }: CairnOptions): Explanation {
  const { decision, retrieval } = outcome;
  const push = decision === null ? [] : pushes(model, decision.features);
  const features = decision === null ? [] : FEATURES.map((name, i) => ({
    name,
    value: decision.features[name],
    weight: model.weights[i]!,
    push: push[i]!,
  }));
  const risk = decision?.risk ?? "medium";
  const threshold = decision?.threshold ?? model.thresholds.medium;
  const probability = decision?.probability ?? null;
  const { byRule } = outcome;
  const note = lacksPack(outcome, library) ? "no pack is open" : outcome.note;
  return {
    plain: why({ probability, threshold, risk, note, byRule, pushes: features }),
    terms: (retrieval?.terms ?? []).map(({ term, typed, df }) => ({ term, typed, df })),
    trail: outcome.trail,
    risk,
    threshold,
    probability,
    features,
    hits: (retrieval?.hits ?? []).slice(0, 5).map((hit) => ({
      documentId: hit.chunk.documentId,
      title: hit.head.title,
      headings: [...hit.chunk.headings],
      lexical: hit.lexical,
      dense: hit.dense,
      fused: hit.fused,
      answerable: hit.reading?.answerable ?? null,
    })),
    note,
    byRule,
  };
}
