/**
 * GPX 1.0 and 1.1: tracks, routes and waypoints.
 * @module
 */
import { gpx } from "@tmcw/togeojson";
import type { SourceDocument } from "../records.ts";
import { cleanText, collapse } from "../text/normalize.ts";
import { checkPlace, line, mapDocument } from "./features.ts";
import { MalformedFileError } from "./malformed.ts";
import { parseXml, type Xml, type XmlElement, xmlElements } from "./xml.ts";

/**
 * Reads GPX.
 *
 * @throws {MalformedFileError} for broken XML, a file without any point, and impossible coordinates
 */
export function readGpx(raw: string): SourceDocument {
  const xml = parseXml(raw);
  const root = xml.documentElement;
  if (root?.localName !== "gpx") {
    throw new MalformedFileError(`is not GPX: its root element is <${root?.nodeName ?? "nothing"}>`);
  }
  checkCoordinates(xml);
  return mapDocument({
    title: childText(root, "metadata", "name") ?? childText(root, "name"),
    description: childText(root, "metadata", "desc") ?? childText(root, "desc"),
    features: gpx(xml as unknown as Parameters<typeof gpx>[0]).features,
    told: ({ properties }) => ({
      name: line(properties?.name),
      note: [properties?.desc, properties?.cmt].filter((value) => typeof value === "string").map(line).join(
        " ",
      ),
    }),
  });
}

/** togeojson drops points it cannot read; a trail with silent holes is worse than an error. */
function checkCoordinates(xml: Xml): void {
  for (const tag of ["trkpt", "rtept", "wpt"]) {
    xmlElements(xml, tag).forEach((element, i) => {
      const at = (element as { lineNumber?: number }).lineNumber ?? null;
      const latitude = readNumber(element.getAttribute("lat"));
      checkPlace(latitude, readNumber(element.getAttribute("lon")), `<${tag}> number ${i + 1}`, at);
    });
  }
}

function readNumber(value: string | null): number {
  return value === null || value.trim() === "" ? NaN : Number(value);
}

function childText(root: XmlElement, ...path: string[]): string | null {
  let node = root;
  for (const name of path) {
    const next = Array.from(node.childNodes).find((child) => (child as XmlElement).localName === name);
    if (next === undefined) return null;
    node = next as XmlElement;
  }
  return collapse(cleanText(node.textContent ?? "")) || null;
}
