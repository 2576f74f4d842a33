/**
 * What the next question may refer to, and what a report of a wrong answer is about: the last questions, in memory only.
 * @module
 */
import type { AnsweredQuestion, Question } from "./records.ts";
import type { AskRequest } from "./schema.ts";
import { NOT_AN_EMERGENCY, withOption } from "./text/choices.ts";
import { typedChoice } from "./text/typed_choice.ts";

/** Questions kept. Follow-ups and reports come within minutes; nothing is written to disk. */
const KEPT = 500;

interface Remembered {
  readonly answered: AnsweredQuestion;
  /** The trail that it came to be about. */
  readonly trail: string | null;
}

/** Remembers questions by their answer's id, the oldest forgotten first. */
export class Memory {
  readonly #questions = new Map<string, Remembered>();

  remember(answered: AnsweredQuestion, trail: string | null): void {
    this.#questions.set(answered.answer.id, { answered, trail });
    if (this.#questions.size > KEPT) this.#questions.delete(this.#questions.keys().next().value!);
  }

  /** What an answer was given to; null when it is no longer known. */
  recall(id: string): AnsweredQuestion | null {
    return this.#questions.get(id)?.answered ?? null;
  }

  /**
   * The question that a request means: with a choice, taken or typed, the earlier question made complete by it; without, the
   * new question on the earlier one's trail. An id that is no longer known changes nothing.
   */
  resume({ question, previous }: AskRequest): Question {
    const remembered = previous === undefined ? undefined : this.#questions.get(previous.id);
    const trail = remembered?.trail ?? null;
    const earlier = remembered?.answered.question.text ?? question;
    const given = previous?.choice?.trim() || Object.values(previous?.slots ?? {}).join(", ").trim();
    const asked = remembered?.answered.answer.clarify ?? null;
    const chosen = given || (asked === null ? "" : typedChoice(question, asked));
    if (chosen === "") return { text: question, trail };
    if (chosen === NOT_AN_EMERGENCY) return { text: earlier, trail, calm: true };
    const isChoice = question.trim() === "" || question.trim() === chosen || given === "";
    const text = isChoice ? earlier : question;
    return { text: withOption(text, chosen), trail: null };
  }
}
