import assert from "node:assert/strict";
import { HELP, helpFor, USAGE } from "./usage.ts";

Deno.test("help is that of the command it is asked of", () => {
  for (const name of Object.keys(USAGE) as (keyof typeof USAGE)[]) {
    for (const args of [[name, "--help"], [name, "build", "--help"], [name, "-h"], ["help", name]]) {
      assert.equal(helpFor(args), `Usage: ${USAGE[name]}`, args.join(" "));
    }
    assert.ok(USAGE[name].startsWith(`cairn ${name}`));
    assert.ok(HELP.includes(`cairn ${name}`));
  }
});

Deno.test("without a command that exists it is the list of all", () => {
  for (
    const args of [[], ["--help"], ["-h"], ["help"], ["help", "nope"], ["nope", "--help"], ["toString", "-h"]]
  ) {
    assert.equal(helpFor(args), HELP, args.join(" "));
  }
});

Deno.test("what asks for no help gets none", () => {
  for (const args of [["ask", "help"], ["ask", "how do I help"], ["nope"], [""]]) {
    assert.equal(helpFor(args), null);
  }
});
