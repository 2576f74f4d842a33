/**
 * Emergency wordings that get their card, and look-alikes that do not.
 */
import { z } from "zod";
import { ROOT } from "../../lib/config.ts";
import { readJsonLines } from "../../lib/eval/jsonl.ts";
import { answerQuestion, type AskPorts } from "../../lib/pipeline.ts";
import { share, table } from "./format.ts";

const Line = z.object({ id: z.string(), question: z.string(), card: z.array(z.string()).default([]) });

export async function emergencySections(ports: AskPorts): Promise<string> {
  const rows = [];
  for (const split of ["report", "fit"]) {
    const emergencies = await cardsFor(`${ROOT}/tests/suites/${split}/emergency.jsonl`, ports);
    const others = await cardsFor(`${ROOT}/tests/suites/${split}/sounds_like_emergency.jsonl`, ports);
    const found = emergencies.filter(({ card }) => card !== null);
    rows.push([
      split,
      share(found.length, emergencies.length),
      share(found.filter(({ card, accepted }) => accepted.includes(card!)).length, emergencies.length),
      share(others.filter(({ card }) => card !== null).length, others.length),
    ]);
  }
  return `## Emergencies

The fit split was used to write the rules and to train the second net; only the report split measures.

${table(["split", "emergencies that get a card", "the right card", "look-alikes that get one"], rows)}`;
}

async function cardsFor(path: string, ports: AskPorts) {
  const found: { card: string | null; accepted: readonly string[] }[] = [];
  for await (const { value } of readJsonLines(path, Line)) {
    const { draft } = await answerQuestion({ text: value.question, trail: null }, ports);
    found.push({ card: draft.card, accepted: value.card });
  }
  return found;
}
