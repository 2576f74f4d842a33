import {
  assertAnswers,
  assertCites,
  assertGrounded,
  assertRefuses,
  openForTest,
  suiteTest,
} from "../../lib/testing/mod.ts";

const folder = `${import.meta.dirname}/documents`;

Deno.test("the hut's beds are known, who built it is not", async () => {
  await using cairn = await openForTest({ folder, today: "2026-10-01" });
  const beds = await cairn.ask("How many bunks does Larch Hut have?");
  assertAnswers(beds, "18 bunks");
  assertCites(beds, { document: "larch-hut" });
  assertGrounded(beds);
  assertRefuses(await cairn.ask("Who was the architect of Larch Hut?"));
});

suiteTest(`${import.meta.dirname}/questions.jsonl`, {
  folder,
  today: "2026-10-01",
  limits: { unanswerableAnswered: 0.25, answerableRefused: 0.4, correct: 0.7 },
});
