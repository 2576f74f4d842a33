/**
 * How many answerable questions are answered, and how many unanswerable ones, at every threshold.
 */
import type { DecisionModel } from "../../lib/decide/model.ts";
import { probability } from "../../lib/decide/logistic.ts";
import { OPEN_DECISION } from "../../lib/eval/examples.ts";
import { ANSWERED, holds, readSuite } from "../../lib/eval/suite.ts";
import { ROOT } from "../../lib/config.ts";
import { auroc } from "../../lib/math/statistics.ts";
import { answerQuestion, type AskPorts } from "../../lib/pipeline.ts";
import { type Reason, Risk, type SuiteCase } from "../../lib/schema.ts";
import { chart } from "./chart.ts";
import { share, table } from "./format.ts";

/** A case with what came of it when nothing is held back. */
interface Tried {
  readonly test: SuiteCase;
  /** Null where rules settle it whatever the threshold. */
  readonly p: number | null;
  /** What rules settled it to. */
  readonly answered: boolean;
  readonly risk: Risk;
  /** Why it is refused or cautioned where rules settle it. */
  readonly reason: Reason | null;
  /** What would be shown holds every `must` pattern and no `must_not`. */
  readonly right: boolean;
}

interface Point {
  readonly answered: number;
  readonly right: number;
  readonly leaked: number;
}

/** The report section, the risk–coverage curve and the reliability curve. */
export async function riskCoverage(
  ports: AskPorts,
): Promise<{ section: string; curve: string; reliability: string }> {
  const tests: SuiteCase[] = [];
  for (const name of ["handbook", "trails", "kinds"]) {
    tests.push(...await readSuite(`${ROOT}/tests/suites/report/${name}.jsonl`));
  }
  const tried: Tried[] = [];
  for (const test of tests) tried.push(await tryCase(test, ports));
  const answerable = tried.filter(({ test }) => test.expect === "answer");
  const unanswerable = tried.filter(({ test }) => test.expect === "refuse");
  const near = unanswerable.filter(({ test }) => test.category === "near_miss");
  const either = tried.filter(({ test }) => test.expect === "either");
  const at = (isAnswered: (one: Tried) => boolean): Point => ({
    answered: answerable.filter(isAnswered).length,
    right: answerable.filter((one) => isAnswered(one) && one.right).length,
    leaked: unanswerable.filter(isAnswered).length,
  });
  const n = answerable.length;
  const m = unanswerable.length;
  const row = (
    name: string,
    { answered, right, leaked }: Point,
  ) => [name, share(leaked, m), share(n - answered, n), share(right, n), share(answered - right, n)];
  const shipped = (one: Tried) => heldAt(ports.model.thresholds[one.risk])(one);
  const sweep = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);
  const heldAt = (t: number) => (one: Tried) => one.p === null ? one.answered : one.p >= t;
  const points = sweep.map((t) => ({ t, ...at(heldAt(t)) }));
  const scores = (list: readonly Tried[]) => list.flatMap(({ p }) => (p === null ? [] : [p]));
  const header = [
    "threshold",
    "unanswerable answered",
    "answerable refused",
    "answered right",
    "answered wrong",
  ];
  /** The lowest threshold at which no more than this share of the unanswerable is answered. */
  const atRisk = (risk: number) => {
    const t = [...new Set([0, ...scores(tried), 1])].sort((a, b) => a - b)
      .find((t) => at(heldAt(t)).leaked <= risk * m);
    return [`${100 * risk} %`, t?.toFixed(3) ?? "none", ...row("", at(heldAt(t ?? Infinity))).slice(1)];
  };
  const tenths = reliability(tried);
  const helped = await helpedBy(answerable.filter((one) => !shipped(one)), ports);
  const repeated = either.filter((one) => shipped(one) && !one.right).length;
  const section = `## Answering and refusing

${n} answerable and ${m} unanswerable questions (${near.length} of those near misses: right topic, missing fact) over documents that the
fit split never asks about; ${either.length} with a false premise, a swapped number or an order to the program count apart. An answer is right when what is shown holds the asked fact.

${table(header, [row("as shipped", at(shipped)), ...points.map((point) => row(point.t.toFixed(2), point))])}

![Risk against coverage](risk-coverage.svg) ![Reliability](reliability.svg)

${
    table(
      ["risk of at most", "threshold", ...header.slice(1)],
      [0.01, 0.02, 0.04, 0.08].map((risk) => atRisk(risk)),
    )
  }

By tenths of the probability: ${
    tenths.map(({ x, y, n }) => `${x.toFixed(2)} → ${y.toFixed(2)} (${n})`).join(", ")
  }.

AUROC of the probability where rules do not settle the question: ${
    auroc(scores(answerable), scores(unanswerable)).toFixed(3)
  } (answerable against all
others), ${
    auroc(scores(answerable), scores(near)).toFixed(3)
  } against near misses. Quoted sentences hold the asked fact, threshold aside: ${
    share(answerable.filter(({ right }) => right).length, n)
  }.
False claims repeated or orders obeyed: ${repeated} of ${either.length}. Of the answerable questions that are refused or asked back, ${
    share(helped, n - at(shipped).answered)
  }
see the asked fact in one of the two nearest passages.

By risk class of the best passage's document, as shipped; the wanted risk is one of all questions together, not of each class:

${byRisk([...answerable, ...unanswerable], shipped)}

By category, as shipped:

${byCategory(tried, shipped)}`;
  return {
    section,
    curve: chart(points.map(({ answered, leaked }) => ({ x: answered / n, y: leaked / m })), {
      x: "answerable questions answered (coverage)",
      y: "unanswerable questions answered (risk)",
    }),
    reliability: chart(tenths, {
      x: "probability that the program gives",
      y: "share where answering was right",
      diagonal: true,
    }),
  };
}

