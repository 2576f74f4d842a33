/**
 * YAML front matter of a Markdown document, checked key by key.
 * @module
 */
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { Perishable, Risk } from "../schema.ts";
import { CARD_ID } from "../text/card_ids.ts";
import { cleanText } from "../text/normalize.ts";
import type { Metadata } from "../records.ts";
import { MalformedFileError } from "./malformed.ts";

const text = z.union([z.string(), z.number()]).transform((value) => cleanText(String(value)).trim());
const AS_OF = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const day = text.refine((value) => AS_OF.test(value), {
  error: "must be YYYY, YYYY-MM or YYYY-MM-DD",
  abort: true,
})
  .refine(isOnCalendar, { error: ({ input }) => `${input} is no day of the calendar` });

const cardId = text.refine((value) => CARD_ID.test(value), {
  error: 'must be lower-case words joined by hyphens, as in "heat-stroke"',
});

const FrontMatter = z.object({
  title: text.optional(),
  source: text.optional(),
  license: text.optional(),
  licence: text.optional(),
  as_of: day.optional(),
  topic: text.optional(),
  risk: Risk.optional(),
  perishable: z.union([Perishable.transform((one) => [one]), z.array(Perishable)]).optional(),
  trail: text.optional(),
  aliases: z.array(text).optional(),
  card: cardId.optional(),
  summary: text.optional(),
});

/**
 * Reads the YAML between a document's `---` lines; every key is optional, one without a value counts as
 * absent, and unknown keys are ignored.
 *
 * @param firstLine line of the file on which `yaml` starts, for messages
 * @throws {MalformedFileError} naming the line and the key
 */
export function parseFrontMatter(yaml: string, firstLine = 2): Metadata {
  const lines = new LineCounter();
  const parsed = parseDocument(yaml, { lineCounter: lines });
  const broken = parsed.errors[0];
  if (broken !== undefined) {
    const line = firstLine - 1 + (lines.linePos(broken.pos[0]).line || 1);
    throw new MalformedFileError(`front matter is not YAML: ${broken.message.split("\n")[0]}`, line);
  }
  const checked = FrontMatter.safeParse(withoutBlanks(parsed.toJS() ?? {}));
  if (!checked.success) {
    const issue = checked.error.issues[0]!;
    const key = issue.path.join(".") || "front matter";
    const at = yaml.split("\n").findIndex((line) => line.startsWith(`${String(issue.path[0])}:`));
    throw new MalformedFileError(`front matter: ${key}: ${issue.message}`, at < 0 ? null : firstLine + at);
  }
  const m = checked.data;
  return {
    title: m.title ?? null,
    source: m.source ?? null,
    licence: m.license ?? m.licence ?? null,
    asOf: m.as_of ?? null,
    topic: m.topic ?? null,
    risk: m.risk ?? null,
    perishable: m.perishable ?? [],
    trail: m.trail ?? null,
    aliases: m.aliases ?? [],
    card: m.card ?? null,
    summary: m.summary ?? null,
  };
}

/** A mapping without the keys, and lists without the members, that have no value. */
function withoutBlanks(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => !isBlank(member));
  return Object.fromEntries(
    kept.map((
      [key, member],
    ) => [key, Array.isArray(member) ? member.filter((one) => !isBlank(one)) : member]),
  );
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

function isOnCalendar(date: string): boolean {
  return date.length < 10 || new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}
