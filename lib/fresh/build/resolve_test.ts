import assert from "node:assert/strict";
import { resolveMapped } from "./resolve.ts";

const IMPORTS = {
  "fresh/runtime": "./lib/fresh/runtime.ts",
  "preact": "npm:preact@10.29.8",
  "preact/": "npm:/preact@10.29.8/",
  "@preact/signals": "npm:@preact/signals@2.11.4",
  "@/": "./",
};

Deno.test("resolveMapped reads the import map as Deno does", async (t) => {
  const cases: [string, string | null][] = [
    ["fresh/runtime", "./lib/fresh/runtime.ts"],
    ["preact", "preact"],
    ["preact/hooks", "preact/hooks"],
    ["preact/jsx-runtime", "preact/jsx-runtime"],
    ["@preact/signals", "@preact/signals"],
    ["@/components/Mark.tsx", "./components/Mark.tsx"],
    ["unmapped", null],
  ];
  for (const [specifier, expected] of cases) {
    await t.step(specifier, () => assert.equal(resolveMapped(specifier, IMPORTS), expected));
  }
});