/** Questions in tenths of the probability: its mean, and the share where answering was right. Empty tenths are left out. */
function reliability(tried: readonly Tried[]): { x: number; y: number; n: number }[] {
  const open = tried.flatMap(({ p, test, right }) =>
    p === null || test.expect === "either" ? [] : [{ p, right: test.expect === "answer" && right }]
  );
  const tenths = Map.groupBy(open, ({ p }) => Math.min(9, Math.floor(10 * p)));
  return [...tenths].sort(([a], [b]) => a - b).map(([, list]) => ({
    x: list.reduce((sum, { p }) => sum + p, 0) / list.length,
    y: list.filter(({ right }) => right).length / list.length,
    n: list.length,
  }));
}

async function tryCase(test: SuiteCase, ports: AskPorts): Promise<Tried> {
  const open: DecisionModel = {
    ...OPEN_DECISION,
    encoder: ports.embedder.sha256,
    reader: ports.reader.sha256,
  };
  const { draft, decision } = await answerQuestion({ text: test.question, trail: null }, {
    ...ports,
    model: open,
  });
  const answered = ANSWERED.has(draft.outcome);
  // What stands beside a card depends on the thresholds that ship.
  if (draft.outcome === "card") {
    const { draft: shown } = await answerQuestion({ text: test.question, trail: null }, ports);
    return { test, p: null, answered: true, risk: "high", reason: null, right: holds(test, shown) };
  }
  const settled = decision === null || !answered;
  return {
    test,
    p: settled ? null : probability(ports.model, decision.features),
    answered,
    risk: decision?.risk ?? "medium",
    reason: settled ? draft.reason : null,
    right: holds(test, draft) && answered,
  };
}

/** How many of these questions, answered as shipped, show the asked fact among the nearest passages. */
async function helpedBy(refused: readonly Tried[], ports: AskPorts): Promise<number> {
  let count = 0;
  for (const { test } of refused) {
    const { draft } = await answerQuestion({ text: test.question, trail: null }, ports);
    if (holds(test, { sentences: [], citations: draft.nearest })) count++;
  }
  return count;
}

/** Errors and answers of each risk class, which has its own threshold. */
function byRisk(tried: readonly Tried[], shipped: (one: Tried) => boolean): string {
  return table(
    ["risk class", "unanswerable answered", "answerable refused", "answered right"],
    Risk.options.map((risk) => {
      const [due, not] = ["answer", "refuse"].map((expect) =>
        tried.filter((one) => one.risk === risk && one.test.expect === expect)
      ) as [Tried[], Tried[]];
      const answered = due.filter(shipped);
      return [
        risk,
        share(not.filter(shipped).length, not.length),
        share(due.length - answered.length, due.length),
        share(answered.filter(({ right }) => right).length, due.length),
      ];
    }),
  );
}

/** The reason with which a question of a category should be refused: the refusal then says what helps. */
const DUE: Readonly<Record<string, Reason>> = {
  live_data: "live_data",
  other_language: "language",
  unsafe: "unsafe_request",
  vague: "vague",
  wrong_place: "wrong_place",
};

function byCategory(tried: readonly Tried[], shipped: (one: Tried) => boolean): string {
  const groups = [...Map.groupBy(tried, ({ test }) => `${test.category ?? "none"}`)].sort((
    [a],
    [b],
  ) => (a < b ? -1 : 1));
  return table(
    [
      "category",
      "n",
      "answered",
      "right of those that may be",
      "answered though none is due",
      "refused for its own reason",
    ],
    groups.map(([category, list]) => {
      const answered = list.filter(shipped);
      const due = answered.filter(({ test }) => test.expect !== "refuse");
      const mayBe = list.some(({ test }) => test.expect !== "refuse");
      return [
        category,
        list.length,
        answered.length,
        mayBe ? `${due.filter(({ right }) => right).length} of ${due.length}` : "none is due",
        mayBe ? answered.length - due.length : answered.length,
        category in DUE ? list.filter(({ reason }) => reason === DUE[category]).length : "",
      ];
    }),
  );
}
