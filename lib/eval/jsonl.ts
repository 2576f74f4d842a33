/**
 * JSON Lines, checked line by line.
 * @module
 */
import type { z } from "zod";

/** A line that does not fit: file, line and what is wrong. */
export class JsonLineError extends Error {
  override readonly name = "JsonLineError";
}

/**
 * Reads a JSON Lines file; empty lines are skipped and unknown keys ignored.
 *
 * @throws {JsonLineError} with file, line and key of the first line that does not fit
 */
export async function* readJsonLines<T extends z.ZodType>(
  path: string,
  schema: T,
): AsyncGenerator<{ line: number; value: z.output<T> }> {
  let text: string;
  try {
    text = (await Deno.readTextFile(path)).replace(/^\uFEFF/, "");
  } catch (error) {
    throw new JsonLineError(`Cannot read ${path}: ${(error as Error).message}`);
  }
  for (const [i, raw] of text.split("\n").entries()) {
    if (raw.trim() === "") continue;
    let parsed: unknown;
    try {
      parsed = JSON.parse(raw);
    } catch (error) {
      throw new JsonLineError(`${path}, line ${i + 1}: not JSON: ${(error as Error).message}`);
    }
    const checked = schema.safeParse(parsed);
    if (!checked.success) {
      const issue = checked.error.issues[0]!;
      throw new JsonLineError(`${path}, line ${i + 1}: ${issue.path.join(".") || "line"}: ${issue.message}`);
    }
    yield { line: i + 1, value: checked.data };
  }
}
