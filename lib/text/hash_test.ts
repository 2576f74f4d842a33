import assert from "node:assert/strict";
import { sha256Hex } from "./hash.ts";

Deno.test("sha256Hex agrees with the published vectors", async () => {
  assert.equal(await sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert.equal(await sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

Deno.test("a text hashes as its UTF-8 bytes", async () => {
  assert.equal(await sha256Hex("é🏔"), await sha256Hex(new TextEncoder().encode("é🏔")));
});

Deno.test("a view hashes its own bytes alone", async () => {
  const bytes = new TextEncoder().encode("xabcx");
  assert.equal(await sha256Hex(bytes.subarray(1, 4)), await sha256Hex("abc"));
});
