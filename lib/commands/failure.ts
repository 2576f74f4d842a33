/**
 * What a command that failed tells: one clear line, and what to do.
 * @module
 */

/**
 * The line for an error. Where a task's permissions stopped a write it names the folder and the command that may
 * write there; every other error carries its own advice.
 *
 * @param home the folder for packs, `cairnHome()`
 */
export function describeFailure(error: unknown, home: string): string {
  const path = deniedWrite(error);
  if (path === null) return error instanceof Error ? error.message : String(error);
  const folder = path.startsWith(home) ? `${home}, where CAIRN_HOME puts the packs` : path;
  return `Cannot write ${folder}: this task may write only .cairn and _fresh in the checkout. ` +
    "Use deno task cairn serve (or any other deno task cairn command): it may write anywhere.";
}

/** The path that could not be written for want of permission, if that is what is behind the error. */
function deniedWrite(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const path = at instanceof Deno.errors.NotCapable
      ? /write access to "(.+?)"/.exec(at.message)?.[1]
      : undefined;
    if (path !== undefined) return path;
  }
  return null;
}
