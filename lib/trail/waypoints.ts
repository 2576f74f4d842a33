/**
 * Waypoints of a trail, read from the table of a trail document.
 * @module
 */
import type { WaypointRow } from "../records.ts";
import type { Block } from "../schema.ts";
import { convert, unitNamed } from "../text/units.ts";

const COLUMNS = {
  name: /^(waypoint|place|name)\b/i,
  distance: /^(miles|kilomet(?:er|re)s|km|distance)\b/i,
  elevation: /^(elevation|height|altitude)\b/i,
  position: /^(latitude, ?longitude|coordinates|position)\b/i,
  water: /^water\b/i,
  camp: /^camp/i,
} as const;

/** Units of length that a header may name, as `unitNamed` knows them. */
const LENGTH = /\b(?:mi|miles?|km|kms|m|(?:kilo)?met(?:er|re)s?|ft|foot|feet|yd|yards?)\b/i;

/**
 * Rows of the first table whose header names a waypoint and a distance, in order. Distances are in miles
 * and elevations in feet unless the header names another unit; the first one that it names counts.
 */
export function readWaypoints(text: string, blocks: readonly Block[]): WaypointRow[] {
  const found: WaypointRow[] = [];
  let columns: Map<keyof typeof COLUMNS, number> | null = null;
  let header: string[] = [];
  for (const block of blocks) {
    if (block.kind === "header") {
      if (found.length > 0) break;
      header = cellsOf(text, block);
      columns = findColumns(header);
    } else if (block.kind === "row" && columns !== null) {
      const row = readRow(cellsOf(text, block), columns, header);
      if (row !== null) found.push({ ...row, order: found.length, start: block.start, end: block.end });
    } else columns = null;
  }
  return found;
}

function cellsOf(text: string, block: Block): string[] {
  return text.slice(block.start, block.end).split("|").map((cell) => cell.trim());
}

function findColumns(header: readonly string[]): Map<keyof typeof COLUMNS, number> | null {
  const columns = new Map<keyof typeof COLUMNS, number>();
  for (const [key, pattern] of Object.entries(COLUMNS) as [keyof typeof COLUMNS, RegExp][]) {
    const at = header.findIndex((cell) => pattern.test(cell));
    if (at >= 0) columns.set(key, at);
  }
  return columns.has("name") && columns.has("distance") ? columns : null;
}

function readRow(cells: readonly string[], columns: ReadonlyMap<string, number>, header: readonly string[]) {
  const cell = (key: string) => {
    const at = columns.get(key);
    const value = at === undefined ? undefined : cells[at];
    return value === undefined || value === "" ? null : value;
  };
  const name = cell("name");
  if (name === null) return null;
  const measure = (key: string, to: string) => {
    const value = number(cell(key));
    const named = LENGTH.exec(header[columns.get(key) ?? -1] ?? "")?.[0] ?? to;
    return value === null ? null : convert(value, unitNamed(named)!, unitNamed(to)!);
  };
  const position = /^(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)$/.exec(
    (cell("position") ?? "").replaceAll("−", "-"),
  );
  return {
    name,
    miles: measure("distance", "mi"),
    elevationFeet: measure("elevation", "ft"),
    latitude: position === null ? null : Number(position[1]),
    longitude: position === null ? null : Number(position[2]),
    water: cell("water"),
    camp: cell("camp"),
  };
}

function number(cell: string | null): number | null {
  const match = /-?\d[\d,]*(?:\.\d+)?/.exec((cell ?? "").replaceAll("−", "-"));
  return match === null ? null : Number(match[0].replaceAll(",", ""));
}
