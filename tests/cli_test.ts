/** The commands by their arguments, exit codes and what they print. */
import assert from "node:assert/strict";
import { ROOT } from "../lib/config.ts";
import { Answer, MAX_QUESTION } from "../lib/schema.ts";
import { checkAnswerOf } from "./check_answer.ts";
import { cairn, withEnv } from "./console.ts";
import { openFixture } from "./fixture.ts";

const fixture = await openFixture();
addEventListener("unload", () => fixture.close());

Deno.test("wrong use is exit code 2 and a line that says what is right", async (t) => {
  const cases: readonly (readonly [args: string[], says: RegExp])[] = [
    [["nonsense"], /There is no command nonsense[\s\S]*cairn ask "question"/],
    [["Ask"], /There is no command Ask/],
    [["toString"], /There is no command toString/],
    [["constructor"], /There is no command constructor/],
    [["__proto__"], /There is no command __proto__/],
    [[""], /There is no command/],
    [["ask"], /empty question[\s\S]*Usage: cairn ask/],
    [["ask", ""], /empty question/],
    [["ask", " \t\n"], /empty question/],
    [["ask", "--json"], /empty question/],
    [["ask", "boil", "--nope"], /--nope[\s\S]*Usage: cairn ask/],
    [["ask", "boil", "-x"], /-x[\s\S]*Usage: cairn ask/],
    [["ask", "boil", "--pack"], /--pack[\s\S]*Usage: cairn ask/],
    [["ask", "boil", "--json=yes"], /--json[\s\S]*Usage: cairn ask/],
    [["ask", "boil", "--model", "big.gguf"], /big\.gguf[\s\S]*--model none/],
    [["ask", "é".repeat(MAX_QUESTION + 1)], /2001 characters: at most 2000/],
    [["serve", "now"], /serve takes no words: now[\s\S]*Usage: cairn serve/],
    [["serve", "--port", "0"], /--port must be a number from 1 to 65535: 0/],
    [["serve", "--port", "70000"], /--port must be/],
    [["serve", "--port", "80.5"], /--port must be/],
    [["serve", "--port", "http"], /--port must be/],
    [["serve", "--port", ""], /--port must be/],
    [["serve", "--nope"], /--nope[\s\S]*Usage: cairn serve/],
    [["pack"], /Say what to do with a pack[\s\S]*Usage: cairn pack build/],
    [["pack", "paint"], /There is no pack paint[\s\S]*Usage: cairn pack build/],
    [["eval", "--only", "luck"], /There is no section luck/],
    [["eval", "luck"], /There is no eval luck/],
    [["eval", "retrieval"], /Usage: cairn eval [\s\S]*cairn eval retrieval --corpus/],
    [["eval", "suite", "x.jsonl"], /Usage: cairn eval/],
    [["doctor", "--nope"], /--nope[\s\S]*cairn doctor/],
  ];
  for (const [args, says] of cases) {
    await t.step(`cairn ${args.join(" ").slice(0, 60)}`, async () => {
      const { code, out, err } = await cairn(...args);
      assert.equal(code, 2, out + err);
      assert.match(err, says);
      assert.equal(out, "");
      assert.doesNotMatch(err, /\n\s+at /, "a stack trace is not for users");
    });
  }
});

Deno.test("help is exit code 0 and names every command", async (t) => {
  for (const args of [[], ["help"], ["--help"], ["-h"]]) {
    await t.step(args.join(" "), async () => {
      const { code, out, err } = await cairn(...args);
      assert.deepEqual([code, err], [0, ""]);
      for (const command of ["serve", "ask", "pack build", "pack info", "eval", "doctor"]) {
        assert.ok(out.includes(`cairn ${command}`), command);
      }
    });
  }
});

