/**
 * A file of questions as one `deno test`.
 * @module
 */
import { ANSWERED, judge, readSuite, type Verdict } from "../eval/suite.ts";
import { wilson } from "../math/statistics.ts";
import type { SuiteCase } from "../schema.ts";
import { describe } from "./describe.ts";
import { type Asked, openForTest, type TestCairn, type TestOptions } from "./open.ts";

/** Shares from 0 to 1 that may not be crossed. One that is not given is strict. */
export interface Limits {
  /** Of the questions to be refused, those that are answered, at most. */
  readonly unanswerableAnswered?: number;
  /** Of the questions to be answered, those that are refused, at most. */
  readonly answerableRefused?: number;
  /** Of the questions to be answered, those answered with every `must` pattern and no `must_not`, at least. Else all that may not be refused. */
  readonly correct?: number;
  /** Of the questions with `expect: "either"`, those that show a `must_not` pattern, at most. */
  readonly claimed?: number;
}

export interface SuiteOptions extends TestOptions {
  readonly limits?: Limits;
}

/** Cases that came out otherwise than they should that a failure describes; the others are counted. */
const DESCRIBED = 5;

/**
 * Registers a test that asks every question of a suite file (`SuiteCase` a line) and compares the shares with the limits.
 * The failure says which limit was crossed, by which counts, and describes the first cases.
 */
export function suiteTest(file: string, options: SuiteOptions = {}): void {
  Deno.test(`suite ${file.replace(/^.*[\\/]/, "")}`, async () => {
    const tests = await readTests(file);
    await using cairn = await openForTest(options);
    const report = await runSuite(tests, cairn);
    const crossed = limitsCrossed(report, options.limits);
    if (crossed.length > 0) throw new Error([...crossed, "", ...failures(report)].join("\n"));
  });
}

/**
 * Reads a suite file that can be tested with.
 *
 * @throws {Error} when it holds no question, or one to be answered that does not say with what
 */
export async function readTests(file: string): Promise<SuiteCase[]> {
  const tests = await readSuite(file);
  if (tests.length === 0) throw new Error(`Cannot test with ${file}: it holds no question.`);
  for (const { id, expect, must } of tests) {
    if (expect === "answer" && must.length === 0) {
      throw new Error(
        `Cannot test with ${file}: ${id} is to be answered, and says nothing that the answer must hold.`,
      );
    }
  }
  return tests;
}

/** A case with what came of it. */
export interface Judged {
  readonly test: SuiteCase;
  readonly asked: Asked;
  readonly verdict: Verdict;
}

/** Asks every question in turn. */
export async function runSuite(
  tests: readonly SuiteCase[],
  cairn: Pick<TestCairn, "ask">,
): Promise<Judged[]> {
  const report: Judged[] = [];
  for (const test of tests) {
    const asked = await cairn.ask(test.question);
    report.push({ test, asked, verdict: judge(test, asked.answer) });
  }
  return report;
}

/** One line for each limit that is crossed, with counts and the 95 % interval. */
export function limitsCrossed(report: readonly Judged[], limits: Limits = {}): string[] {
  for (const [name, value] of Object.entries(limits)) {
    if (!(value >= 0 && value <= 1)) {
      throw new RangeError(`The limit ${name} is ${value}; limits are shares from 0 to 1.`);
    }
  }
  const share = (
    name: string,
    expect: SuiteCase["expect"],
    counts: (one: Judged) => boolean,
    limit: number,
    crossed: (share: number, limit: number) => boolean,
  ): string[] => {
    const all = report.filter(({ test }) => test.expect === expect);
    const k = all.filter(counts).length;
    if (all.length === 0 || !crossed(k / all.length, limit)) return [];
    const { low, high } = wilson(k, all.length);
    return [
      `${name}: ${k} of ${all.length}, ${percent(k / all.length)} (${percent(low)} – ${
        percent(high)
      }); the limit is ${percent(limit)}`,
    ];
  };
  const more = (a: number, b: number) => a > b;
  const less = (a: number, b: number) => a < b;
  const answered = ({ asked }: Judged) => ANSWERED.has(asked.answer.outcome);
  return [
    ...share("unanswerable answered", "refuse", answered, limits.unanswerableAnswered ?? 0, more),
    ...share("answerable refused", "answer", (one) => !answered(one), limits.answerableRefused ?? 0, more),
    ...share(
      "answered right",
      "answer",
      ({ verdict }) => verdict === "right",
      limits.correct ?? 1 - (limits.answerableRefused ?? 0),
      less,
    ),
    ...share(
      "claimed what it must not",
      "either",
      ({ verdict }) => verdict === "wrong",
      limits.claimed ?? 0,
      more,
    ),
  ];
}

function failures(report: readonly Judged[]): string[] {
  // Wrong answers first: a refusal that a limit allows must not hide them.
  const bad = ["wrong", "refused"].flatMap((kind) => report.filter(({ verdict }) => verdict === kind));
  return [
    ...bad.slice(0, DESCRIBED).flatMap(({ test, asked, verdict }) => [
      `${test.id} (${test.category ?? "no category"}): ${verdict}; expected ${test.expect}${
        test.must.length > 0 ? ` with ${test.must.join(" and ")}` : ""
      }${test.must_not.length > 0 ? `, without ${test.must_not.join(" and ")}` : ""}`,
      describe(asked),
      "",
    ]),
    ...(bad.length > DESCRIBED
      ? [`and ${bad.length - DESCRIBED} more: ${bad.slice(DESCRIBED).map(({ test }) => test.id).join(", ")}`]
      : []),
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
