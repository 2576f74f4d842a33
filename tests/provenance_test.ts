/** Every number in the built-in documents is accounted for, with its sources. */
import assert from "node:assert/strict";
import { z } from "zod";
import { ROOT } from "../lib/config.ts";
import { readMarkdown } from "../lib/documents/markdown.ts";
import type { SourceDocument } from "../lib/records.ts";
import { parseTable } from "./csv.ts";

const DATA = `${ROOT}/data`;
const FOLDERS = ["handbook", "cards", "trails", "help"] as const;

/** Number words that count something; "one" is as often a pronoun. */
const WORDS =
  "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty " +
  "seventy eighty ninety hundred thousand";
const NUMBER = new RegExp(`\\d[\\d,]*(?:\\.\\d+)?|\\b(?:${WORDS.replaceAll(" ", "|")})\\b`, "giu");

const Row = z.strictObject({
  document: z.string().min(1),
  figure: z.string().min(1),
  meaning: z.string().min(1),
  sources: z.string().min(1),
  mark: z.enum(["1", "2"]),
});
const Source = z.strictObject({
  key: z.string().regex(/^[^;]+$/),
  publisher: z.string().min(1),
  title: z.string(),
  date: z.string(),
  address: z.string(),
  collected: z.string().regex(/^\d{4}-\d{2}/),
});

/** A document of data/: its id, its raw text without front matter, comments and list numbers, and what is read. */
interface Entry {
  readonly id: string;
  readonly body: string;
  readonly document: SourceDocument;
}

async function* files(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) yield* files(`${folder}/${name}`);
    else yield `${folder}/${name}`;
  }
}

async function readEntries(): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const folder of FOLDERS) {
    for await (const path of files(`${DATA}/${folder}`)) {
      assert.match(path, /\.md$/, `${path} is no document`);
      const raw = await Deno.readTextFile(path);
      const body = raw.replace(/^---\n[\s\S]*?\n---\n/, "").replace(/<!--[\s\S]*?-->/g, "")
        .replace(/^(\s*)\d+[.)] /gm, "$1");
      entries.push({ id: path.slice(DATA.length + 1, -".md".length), body, document: readMarkdown(raw) });
    }
  }
  return entries.sort((a, b) => a.id < b.id ? -1 : 1);
}

/** Rows of every table but the sources', with where they stand. */
async function readRows(): Promise<(z.infer<typeof Row> & { readonly place: string })[]> {
  const rows = [];
  for await (const path of files(`${DATA}/provenance`)) {
    if (!path.endsWith(".csv") || path.endsWith("/sources.csv")) continue;
    for (const [i, record] of parseTable(await Deno.readTextFile(path)).entries()) {
      const place = `${path.slice(path.lastIndexOf("/") + 1)}, record ${i + 1}`;
      const row = Row.safeParse(record);
      assert.ok(row.success, `${place}: ${row.error?.message}`);
      rows.push({ ...row.data, place });
    }
  }
  return rows;
}

const entries = await readEntries();
const rows = await readRows();
const sources = z.array(Source).parse(parseTable(await Deno.readTextFile(`${DATA}/provenance/sources.csv`)));
const inFolder = (folder: string) => entries.filter(({ id }) => id.startsWith(`${folder}/`));
const plain = (number: string) => number.toLowerCase().replaceAll(",", "");
const numbersIn = (text: string) => [...text.matchAll(NUMBER)].map((match) => plain(match[0]));

Deno.test("every number of every document stands in a figure of its rows", async (t) => {
  for (const folder of FOLDERS) {
    await t.step(folder, () => {
      const missing: string[] = [];
      for (const { id, body } of inFolder(folder)) {
        const figures = new Set(
          rows.filter((row) => row.document === id).flatMap((row) => numbersIn(row.figure)),
        );
        for (const match of body.matchAll(NUMBER)) {
          if (figures.has(plain(match[0]))) continue;
          const around = body.slice(Math.max(0, match.index - 40), match.index + 40).replaceAll("\n", " ");
          missing.push(`${id}: ${match[0]} in "${around}"`);
        }
      }
      assert.deepEqual(missing, []);
    });
  }
});

Deno.test("every figure occurs in its document, and its document exists", () => {
  const bodies = new Map(entries.map(({ id, body }) => [id, body]));
  const wrong = rows.filter(({ document, figure }) => bodies.get(document)?.includes(figure) !== true);
  assert.deepEqual(wrong.map(({ place, document, figure }) => `${place}: ${document}: ${figure}`), []);
  assert.ok(rows.length > 500, `${rows.length} rows`);
});

Deno.test("every figure names sources that exist", () => {
  const keys = new Set(sources.map(({ key }) => key));
  assert.equal(keys.size, sources.length, "a key that two sources share");
  const unknown = rows.flatMap(({ place, sources: names }) =>
    names.split(/\s*;\s*/).filter((key) => !keys.has(key)).map((key) => `${place}: ${key}`)
  );
  assert.deepEqual(unknown, []);
});

Deno.test("the built-in packs are as large as they are said to be, and hold every required card", () => {
  const trails = new Set(inFolder("trails").map(({ id }) => id.split("/")[1]));
  assert.ok(inFolder("handbook").length >= 40, `${inFolder("handbook").length} handbook documents`);
  assert.ok(inFolder("cards").length >= 24, `${inFolder("cards").length} cards`);
  assert.ok(trails.size >= 3, [...trails].join());
  const slugs = inFolder("cards").map(({ document }) => document.metadata.card);
  const required =
    "cpr choking severe-bleeding anaphylaxis asthma chest-pain stroke seizure hypothermia frostbite " +
    "heat-stroke burns drowning lightning altitude-hace altitude-hape head-injury spine-injury snakebite fracture " +
    "low-blood-sugar avalanche-burial lost bear-attack lion-attack calling-for-help shock";
  assert.deepEqual(required.split(" ").filter((slug) => !slugs.includes(slug)), []);
});

Deno.test("front matter is complete", async (t) => {
  for (const { id, document } of entries) {
    await t.step(id, () => {
      const { metadata: m, text, blocks } = document;
      for (const key of ["title", "source", "licence", "asOf", "topic", "risk"] as const) {
        assert.ok(m[key] !== null && m[key] !== "", `${key} is missing`);
      }
      const heading = blocks[0]!;
      assert.equal(heading.kind, "heading");
      assert.equal(text.slice(heading.start, heading.end), m.title, "the first heading is the title");
      const [folder, ...rest] = id.split("/");
      assert.equal(m.card, folder === "cards" ? rest.join("/") : null);
      assert.equal(m.summary !== null, folder === "cards", "cards have a summary, others none");
      assert.equal(m.trail !== null, folder === "trails", "trail documents name their trail, others none");
      if (folder === "cards") assert.equal(m.risk, "high");
      if (folder === "trails") assert.ok(m.aliases.length > 0);
      if (folder !== "trails") assert.deepEqual(m.perishable, [], "how-to text does not go stale");
    });
  }
});

Deno.test("documents of one trail agree on its name and its other names", () => {
  const byFolder = Map.groupBy(inFolder("trails"), ({ id }) => id.split("/")[1]);
  const trails = new Map<string, Set<string>>();
  for (const [folder, documents] of byFolder) {
    for (const { document: { metadata } } of documents) {
      const known = trails.get(metadata.trail!) ?? new Set();
      trails.set(metadata.trail!, known.add(JSON.stringify([folder, metadata.aliases.toSorted()])));
    }
  }
  assert.deepEqual([...trails].filter(([, versions]) => versions.size > 1), []);
});
