/**
 * `cairn ask`: one question, in this process, whether a server runs or not.
 * @module
 */
import { type Answer, AskRequest, MAX_QUESTION } from "../schema.ts";
import { checkModel, EXIT, PACK_OPTIONS, parse, print, UsageError } from "./cli.ts";
import { formatAnswer, formatExplanation } from "./format.ts";
import { open } from "./open.ts";
import { USAGE } from "./usage.ts";

export async function ask(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    ...PACK_OPTIONS,
    json: { type: "boolean" },
    explain: { type: "boolean" },
  }, USAGE.ask);
  const question = positionals.join(" ");
  if (question.trim() === "") throw new UsageError(`Cannot ask an empty question.\nUsage: ${USAGE.ask}`);
  if (question.length > MAX_QUESTION) {
    throw new UsageError(`Cannot ask a question of ${question.length} characters: at most ${MAX_QUESTION}.`);
  }
  checkModel(values.model);
  const { cairn, close } = await open(values);
  try {
    const request = AskRequest.parse({ question });
    if (values.explain === true) {
      const explained = await cairn.explain(request);
      print(
        values.json === true
          ? JSON.stringify(explained)
          : `${formatAnswer(explained.answer)}\n\n${formatExplanation(explained.explanation)}`,
      );
    } else {
      const answer: Answer = await cairn.ask(request);
      print(values.json === true ? JSON.stringify(answer) : formatAnswer(answer));
    }
    return EXIT.done;
  } finally {
    close();
  }
}
