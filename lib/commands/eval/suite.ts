/**
 * `cairn eval suite`: questions with what must come of them.
 * @module
 */
import { resolve } from "../../config.ts";
import { judge, readSuite, type Verdict } from "../../eval/suite.ts";
import type { SuiteCase } from "../../schema.ts";
import { checkModel, EXIT, PACK_OPTIONS, parse, print, printError, UsageError } from "../cli.ts";
import { open } from "../open.ts";
import { USAGE } from "../usage.ts";

/** A line per answer, and a table by category. */
export async function suite(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { ...PACK_OPTIONS, out: { type: "string" } }, USAGE.eval);
  if (positionals.length === 0 || values.out === undefined) throw new UsageError(`Usage: ${USAGE.eval}`);
  checkModel(values.model);
  const tests: SuiteCase[] = [];
  for (const file of positionals) tests.push(...await readSuite(resolve(file)));
  const { cairn, close } = await open(values);
  const table = new Map<string, Record<Verdict, number>>();
  const lines: string[] = [];
  try {
    for (const test of tests) {
      const answer = await cairn.ask({ question: test.question });
      const row = table.get(test.category ?? "none") ?? { right: 0, refused: 0, wrong: 0 };
      row[judge(test, answer)]++;
      table.set(test.category ?? "none", row);
      lines.push(JSON.stringify({ ...answer, case: test.id }));
    }
  } finally {
    close();
  }
  await Deno.writeTextFile(resolve(values.out), lines.join("\n") + "\n");
  print("category                 right refused wrong    n");
  for (const [category, { right, refused, wrong }] of [...table].sort()) {
    print(
      `${category.padEnd(24)} ${String(right).padStart(5)} ${String(refused).padStart(7)} ${
        String(wrong).padStart(5)
      } ${String(right + refused + wrong).padStart(4)}`,
    );
  }
  if (tests.length === 0) printError("The suite has no cases.");
  return EXIT.done;
}
