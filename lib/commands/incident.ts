/**
 * `cairn incident list|replay|to-test`: what people reported as wrong.
 * @module
 */
import { candidates, digestOf, type Incident, isQuestionOf } from "../incidents/incident.ts";
import { regressionCase } from "../incidents/regression.ts";
import { resolve } from "../config.ts";
import type { Cairn } from "../ports.ts";
import type { Question } from "../records.ts";
import { type Answer, SuiteCase } from "../schema.ts";
import { incidentFolder, VERSION } from "../wire.ts";
import { EXIT, PACK_OPTIONS, parse, print, printError, UsageError } from "./cli.ts";
import { formatAnswer } from "./format.ts";
import { open } from "./open.ts";
import { USAGE } from "./usage.ts";

const ACTIONS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  list,
  replay,
  "to-test": toTest,
};

export async function incident(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  const action = name !== undefined && Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action !== undefined) return await action(rest);
  const problem = name === undefined ? "Say what to do with incidents." : `There is no incident ${name}.`;
  throw new UsageError(`${problem}\nUsage: ${USAGE.incident}`);
}

async function list(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, { json: { type: "boolean" } }, USAGE.incident);
  if (positionals.length > 0) throw new UsageError(`Usage: ${USAGE.incident}`);
  const { incidents, damaged } = await incidentFolder().list();
  damaged.forEach(printError);
  if (values.json === true) incidents.forEach((one) => print(JSON.stringify(one)));
  else if (incidents.length === 0) print("No wrong answer has been reported.");
  else {
    incidents.forEach(({ id, reported, outcome, reason, asked }) =>
      print(
        `${id}  ${reported.slice(0, 16).replace("T", " ")}  ${[outcome, reason ?? []].flat().join(", ")}  ${
          asked?.text ?? "(question not kept)"
        }`,
      )
    );
  }
  return damaged.length > 0 ? EXIT.failed : EXIT.done;
}

const ASKED_OPTIONS = { question: { type: "string" } } as const;

async function replay(args: string[]): Promise<number> {
  const options = { ...PACK_OPTIONS, ...ASKED_OPTIONS, json: { type: "boolean" } } as const;
  const { values, positionals } = parse(args, options, USAGE.incident);
  const incident = await named(positionals);
  const text = await questionOf(incident, values.question);
  const { cairn, close } = await open({ ...values, today: incident.today });
  try {
    const { answer, identical } = await again(cairn, incident, text);
    const changes = changesSince(incident, answer, cairn);
    if (values.json === true) print(JSON.stringify({ identical, changes, answer }));
    else {
      print(formatAnswer(answer));
      print(
        identical ? "\nIdentical to the answer that was reported." : "\nNot the answer that was reported.",
      );
      changes.forEach((line) => print(`  ${line}`));
    }
    return identical ? EXIT.done : EXIT.failed;
  } finally {
    close();
  }
}

async function toTest(args: string[]): Promise<number> {
  const options = {
    ...PACK_OPTIONS,
    ...ASKED_OPTIONS,
    expect: { type: "string" },
    must: { type: "string", multiple: true },
    output: { type: "string", short: "o" },
  } as const;
  const { values, positionals } = parse(args, options, USAGE.incident);
  const incident = await named(positionals);
  const expect = SuiteCase.shape.expect.optional().safeParse(values.expect);
  if (!expect.success) {
    throw new UsageError(`--expect is answer, refuse or either.\nUsage: ${USAGE.incident}`);
  }
  const text = await questionOf(incident, values.question);
  const shown = incident.asked?.answer ?? await shownAgain(incident, text, values);
  const wanted = { ...(expect.data === undefined ? {} : { expect: expect.data }), must: values.must ?? [] };
  const line = JSON.stringify(regressionCase(incident, text, shown, wanted));
  if (values.output === undefined) print(line);
  else {
    await Deno.writeTextFile(resolve(values.output), `${line}\n`, { append: true });
    print(
      `Added to ${values.output}. Try it: deno task cairn eval suite ${values.output} --out answers.jsonl`,
    );
  }
  return EXIT.done;
}

async function named(positionals: readonly string[]): Promise<Incident> {
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) {
    throw new UsageError(`Name one incident.\nUsage: ${USAGE.incident}`);
  }
  return await incidentFolder().read(id);
}

/** The question that was asked: the one that was kept, or the one that is given when it is the same to the letter. */
async function questionOf(incident: Incident, given: string | undefined): Promise<string> {
  if (incident.asked !== null && given === undefined) return incident.asked.text;
  if (given === undefined) {
    throw new UsageError(
      `The question of ${incident.id} was not kept: its asker did not agree. If you know it, add --question "…".`,
    );
  }
  if (await isQuestionOf(incident, given)) return given;
  throw new UsageError(
    `That is not the question of ${incident.id}: its salted hash differs. Every letter, space and mark counts.`,
  );
}

/** Asks again in every way that the incident leaves open, until the answer is the one that was reported. */
async function again(
  cairn: Cairn,
  incident: Incident,
  text: string,
): Promise<{ answer: Answer; identical: boolean }> {
  const trails = [...new Set(cairn.documents().flatMap(({ trail }) => trail ?? []))];
  const questions: Question[] = candidates(incident, text, trails);
  let first: Answer | null = null;
  for (const question of questions) {
    const answer = await cairn.again(question, incident.packs);
    if (await digestOf(answer) === incident.answerSha256) return { answer, identical: true };
    first ??= answer;
  }
  return { answer: first!, identical: false };
}

async function shownAgain(
  incident: Incident,
  text: string,
  options: { readonly pack?: string[] | undefined; readonly "no-builtin"?: boolean | undefined },
): Promise<Answer> {
  const { cairn, close } = await open({ ...options, today: incident.today });
  try {
    const { answer, identical } = await again(cairn, incident, text);
    if (!identical) {
      printError(
        `Warning: what is shown now is not what was reported. See: deno task cairn incident replay ${incident.id}`,
      );
    }
    return answer;
  } finally {
    close();
  }
}

/** What is no longer as it was when the answer was given, in words. */
function changesSince(
  { versions: then, fittedSha256 }: Incident,
  { id, versions: now }: Answer,
  cairn: Cairn,
): string[] {
  const packs = then.packs.flatMap(({ id, hash }) => {
    const here = now.packs.find((pack) => pack.id === id);
    if (here === undefined) return [`The pack ${id} (${short(hash)}) is not open: add it with --pack.`];
    return here.hash === hash
      ? []
      : [`The pack ${id} was ${short(hash)} and is gone; here it is ${short(here.hash)}.`];
  });
  const added = now.packs.filter(({ id }) => !then.packs.some((pack) => pack.id === id))
    .map(({ id }) => `The pack ${id} was not open then.`);
  const fitted = cairn.recall(id)?.fittedSha256;
  return [
    ...packs,
    ...added,
    ...(then.app === VERSION ? [] : [`Cairn was ${then.app} and is ${VERSION}.`]),
    ...(then.encoder === now.encoder ? [] : ["The encoder has changed."]),
    ...(then.reader === now.reader ? [] : ["The reader has changed."]),
    ...(fitted === fittedSha256 ? [] : ["Thresholds or the emergencies' head were fitted anew."]),
  ];
}

const short = (hash: string) => hash.slice(0, 12);
