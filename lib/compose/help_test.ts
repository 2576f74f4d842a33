import assert from "node:assert/strict";
import { fakeEmbedder, fakeLibrary } from "../../tests/fakes_pack.ts";
import { retrieve } from "../retrieve/retrieve.ts";
import { REASONS } from "../schema.ts";
import { helpFor } from "./help.ts";

const embedder = fakeEmbedder();
const library = await fakeLibrary({ "cpr.md": "---\ntopic: first-aid\n---\n# CPR\n\nPush hard." }, embedder);

Deno.test("every refusal says what would answer and whom to ask", () => {
  for (const reason of REASONS) {
    const { wanted, ask } = helpFor(reason, null);
    assert.match(wanted, /\.$/, reason);
    assert.match(ask, /\.$/, reason);
  }
});

Deno.test("a refused harm comes with what may be asked instead, and no document would change it", async () => {
  const found = await retrieve(library, embedder, "How fast do I push in CPR?");
  const help = helpFor("unsafe_request", found);
  assert.match(help.ask, /Ask instead how to stay safe.*emergency number/);
  assert.doesNotMatch(help.wanted, /document|pack/);
});

Deno.test("help names the words asked about and who knows the topic", async () => {
  const help = helpFor("weak_evidence", await retrieve(library, embedder, "How fast do I push in CPR?"));
  assert.equal(help.wanted, "A document that says more about: fast, push, cpr.");
  assert.match(help.ask, /medical training/);
});

Deno.test("a long question is not repeated whole", async () => {
  const help = helpFor(
    "no_evidence",
    await retrieve(library, embedder, "one two three four five six seven eight nine"),
  );
  assert.equal(help.wanted.split(", ").length, 6);
});
