import assert from "node:assert/strict";
import { lanAddresses, lanNames } from "./lan.ts";

Deno.test("a machine is called by its own name, by that of multicast DNS, and as cairn.local", () => {
  const cases: [string, string[]][] = [
    ["Hut", ["hut", "hut.local", "cairn.local"]],
    ["hut.local", ["hut.local", "cairn.local"]],
    ["hut.example.org.", ["hut.example.org", "hut.local", "cairn.local"]],
    ["cairn", ["cairn", "cairn.local"]],
    ["localhost", ["cairn.local"]],
    ["", ["cairn.local"]],
  ];
  for (const [hostname, names] of cases) assert.deepEqual(lanNames(hostname), names);
});

Deno.test("addresses are those that others can reach", () => {
  for (const address of lanAddresses()) assert.match(address, /^(?!127\.)\d+(\.\d+){3}$/);
});
