/**
 * `cairn eval answerable`: does the passage answer the question, and with which words?
 * @module
 */
import { z } from "zod";
import { readPassage } from "../../read/passage.ts";
import { scorePairs } from "./pairs.ts";

const Pair = z.object({ id: z.coerce.string(), question: z.string(), passage: z.string() });

export function answerable(args: string[]): Promise<number> {
  return scorePairs(args, Pair, async (reader, { question, passage }) => {
    const { answerable, answer } = await readPassage(reader, question, "", passage);
    return {
      score: answerable,
      answer: answer && { text: passage.slice(answer.start, answer.end), ...answer },
    };
  });
}
