/**
 * CSV tables, such as lists of waypoints, through Papa Parse, which finds out the separator.
 * @module
 */
// @ts-types="./papaparse.d.ts"
import Papa from "papaparse";
import { NO_METADATA, type SourceDocument } from "../records.ts";
import { cleanText, collapse } from "../text/normalize.ts";
import { checkPlace } from "./features.ts";
import { MalformedFileError } from "./malformed.ts";
import { TextBuilder } from "./text_builder.ts";

const LATITUDE = /^(lat|latitude)\b/i;
const LONGITUDE = /^(lon|lng|long|longitude)\b/i;

/**
 * Reads a table whose first row names the columns.
 *
 * @throws {MalformedFileError} with the line, for rows that do not fit the header, open quotes and impossible coordinates
 */
export function readCsv(raw: string): SourceDocument {
  const { data, errors } = Papa.parse<string[]>(cleanText(raw).replace(/\n+$/, ""), {
    skipEmptyLines: "greedy",
  });
  const broken = errors.find(({ type }) => type !== "Delimiter");
  if (broken !== undefined) throw new MalformedFileError(`is no CSV: ${broken.message}`, lineOf(broken.row));
  const [header, ...rows] = data.map((row) => row.map((cell) => collapse(cell).replaceAll("|", "/")));
  if (header === undefined || rows.length === 0) throw new MalformedFileError("has no row under a header");
  const latitude = header.findIndex((name) => LATITUDE.test(name));
  const longitude = header.findIndex((name) => LONGITUDE.test(name));
  const out = new TextBuilder();
  out.add("header", header.join(" | ").trim());
  rows.forEach((row, i) => {
    const at = lineOf(i + 1);
    if (row.length !== header.length) {
      throw new MalformedFileError(
        `has ${row.length} columns where the header has ${header.length}; use one separator throughout`,
        at,
      );
    }
    if (latitude >= 0 && longitude >= 0) {
      checkPlace(number(row[latitude]!), number(row[longitude]!), `row ${i + 1}`, at);
    }
    out.add("row", row.join(" | ").trim());
  });
  return { metadata: NO_METADATA, text: out.text, blocks: out.blocks, tracks: [] };
}

/** Lines as an editor counts them, where no cell holds a line break. */
function lineOf(row: number | undefined): number | null {
  return row === undefined ? null : row + 1;
}

function number(cell: string): number {
  return cell === "" ? NaN : Number(cell.replace(",", "."));
}
