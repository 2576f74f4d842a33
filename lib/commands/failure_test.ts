import assert from "node:assert/strict";
import { PackWriter } from "../adapters/sqlite/writer.ts";
import { describeFailure } from "./failure.ts";

const HEADER = { id: "a", title: "A", encoder: "e", encoderSha256: "0", dimension: 1, fingerprint: "1:0" };

Deno.test(
  {
    name: "a write that permissions stop names the folder and the task that may",
    permissions: { read: true },
  },
  () => {
    for (
      const [home, says] of [["/elsewhere/cairn", /^Cannot write \/elsewhere\/cairn, where CAIRN_HOME/], [
        "/home/.cairn",
        /^Cannot write \/elsewhere\/cairn\/packs/,
      ]] as const
    ) {
      assert.throws(() => new PackWriter("/elsewhere/cairn/packs/a.cairn", HEADER), (error) => {
        const line = describeFailure(error, home);
        assert.match(line, says);
        assert.match(line, /deno task cairn serve.*anywhere/);
        assert.doesNotMatch(line, /-o|--allow-write/);
        return true;
      });
    }
  },
);

Deno.test("any other error is told in its own words", () => {
  assert.equal(describeFailure(new Error("no"), "/h"), "no");
  assert.equal(
    describeFailure(new Deno.errors.NotCapable("Requires net access"), "/h"),
    "Requires net access",
  );
  assert.equal(describeFailure("text", "/h"), "text");
  const loop = new Error("loop");
  assert.equal(describeFailure(Object.assign(new Error("outer"), { cause: loop }), "/h"), "outer");
});
