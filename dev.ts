/**
 * Builds the web page's scripts: `deno task build` once, `deno task watch` after every change.
 * @module
 */
import { Builder } from "fresh/dev";

const WATCHED = ["islands", "components", "static", "routes", "lib/fresh"];

/** Builds, and says what failed without stopping the watch. */
async function build(): Promise<void> {
  const start = performance.now();
  try {
    await new Builder({ root: import.meta.dirname ?? "." }).build();
    console.log(`Built in ${Math.round(performance.now() - start)} ms`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (!Deno.args.includes("watch")) Deno.exit(1);
  }
}

await build();
if (Deno.args.includes("watch")) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const folders = WATCHED.map((folder) => `${import.meta.dirname}/${folder}`);
  for await (const event of Deno.watchFs(folders)) {
    if (event.kind === "access") continue;
    // Editors write a file in several steps; build once they are done.
    clearTimeout(timer);
    timer = setTimeout(build, 100);
  }
}
