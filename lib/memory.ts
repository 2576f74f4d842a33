/**
 * What the next question may refer to: the last questions, in memory only.
 * @module
 */
import type { Question } from "./pipeline.ts";
import type { AskRequest } from "./schema.ts";
import { NOT_AN_EMERGENCY } from "./text/choices.ts";

/** Questions kept. Follow-ups come within minutes; nothing is written to disk. */
const KEPT = 500;

/** Remembers questions by their answer's id, the oldest forgotten first. */
export class Memory {
  readonly #questions = new Map<string, Question>();

  remember(id: string, text: string, trail: string | null): void {
    this.#questions.set(id, { text, trail });
    if (this.#questions.size > KEPT) this.#questions.delete(this.#questions.keys().next().value!);
  }

  /**
   * The question that a request means: with a choice, the earlier question made complete by it; without, the
   * new question on the earlier one's trail. An id that is no longer known changes nothing.
   */
  resume({ question, previous }: AskRequest): Question {
    const earlier = previous === undefined ? undefined : this.#questions.get(previous.id);
    const chosen = previous?.choice?.trim() ?? "";
    if (chosen === "") return { text: question, trail: earlier?.trail ?? null };
    if (chosen === NOT_AN_EMERGENCY) {
      return { text: earlier?.text ?? question, trail: earlier?.trail ?? null, calm: true };
    }
    const text = question.trim() === "" || question.trim() === chosen ? earlier?.text ?? question : question;
    return { text: text.includes(chosen) ? text : `${text} (${chosen})`, trail: null };
  }
}
