/**
 * The report suites over the built-in packs.
 * @module
 */
import type { AskPorts } from "../../pipeline.ts";
import type { SuiteCase } from "../../schema.ts";
import { collapse } from "../../text/normalize.ts";
import { holds, readSuite } from "../suite.ts";
import { type Asked, askedCounts, askedFigures, askedMistakes, tryQuestion } from "./asked.ts";
import { inTurn, type Section, worst } from "./section.ts";

/** Asks over the built-in packs; false premises, where either outcome may be right, are left out. */
export async function own(ports: AskPorts, paths: readonly string[]): Promise<Section> {
  const cases = (await inTurn(paths, readSuite)).flat().filter(({ expect }) => expect !== "either");
  const tried = await inTurn(cases, (test) => tryQuestion(askedOf(test), ports));
  return {
    title: "Trail questions over the built-in packs",
    about: `${askedCounts(tried)} A fact is there when the text holds every pattern of the case.`,
    figures: askedFigures(tried),
    mistakes: worst(askedMistakes(tried)),
  };
}

function askedOf(test: SuiteCase): Asked {
  const { id, question, expect, category, must } = test;
  const answerable = expect === "answer";
  const patterns = must.map((pattern) => new RegExp(pattern, "i"));
  return {
    id,
    question,
    kind: answerable ? "answerable" : category === "near_miss" ? "near_miss" : "other",
    gold: answerable ? must.join(" and ") : (category ?? "unanswerable").replaceAll("_", " "),
    inPassage: (text) => answerable && patterns.every((must) => must.test(text) || must.test(collapse(text))),
    inAnswer: (draft) => answerable && holds(test, draft),
  };
}
