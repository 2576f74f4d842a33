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
import type { Risk, SuiteCase } from "../../lib/schema.ts";
import { share, table } from "./format.ts";

/** A case with what came of it when nothing is held back. */
interface Tried {
  readonly test: SuiteCase;
  /** Null where rules settle it whatever the threshold. */
  readonly p: number | null;
  /** What rules settled it to. */
  readonly answered: boolean;
  readonly risk: Risk;
  /** What would be shown holds every `must` pattern and no `must_not`. */
  readonly right: boolean;
}

interface Point {
  readonly answered: number;
  readonly right: number;
  readonly leaked: number;
}

/** The report section and the curve. */
export async function riskCoverage(ports: AskPorts): Promise<{ section: string; svg: string }> {
  const tests: SuiteCase[] = [];
  for (const name of ["handbook", "trails"]) {
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
  const shipped = (one: Tried) => one.p === null ? one.answered : one.p >= ports.model.thresholds[one.risk];
  const sweep = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);
  const points = sweep.map((t) => ({ t, ...at((one) => one.p === null ? one.answered : one.p >= t) }));
  const scores = (list: readonly Tried[]) => list.flatMap(({ p }) => (p === null ? [] : [p]));
  const header = [
    "threshold",
    "unanswerable answered",
    "answerable refused",
    "answered right",
    "answered wrong",
  ];
  const repeated = either.filter((one) => shipped(one) && !one.right).length;
  const section = `## Answering and refusing

${n} answerable and ${m} unanswerable questions (${near.length} of those near misses: right topic, missing fact) over documents that the
fit split never asks about; ${either.length} false premises count apart. An answer is right when what is shown holds the asked fact.

${table(header, [row("as shipped", at(shipped)), ...points.map((point) => row(point.t.toFixed(2), point))])}

![Risk against coverage](risk-coverage.svg)

AUROC of the probability where rules do not settle the question: ${
    auroc(scores(answerable), scores(unanswerable)).toFixed(3)
  } (answerable against all
others), ${
    auroc(scores(answerable), scores(near)).toFixed(3)
  } against near misses. Quoted sentences hold the asked fact, threshold aside: ${
    share(answerable.filter(({ right }) => right).length, n)
  }.
False claims repeated: ${repeated} of ${either.length}.

By category, as shipped:

${byCategory(tried, shipped)}`;
  return { section, svg: curve(points.map(({ answered, leaked }) => ({ x: answered / n, y: leaked / m }))) };
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
  const settled = decision === null || !answered;
  return {
    test,
    p: settled ? null : probability(ports.model, decision.features),
    answered,
    risk: decision?.risk ?? "medium",
    right: holds(test, draft) && answered,
  };
}

function byCategory(tried: readonly Tried[], shipped: (one: Tried) => boolean): string {
  const groups = [...Map.groupBy(tried, ({ test }) => `${test.category ?? "none"}`)].sort((
    [a],
    [b],
  ) => (a < b ? -1 : 1));
  return table(
    ["category", "n", "answered", "of them right"],
    groups.map(([category, list]) => {
      const answered = list.filter(shipped);
      const right = answered.filter((one) => one.test.expect !== "refuse" && one.right).length;
      return [
        category,
        list.length,
        answered.length,
        list[0]!.test.expect === "refuse" ? "none is due" : right,
      ];
    }),
  );
}

/** A plain SVG of unanswerable answered (risk) against answerable answered (coverage). */
function curve(points: readonly { x: number; y: number }[]): string {
  const [w, h, pad] = [520, 360, 48];
  const px = (x: number) => (pad + x * (w - 2 * pad)).toFixed(1);
  const py = (y: number) => (h - pad - y * (h - 2 * pad)).toFixed(1);
  const line = points.map(({ x, y }) => `${px(x)},${py(y)}`).join(" ");
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((t) =>
    `<text x="${px(t)}" y="${h - pad + 18}" text-anchor="middle">${t * 100} %</text><text x="${pad - 8}" y="${
      Number(py(t)) + 4
    }" text-anchor="end">${t * 100} %</text>` +
    `<path d="M${px(t)} ${py(0)}V${py(1)}M${px(0)} ${py(t)}H${px(1)}" stroke="#ddd" fill="none"/>`
  ).join("");
  const dots = points.map(({ x, y }) => `<circle cx="${px(x)}" cy="${py(y)}" r="3"/>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" font-family="sans-serif" font-size="12" fill="#333">
<rect width="${w}" height="${h}" fill="#fff"/>${ticks}
<polyline points="${line}" fill="none" stroke="#4a641e" stroke-width="2"/><g fill="#4a641e">${dots}</g>
<text x="${w / 2}" y="${h - 8}" text-anchor="middle">answerable questions answered (coverage)</text>
<text x="14" y="${h / 2}" text-anchor="middle" transform="rotate(-90 14 ${
    h / 2
  })">unanswerable questions answered (risk)</text>
</svg>
`;
}
