import assert from "node:assert/strict";
import { compareRoutes, pathToPattern, routeCommands } from "./fs_routes.ts";

Deno.test("pathToPattern follows Fresh's file conventions", async (t) => {
  const cases = [
    ["index.tsx", "/"],
    ["about.ts", "/about"],
    ["library/index.tsx", "/library"],
    ["library/[document].tsx", "/library/:document"],
    ["a/[b]/c.tsx", "/a/:b/c"],
    ["(group)/x.tsx", "/x"],
    ["[...rest].tsx", "/:rest{.+}"],
  ] as const;
  for (const [file, pattern] of cases) {
    await t.step(file, () => assert.equal(pathToPattern(file), pattern));
  }
});

Deno.test("what surrounds comes first, parameters after names, the rest last", () => {
  const files = [
    "[...rest].tsx",
    "a/[id].tsx",
    "a/b.tsx",
    "_error.tsx",
    "a/_layout.tsx",
    "_app.tsx",
    "_404.tsx",
  ];
  assert.deepEqual(files.toSorted(compareRoutes), [
    "_app.tsx",
    "_404.tsx",
    "_error.tsx",
    "a/_layout.tsx",
    "a/b.tsx",
    "a/[id].tsx",
    "[...rest].tsx",
  ]);
});

Deno.test("a route's surroundings are those of its folder", () => {
  const handler = () => new Response();
  const commands = routeCommands([["library/[document].tsx", { handler }], ["_middleware.ts", {
    default: handler,
  }]]);
  assert.deepEqual(commands.map((c) => [c.type, "pattern" in c && c.pattern, "segment" in c && c.segment]), [
    ["middleware", "/", false],
    ["route", "/library/:document", "/library"],
  ]);
});

Deno.test("a file without anything to serve is named", () => {
  assert.throws(
    () => routeCommands([["empty.tsx", {}]]),
    /routes\/empty\.tsx.*neither a handler nor a component/,
  );
});
