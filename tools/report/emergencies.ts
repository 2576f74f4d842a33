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
    const count = (all: readonly Told[], is: (one: Told) => boolean) =>
      share(all.filter(is).length, all.length);
    rows.push([
      split,
      count(emergencies, ({ shown }) => shown !== null),
      count(emergencies, ({ shown, accepted }) => shown !== null && accepted.includes(shown)),
      count(emergencies, ({ shown, offered }) => shown === null && offered !== null),
      count(others, ({ shown }) => shown !== null),
      count(others, ({ shown, offered }) => shown === null && offered !== null),
    ]);
  }
  const head = [
    "split",
    "emergencies that get a card",
    "the right card",
    "another answer that offers a card",
    "look-alikes that get a card",
    "that are offered one",
  ];
  return `## Emergencies

The fit split was used to write the rules and to train the second net; only the report split measures.

${table(head, rows)}`;
}

/** What came of a message. */
interface Told {
  /** The card in place of an answer. */
  readonly shown: string | null;
  /** The card beside an answer. */
  readonly offered: string | null;
  readonly accepted: readonly string[];
}

async function cardsFor(path: string, ports: AskPorts): Promise<Told[]> {
  const found: Told[] = [];
  for await (const { value } of readJsonLines(path, Line)) {
    const { draft } = await answerQuestion({ text: value.question, trail: null }, ports);
    const isShown = draft.outcome === "card";
    found.push({
      shown: isShown ? draft.card : null,
      offered: isShown ? null : draft.card,
      accepted: value.card,
    });
  }
  return found;
}
