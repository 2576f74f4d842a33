/**
 * Lines and points of a map file, whatever its format, to a document.
 * @module
 */
import type { Feature, Geometry, Position } from "geojson";
import { NO_METADATA, type SourceDocument, type Track } from "../records.ts";
import { cleanText, collapse } from "../text/normalize.ts";
import { MalformedFileError } from "./malformed.ts";
import { TextBuilder } from "./text_builder.ts";

/** What a map file says of a feature, for people. */
export interface Told {
  readonly name: string;
  readonly note: string;
}

/** A map file's own title and description, its features and how each is named. */
export interface MapFile {
  readonly title: string | null;
  readonly description: string | null;
  readonly features: readonly Feature<Geometry | null>[];
  told(feature: Feature<Geometry | null>): Told;
}

/**
 * The text names tracks, areas and waypoints with what the file says of them; the lines themselves go to `tracks`.
 *
 * @throws {MalformedFileError} for a file without any, and for positions that are no places
 */
export function mapDocument(file: MapFile): SourceDocument {
  const tracks: Track[] = [];
  const lines: string[] = [];
  const waypoints: string[] = [];
  for (const [i, feature] of file.features.entries()) {
    const { name, note } = file.told(feature);
    const where = `feature ${i + 1}${name === "" ? "" : ` (${name})`}`;
    for (const geometry of simple(feature.geometry)) {
      const positions = positionsOf(geometry);
      positions.forEach((position) => checkPosition(position, where));
      if (geometry.type === "Point" || geometry.type === "MultiPoint") {
        waypoints.push(...positions.map((position) => describePoint(name, note, position)));
      } else if (geometry.type === "Polygon" || geometry.type === "MultiPolygon") {
        lines.push(named("Unnamed area", name, note));
      } else if (positions.length >= 2) {
        tracks.push({ name: name || null, points: Float64Array.from(positions.flatMap(toPoint)) });
        lines.push(named("Unnamed track", name, note));
      }
    }
  }
  if (lines.length === 0 && waypoints.length === 0) {
    throw new MalformedFileError("has no track or route of at least 2 points and no waypoint");
  }
  const title = file.title ?? tracks.find((track) => track.name !== null)?.name ?? null;
  const out = new TextBuilder();
  if (title !== null) out.add("heading", title, 1);
  if (file.description !== null) out.add("paragraph", file.description);
  for (const line of lines) out.add("item", `• ${line}`, 1);
  if (waypoints.length > 0) out.add("heading", "Waypoints", 2);
  for (const line of waypoints) out.add("item", `• ${line}`, 1);
  return { metadata: { ...NO_METADATA, title }, text: out.text, blocks: out.blocks, tracks };
}

/** A property as one line of text. */
export function line(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? collapse(cleanText(String(value))) : "";
}

type Simple = Exclude<Geometry, { type: "GeometryCollection" }>;

function simple(geometry: Geometry | null): Simple[] {
  if (geometry === null) return [];
  return geometry.type === "GeometryCollection" ? geometry.geometries.flatMap(simple) : [geometry];
}

function positionsOf(geometry: Simple): Position[] {
  switch (geometry.type) {
    case "Point":
      return [geometry.coordinates];
    case "MultiPoint":
    case "LineString":
      return geometry.coordinates;
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates.flat();
    case "MultiPolygon":
      return geometry.coordinates.flat(2);
  }
}

/**
 * Checks that a position is a place on Earth.
 *
 * @throws {MalformedFileError} saying what is wrong and where
 */
export function checkPlace(
  latitude: number,
  longitude: number,
  where: string,
  line: number | null = null,
): void {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) {
    throw new MalformedFileError(`${where}: lat and lon must be numbers`, line);
  }
  if (Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90) {
    throw new MalformedFileError(
      `${where}: lat ${latitude} is outside -90…90; lat and lon look swapped`,
      line,
    );
  }
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    throw new MalformedFileError(`${where}: ${latitude}, ${longitude} is no place on Earth`, line);
  }
}

function checkPosition(position: Position, where: string): void {
  checkPlace(position[1] ?? NaN, position[0] ?? NaN, where);
}

function toPoint(position: Position): number[] {
  return [position[1]!, position[0]!, position[2] ?? NaN];
}

function named(unnamed: string, name: string, note: string): string {
  return [name || unnamed, note === name ? "" : note].filter(Boolean).join(": ");
}

function describePoint(name: string, note: string, [longitude, latitude, elevation]: Position): string {
  const place = `${degrees(latitude!)}, ${degrees(longitude!)}`;
  const height = elevation === undefined || Number.isNaN(elevation) ? "" : `, ${Math.round(elevation) + 0} m`;
  return `${name || "Unnamed waypoint"} (${place}${height})${
    note === "" || note === name ? "" : `: ${note}`
  }`;
}

/** Five decimals, about a metre; no sign before zero. */
function degrees(value: number): string {
  return value.toFixed(5).replace(/^-(?=0\.0+$)/, "");
}
