import assert from "node:assert/strict";
import { baseName, fromFileUrl } from "./paths.ts";

Deno.test("baseName is the pack's name", async (t) => {
  const cases = [
    ["/a/b/name.cairn", "name"],
    ["name.cairn", "name"],
    ["C:\\packs\\name.cairn", "name"],
    ["/a/folder/", "folder"],
    ["/a/two.words.cairn", "two.words"],
    ["/a/notes.txt", "notes.txt"],
  ] as const;
  for (const [path, expected] of cases) await t.step(path, () => assert.equal(baseName(path), expected));
});

Deno.test("fromFileUrl decodes what a path may hold", { ignore: Deno.build.os === "windows" }, () => {
  assert.equal(fromFileUrl(new URL("file:///a%20b/caf%C3%A9.md")), "/a b/café.md");
});
