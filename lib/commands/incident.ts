/**
 * `cairn incident list|replay|to-test`: what people reported as wrong.
 * @module
 */
import { judge } from "../eval/suite.ts";
import { meant, repeat, type Repeated, standingAlone } from "../incidents/again.ts";
import type { Incident } from "../incidents/incident.ts";
import { expectOf, regressionCase, unsaid, type Wanted } from "../incidents/regression.ts";
import { resolve } from "../config.ts";
import type { Cairn } from "../ports.ts";
import { type Answer, SuiteCase } from "../schema.ts";
import { cleanText, collapse } from "../text/normalize.ts";
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
  if (values.json === true) incidents.forEach((one) => print(jsonLine(one)));
  else if (incidents.length === 0) print("No wrong answer has been reported.");
  else {
    incidents.forEach(({ id, reported, outcome, reason, asked }) =>
      print(
        `${id}  ${reported.slice(0, 16).replace("T", " ")}  ${[outcome, reason ?? []].flat().join(", ")}  ${
          asked === null ? "(question not kept)" : inLine(asked.text)
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
  const typed = typedFor(incident, values.question);
  const { cairn, close } = await open({ ...values, today: incident.today });
  try {
    const { answer, identical } = await repeat(cairn, incident, await questionOf(cairn, incident, typed));
    const changes = changesSince(incident, answer, cairn);
    if (values.json === true) print(jsonLine({ identical, changes, answer }));
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
  const wanted = wantedOf(incident, values);
  const typed = typedFor(incident, values.question);
  const { cairn, close } = await open({ ...values, today: incident.today });
  try {
    const again = await repeat(cairn, incident, await questionOf(cairn, incident, typed));
    if (incident.asked === null && !again.identical) {
      printError(
        `Warning: what is shown now is not what was reported. See: deno task cairn incident replay ${incident.id}`,
      );
    }
    const shown = incident.asked?.answer ?? again.answer;
    const test = regressionCase(incident, await standingAlone(cairn, incident, again), shown, wanted);
    (await reasonsToPass(cairn, incident, test, again, shown)).forEach(printError);
    const line = jsonLine(test);
    if (values.output === undefined) print(line);
    else {
      await Deno.writeTextFile(resolve(values.output), `${line}\n`, { append: true });
      print(
        `Added to ${values.output}. Try it: deno task cairn eval suite ${values.output} --out answers.jsonl`,
      );
    }
    return EXIT.done;
  } finally {
    close();
  }
}

/** @throws {UsageError} for what makes a line that no suite takes */
function wantedOf(
  incident: Incident,
  { expect: said, must = [] }: {
    readonly expect?: string | undefined;
    readonly must?: readonly string[] | undefined;
  },
): Wanted {
  const expect = SuiteCase.shape.expect.optional().safeParse(said);
  if (!expect.success) {
    throw new UsageError(`--expect is answer, refuse or either.\nUsage: ${USAGE.incident}`);
  }
  for (const pattern of must) {
    try {
      new RegExp(pattern, "i");
    } catch (error) {
      throw new UsageError(`--must ${pattern} is no regular expression: ${(error as Error).message}`);
    }
  }
  const wanted = { ...(expect.data === undefined ? {} : { expect: expect.data }), must };
  if (expectOf(incident, wanted) === "answer" && must.length === 0) {
    throw new UsageError(
      `${incident.id} came out as ${incident.outcome}. Say with --must PATTERN what an answer has to hold, ` +
        `or with --expect what else should come of it: any answer at all is no test.`,
    );
  }
  return wanted;
}

/** Why the case would pass although nothing is mended, for whoever adds it; empty where it fails as it should. */
async function reasonsToPass(
  cairn: Cairn,
  incident: Incident,
  test: SuiteCase,
  { question, identical }: Repeated,
  shown: Answer,
): Promise<string[]> {
  if (judge(test, shown) === "right") {
    return [
      "Warning: this line passes with the answer that was reported. Say with --must or --expect what was wrong.",
    ];
  }
  if (judge(test, await cairn.ask({ question: test.question })) !== "right") return [];
  const changed = identical ? [] : ["What is answered has changed since it was reported."];
  return [
    "Warning: asked by itself, as suites ask, this line passes already.",
    ...[...unsaid(incident, question), ...changed].map((line) => `  ${line}`),
  ];
}

async function named(positionals: readonly string[]): Promise<Incident> {
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) {
    throw new UsageError(`Name one incident.\nUsage: ${USAGE.incident}`);
  }
  return await incidentFolder().read(id);
}

/** What somebody typed: the question that was kept, or the one that is given. */
function typedFor({ id, asked }: Incident, given: string | undefined): string {
  const typed = given ?? asked?.text;
  if (typed !== undefined) return typed;
  throw new UsageError(
    `The question of ${id} was not kept: its asker did not agree. If you know it, add --question "…".`,
  );
}

/** The question that was asked: what was typed when it is the same to the letter, with the option that was chosen. */
async function questionOf(cairn: Cairn, incident: Incident, typed: string): Promise<string> {
  if (typed === incident.asked?.text) return typed;
  const text = await meant(cairn, incident, typed);
  if (text !== null) return text;
  const chosen = incident.chosen === true
    ? ' An option was chosen on the way: open the packs of that day, or write it yourself, "how far is it? (Half Dome)".'
    : "";
  throw new UsageError(
    `That is not the question of ${incident.id}: its salted hash differs. Every letter, space and mark counts.${chosen}`,
  );
}

/** Characters of a question in a list. */
const SHOWN = 200;

/** Text from outside as one line of a terminal: without line ends, control characters or marks that turn its direction. */
function inLine(text: string): string {
  const plain = collapse(cleanText(text)).replace(/[\p{Cc}\p{Cf}]/gu, "");
  return plain.length <= SHOWN ? plain : `${plain.slice(0, SHOWN)}…`;
}

/** JSON of one line that a terminal shows as it stands; it holds the same text. */
function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    // Some terminals take these for escape sequences or turn the line around, and JSON lets them stand.
    /[\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
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
