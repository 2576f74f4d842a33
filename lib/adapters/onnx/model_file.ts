/**
 * Files of the models that ship with the program.
 * @module
 */
import { z } from "zod";

/** What a missing or damaged file of a model is reported as: which file, why, and how to mend it. */
export function cannotLoad(name: string, path: string, error: unknown): Error {
  const message = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
  const why = message.replace(/\s+/g, " ");
  return new Error(
    `Cannot load the ${name}: ${path}: ${why}. Restore it from the repository: git checkout -- models`,
    {
      cause: error,
    },
  );
}

/**
 * Reads a JSON file of a model.
 *
 * @throws {Error} naming the missing or damaged file and how to mend it
 */
export async function readModelJson<T>(path: string, name: string, shape: z.ZodType<T>): Promise<T> {
  try {
    return shape.parse(JSON.parse(await Deno.readTextFile(path)));
  } catch (error) {
    throw cannotLoad(name, path, error);
  }
}
