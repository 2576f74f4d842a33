/**
 * GPX 1.0 and 1.1: tracks, routes and waypoints.
 * @module
 */
import { gpx } from "@tmcw/togeojson";
import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import { cleanText, collapse } from "../text/normalize.ts";
import { NO_METADATA, type SourceDocument, type Track } from "../records.ts";
import { MalformedFileError } from "./malformed.ts";
import { TextBuilder } from "./text_builder.ts";

interface Point {
  readonly latitude: number;
  readonly longitude: number;
  readonly elevation: number;
}

/**
 * Reads GPX. The text names the tracks, routes and waypoints with what the file says of them; the lines
 * themselves go to `tracks`.
 *
 * @throws {MalformedFileError} for broken XML, a file without any point, and impossible coordinates
 */
export function readGpx(raw: string): SourceDocument {
  const xml = parseXml(cleanText(raw));
  checkCoordinates(xml);
  const out = new TextBuilder();
  const root = xml.documentElement!;
  const name = childText(root, "metadata", "name") ?? childText(root, "name");
  const description = childText(root, "metadata", "desc") ?? childText(root, "desc");
  const tracks: Track[] = [];
  const waypoints: string[] = [];
  const lines: string[] = [];
  for (const feature of gpx(xml as unknown as Parameters<typeof gpx>[0]).features) {
    const properties = feature.properties ?? {};
    const label = collapse(cleanText(String(properties.name ?? "")));
    const note = collapse([properties.desc, properties.cmt].filter((v) => typeof v === "string").join(" "));
    const geometry = feature.geometry;
    if (geometry?.type === "Point") {
      const [longitude, latitude, elevation] = geometry.coordinates;
      waypoints.push(describePoint(label, note, latitude!, longitude!, elevation));
    } else if (geometry?.type === "LineString" || geometry?.type === "MultiLineString") {
      const parts = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
      tracks.push({ name: label || null, points: Float64Array.from(parts.flat().flatMap(toPoint)) });
      lines.push([label || "Unnamed track", note].filter(Boolean).join(": "));
    }
  }
  if (tracks.length === 0 && waypoints.length === 0) {
    throw new MalformedFileError("has no track or route of at least 2 points and no waypoint");
  }
  const title = name ?? tracks.find((track) => track.name !== null)?.name ?? null;
  if (title !== null) out.add("heading", title, 1);
  if (description !== null) out.add("paragraph", description);
  for (const line of lines) out.add("item", `• ${line}`, 1);
  if (waypoints.length > 0) out.add("heading", "Waypoints", 2);
  for (const line of waypoints) out.add("item", `• ${line}`, 1);
  return { metadata: { ...NO_METADATA, title }, text: out.text, blocks: out.blocks, tracks };
}

function parseXml(raw: string) {
  try {
    const xml = new DOMParser({ onError: onErrorStopParsing }).parseFromString(raw, "text/xml");
    if (xml.documentElement?.localName !== "gpx") {
      throw new MalformedFileError(
        `is not GPX: its root element is <${xml.documentElement?.nodeName ?? "nothing"}>`,
      );
    }
    return xml;
  } catch (error) {
    if (error instanceof MalformedFileError) throw error;
    const locator = (error as { locator?: { lineNumber?: number } }).locator;
    throw new MalformedFileError(
      `is not well-formed XML: ${(error as Error).message.split("\n")[0]}`,
      locator?.lineNumber ?? null,
    );
  }
}

type Xml = ReturnType<typeof parseXml>;

/** togeojson drops points it cannot read; a trail with silent holes is worse than an error. */
function checkCoordinates(xml: Xml): void {
  for (const tag of ["trkpt", "rtept", "wpt"]) {
    const elements = xml.getElementsByTagNameNS("*", tag);
    for (let i = 0; i < elements.length; i++) {
      const element = elements.item(i)!;
      const line = (element as { lineNumber?: number }).lineNumber ?? null;
      const point = {
        latitude: readNumber(element.getAttribute("lat")),
        longitude: readNumber(element.getAttribute("lon")),
      };
      checkPoint(tag, i, point, line);
    }
  }
}

function checkPoint(
  tag: string,
  i: number,
  { latitude, longitude }: Omit<Point, "elevation">,
  line: number | null,
): void {
  const where = `<${tag}> number ${i + 1}`;
  if (Number.isNaN(latitude) || Number.isNaN(longitude)) {
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

function readNumber(value: string | null): number {
  return value === null || value.trim() === "" ? NaN : Number(value);
}

function childText(root: NonNullable<Xml["documentElement"]>, ...path: string[]): string | null {
  let node = root;
  for (const name of path) {
    const next = Array.from(node.childNodes).find((child) => (child as typeof root).localName === name);
    if (next === undefined) return null;
    node = next as typeof root;
  }
  return collapse(cleanText(node.textContent ?? "")) || null;
}

function toPoint(position: number[]): number[] {
  return [position[1]!, position[0]!, position[2] ?? NaN];
}

function describePoint(
  label: string,
  note: string,
  latitude: number,
  longitude: number,
  elevation?: number,
): string {
  const place = `${degrees(latitude)}, ${degrees(longitude)}`;
  const height = elevation === undefined || Number.isNaN(elevation) ? "" : `, ${Math.round(elevation) + 0} m`;
  return `${label || "Unnamed waypoint"} (${place}${height})${
    note === "" || note === label ? "" : `: ${note}`
  }`;
}

/** Five decimals, about a metre; no sign before zero. */
function degrees(value: number): string {
  return value.toFixed(5).replace(/^-(?=0\.0+$)/, "");
}
