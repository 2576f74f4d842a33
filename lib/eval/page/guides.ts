/**
 * Hand-written questions over the guides of a hiking app that nothing was trained or fitted on.
 * @module
 */
import type { AskPorts } from "../../pipeline.ts";
import { collapse } from "../../text/normalize.ts";
import { type Asked, askedCounts, askedFigures, askedMistakes, tryQuestion } from "./asked.ts";
import { inTurn, type Section, worst } from "./section.ts";
import { byCodePoints, passagesByHash, readWritten, type WrittenRow } from "./written_rows.ts";

/** Asks over the guides alone; the library holds nothing else. */
export async function guides(ports: AskPorts, path: string): Promise<Section> {
  const passages = await passagesByHash(ports.library);
  const rows = (await readWritten(path)).filter(({ kind }) => kind === "q" || kind === "n");
  const asked = rows.filter(({ passage }) => passages.has(passage))
    .map((row) => askedOf(row, passages.get(row.passage)!));
  const tried = await inTurn(asked, (one) => tryQuestion(one, ports));
  const lost = rows.length - asked.length;
  return {
    title: "Trail questions over guides left out",
    about: `${
      askedCounts(tried)
    } A fact is there when the text holds the words that were marked as the answer, whatever
their case and white space.${
      lost === 0 ? "" : ` Left out because passages are cut differently since they were written: ${lost}.`
    }`,
    figures: askedFigures(tried),
    mistakes: worst(askedMistakes(tried)),
  };
}

function askedOf({ id, kind, text, answer }: WrittenRow, passage: string): Asked {
  const gold = kind === "q" ? byCodePoints(passage, answer ?? [0, 0]) : "";
  const wanted = comparable(gold);
  const inPassage = (text: string) => kind === "q" && wanted !== "" && comparable(text).includes(wanted);
  return {
    id,
    question: text,
    kind: kind === "q" ? "answerable" : "near_miss",
    gold: kind === "q" ? "answerable" : "near miss",
    inPassage,
    inAnswer: ({ citations, sentences }) =>
      inPassage(citations.map(({ quote }) => quote).join(" ")) ||
      inPassage(sentences.map(({ text }) => text).join(" ")),
  };
}

const comparable = (text: string) => collapse(text).toLowerCase();
