/**
 * Suite cases as examples for fitting: what the decision sees, and whether answering would be right.
 * @module
 */
import type { Decision } from "../decide/decide.ts";
import { FEATURES, type Features } from "../decide/features.ts";
import type { DecisionModel } from "../decide/model.ts";
import { answerQuestion, type AskPorts } from "../pipeline.ts";
import type { Risk, SuiteCase } from "../schema.ts";
import { holds } from "./suite.ts";

/** A case that reached the decision. */
export interface Labelled {
  readonly test: SuiteCase;
  readonly features: Features;
  readonly risk: Risk;
  readonly label: 0 | 1;
}

/** A model that answers everything it is asked about: fitting needs to see what would be quoted. */
export const OPEN_DECISION: Omit<DecisionModel, "encoder" | "reader"> = {
  fitted: "never",
  features: [...FEATURES],
  mean: FEATURES.map(() => 0),
  scale: FEATURES.map(() => 1),
  weights: FEATURES.map(() => 0),
  bias: 0,
  thresholds: { high: 0, medium: 0, low: 0 },
};

/** Examples of the cases that rules do not settle; `expect: "either"` teaches nothing and is left out. */
export async function examplesOf(
  tests: readonly SuiteCase[],
  ports: Omit<AskPorts, "model" | "emergencies">,
): Promise<Labelled[]> {
  const model = { ...OPEN_DECISION, encoder: ports.embedder.sha256, reader: ports.reader.sha256 };
  const found: Labelled[] = [];
  for (const test of tests) {
    if (test.expect === "either") continue;
    const { draft, decision } = await answerQuestion({ text: test.question, trail: null }, {
      ...ports,
      model,
      emergencies: null,
    });
    if (decision === null || settled(decision)) continue;
    const label = test.expect === "answer" && holds(test, draft) ? 1 : 0;
    found.push({ test, features: decision.features, risk: decision.risk, label });
  }
  return found;
}

function settled({ outcome }: Decision): boolean {
  return outcome === "refuse" || outcome === "clarify";
}
