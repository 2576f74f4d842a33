/**
 * How each command is used: printed by `--help` and with every wrong use.
 * @module
 */

/** Usage of each command, without the word "Usage". */
export const USAGE = {
  serve: `cairn serve [--port 8000] [--lan] [--pack F …] [--no-builtin] [--model none]

  --port N       port of the page and the API (8000)
  --lan          answer to the whole network, not to this machine alone
  --pack F       open this pack too; may be repeated
  --no-builtin   leave out the built-in packs, and with them the emergency cards and the trails`,
  ask: `cairn ask "question" [--pack F …] [--no-builtin] [--json] [--explain]

  --pack F       open this pack too; may be repeated
  --no-builtin   leave out the built-in packs, and with them the emergency cards and the trails
  --json         the whole answer as one line of JSON
  --explain      also the scores, and what tipped the decision`,
  pack: `cairn pack build DIR -o FILE.cairn [--title T] [--strict] [--json]
       cairn pack info FILE.cairn [--json]
       cairn pack verify FILE.cairn [--json]
       cairn pack merge FILE.cairn FILE.cairn… -o FILE.cairn [--title T] [--json]
       cairn pack diff OLD.cairn NEW.cairn [--json]
       cairn pack extract FILE.cairn -o DIR [--json]

  build          a pack from the files of a folder; one that was killed goes on where it was
  info, verify   what is inside, and whether it is whole
  merge          several packs as one, without encoding anything again
  diff           which documents were added (+), removed (-) and changed (~)
  extract        the documents back out, as Markdown and GPX, into a new folder

  -o FILE        the pack to write; one that is there is replaced when the new one is whole
  --title T      the pack's name for readers; else the file's name
  --strict       write nothing when a file has to be left out
  --json         the result as one line of JSON`,
  incident: `cairn incident list [--json]
       cairn incident replay ID [--question "…"] [--pack F …] [--no-builtin] [--json]
       cairn incident to-test ID [--question "…"] [--expect answer|refuse|either] [--must PATTERN …] [-o SUITE.jsonl]

  list           answers that somebody reported as wrong, the newest first
  replay         the answer again, on the day it was given; says whether it is identical, and what has changed since
  to-test        a line for a suite that fails as long as the answer comes out as it was reported; warns where it would not
  --question     what was typed, where the asker did not let it be kept; checked against a salted hash, also with
                 the option that was chosen after it ("Which trail?")
  --expect, --must   what should come of it instead; needed where the reported answer was a refusal or a question back`,
  eval: `cairn eval [--data DIR] [--out results.md] [--only NAME,…]
       cairn eval retrieval --corpus F --queries F --run OUT [--mode full|hybrid|lexical|dense]
       cairn eval support --pairs F --out OUT
       cairn eval answerable --pairs F --out OUT
       cairn eval suite F… [--pack F …] [--no-builtin] --out OUT

  retrieval      BEIR files in, a TREC run out; mode full ranks as ask does
  support        id, claim and evidence in; how far the evidence supports the claim out
  answerable     id, question and passage in; how likely the passage answers, and with which words, out
  suite          questions with what must come of them; a line per answer and a table by category

  Without a kind everything is measured on data that was not trained on, and one page tells of it.
  --data DIR     the public sets; sections whose files are not there are left out and say so
  --out FILE     the page; what it held is replaced (results.md)
  --only NAMES   these sections: wice, summedits, scifact, squad2, guides, own, claims, lies, latency`,
  doctor: `cairn doctor [--json]

  Checks the machine, the data folder, the encoder, what was fitted for it and the built-in packs.`,
} as const;

/** Every command in a line. */
export const HELP = `Cairn answers trail questions offline, from documents you choose.

  cairn serve [--port 8000] [--lan] [--pack F …]    the page and the API
  cairn ask "question" [--json] [--explain]         one question, here in the shell
  cairn pack build DIR -o F.cairn                   a pack from text, PDF, Word, web and map files
  cairn pack info F | verify F                      what is inside, and whether it is whole
  cairn pack merge F F -o F | diff F F | extract F -o DIR   packs from packs, compared, and turned back into files
  cairn incident list | replay ID | to-test ID      answers that somebody reported as wrong
  cairn eval [retrieval|support|answerable|suite …]   measure
  cairn doctor                                      is everything in order

Every command takes --help. In a checkout say: deno task cairn <command>`;

/** The help that is asked for, or null when the arguments ask for none. */
export function helpFor(args: readonly string[]): string | null {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h") return HELP;
  const asked = name === "help" ? rest[0] : rest.includes("--help") || rest.includes("-h") ? name : null;
  if (asked === null) return null;
  return asked !== undefined && Object.hasOwn(USAGE, asked)
    ? `Usage: ${USAGE[asked as keyof typeof USAGE]}`
    : HELP;
}