Deno.test("each command's --help is exit code 0 and how that command is used", async (t) => {
  const cases: readonly (readonly [args: string[], says: RegExp])[] = [
    [["serve", "--help"], /^Usage: cairn serve .*--lan/],
    [["ask", "--help"], /^Usage: cairn ask "question".*--explain/],
    [["ask", "boil", "-h"], /^Usage: cairn ask/],
    [["pack", "--help"], /^Usage: cairn pack build DIR[\s\S]*cairn pack info[\s\S]*cairn pack verify/],
    [["pack", "build", "--help"], /^Usage: cairn pack build DIR -o FILE.*--strict/],
    [["eval", "--help"], /^Usage: cairn eval \[--data[\s\S]*cairn eval suite/],
    [["eval", "suite", "--help"], /^Usage: cairn eval/],
    [["doctor", "--help"], /^Usage: cairn doctor/],
    [["help", "pack"], /^Usage: cairn pack build/],
  ];
  for (const [args, says] of cases) {
    await t.step(args.join(" "), async () => {
      const { code, out, err } = await cairn(...args);
      assert.deepEqual([code, err], [0, ""]);
      assert.match(out, says);
      const others = ["serve", "ask", "pack", "eval", "doctor"].filter((name) => !args.includes(name));
      for (const name of others) assert.ok(!out.includes(`cairn ${name}`), `${name} is another command`);
    });
  }
});

Deno.test("ask --json prints one Answer on one line", async (t) => {
  for (const question of ["How long do I boil water?", "Who won the world cup?", "he is not breathing"]) {
    await t.step(question, async () => {
      const { code, out } = await cairn("ask", question, "--json");
      assert.equal(code, 0, "a refusal is done too");
      assert.equal(out.split("\n").length, 2);
      checkAnswerOf(fixture.cairn, Answer.strict().parse(JSON.parse(out)));
    });
  }
});

Deno.test("ask prints the quotes with numbered sources, or the refusal with what helps", async () => {
  const answer = await cairn("ask", "How", "long", "do", "I", "boil", "water?");
  assert.equal(answer.code, 0);
  assert.match(answer.out, /boil for 3 minutes\. \[\d\]/);
  assert.match(answer.out, /^\[1[^\]]*\] Treating water · handbook\/treating-water · as of \d{4}/m);
  const refusal = await cairn("ask", "How long is the Blorfle Bridge?");
  assert.equal(refusal.code, 0);
  assert.match(
    refusal.out,
    /about other places, not that one[\s\S]*Closest I have:[\s\S]*What would answer:.*\nAsk: /,
  );
  const card = await cairn("ask", "he is not breathing");
  assert.match(card.out, /^EMERGENCY CARD\n/);
});

Deno.test("ask --explain prints the scores and what tipped the decision", async () => {
  const { code, out } = await cairn("ask", "How long do I boil water?", "--explain");
  assert.equal(code, 0);
  assert.match(out, /^Why: /m);
  assert.match(out, /^Words searched: .*boil \(\d+\)/m);
  assert.match(out, /^Probability that the passages answer: 0\.\d{3}; threshold for \w+ risk: 0\.\d{3}$/m);
  for (const name of fixture.fitted.model.features) {
    assert.match(out, new RegExp(`^${name} +-?\\d\\.\\d{3} `, "m"));
  }
  assert.match(out, /^\d\.\d{4} {2}\d\.\d{3} {2}\d\.\d{3} +\d+\.\d {2}handbook\/treating-water/m);
  const json = await cairn("ask", "How long do I boil water?", "--explain", "--json");
  const { answer, explanation } = JSON.parse(json.out) as { answer: Answer; explanation: unknown };
  checkAnswerOf(fixture.cairn, answer);
  assert.deepEqual(Object.keys(explanation as object).sort(), [
    "byRule",
    "features",
    "hits",
    "note",
    "plain",
    "probability",
    "risk",
    "terms",
    "threshold",
    "trail",
  ]);
});

Deno.test("without the built-in packs there is nothing to answer from, not even a card", async () => {
  for (const question of ["How long do I boil water?", "he is not breathing"]) {
    const { code, out } = await cairn("ask", question, "--no-builtin", "--json");
    assert.equal(code, 0);
    const answer = Answer.parse(JSON.parse(out));
    assert.deepEqual([answer.outcome, answer.reason, answer.versions.packs], ["refuse", "no_pack", []]);
  }
});

Deno.test("serve on a port that is taken says so, and how to use another", async () => {
  const taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  try {
    const { port } = taken.addr;
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "cairn", "serve", "--port", String(port)],
      cwd: ROOT,
      env: { NO_COLOR: "1" },
    }).output();
    const err = new TextDecoder().decode(stderr);
    assert.equal(code, 1, err);
    assert.match(err, new RegExp(`Port ${port} is taken.*http://127\\.0\\.0\\.1:${port}`));
    assert.match(err, new RegExp(`deno task start --port ${port + 1}`));
    assert.doesNotMatch(err, /\n\s+at /);
    assert.equal(new TextDecoder().decode(stdout), "");
  } finally {
    taken.close();
  }
});

Deno.test("a folder for packs that cannot be written is named, with what to set", async () => {
  // A folder inside a file can be written by nobody, not even by root.
  const home = `${ROOT}/LICENSE/home`;
  const { code, err } = await withEnv("CAIRN_HOME", home, () => cairn("ask", "How long do I boil water?"));
  assert.equal(code, 1);
  assert.match(err, /Cannot write .*LICENSE\/home\/packs\/.*set it to a folder that can be written/);
  assert.doesNotMatch(err, /-o\b|\n\s+at /);
});
