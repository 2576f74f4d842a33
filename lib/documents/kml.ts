/**
 * KML, alone or packed as KMZ: places, paths and areas.
 * @module
 */
import { kml } from "@tmcw/togeojson";
import type { SourceDocument } from "../records.ts";
import { collapse, withoutLigatures } from "../text/normalize.ts";
import { decodePage } from "./decode.ts";
import { checkPlace, line, mapDocument } from "./features.ts";
import { addHtml, parsePage } from "./html.ts";
import { MalformedFileError } from "./malformed.ts";
import { TextBuilder } from "./text_builder.ts";
import { parseXml, type Xml, xmlElements } from "./xml.ts";
import { unzip } from "./zip.ts";

/**
 * Reads KML 2.
 *
 * @throws {MalformedFileError} for broken XML, a file without any place, and impossible coordinates
 */
export function readKml(bytes: Uint8Array): SourceDocument {
  const xml = parseXml(decodePage(bytes));
  const root = xml.documentElement;
  if (root?.localName !== "kml") {
    throw new MalformedFileError(`is not KML: its root element is <${root?.nodeName ?? "nothing"}>`);
  }
  checkCoordinates(xml);
  const features = kml(xml as unknown as Parameters<typeof kml>[0], { skipNullGeometry: true }).features;
  const [whole] = [...xmlElements(xml, "Document"), ...xmlElements(xml, "Folder")];
  const own = (name: string) => {
    const child = Array.from(whole?.childNodes ?? []).find((node) =>
      (node as { localName?: string }).localName === name
    );
    return shown(child?.textContent ?? "") || null;
  };
  return mapDocument({
    title: own("name"),
    description: own("description"),
    features,
    told: ({ properties }) => ({ name: line(properties?.name), note: note(properties?.description) }),
  });
}

/**
 * Reads the KML of a KMZ: `doc.kml`, or the only one.
 *
 * @throws {MalformedFileError} also for an archive without KML
 */
export async function readKmz(bytes: Uint8Array): Promise<SourceDocument> {
  const files = await unzip(bytes, (path) => /\.kml$/i.test(path));
  const kml = files.get("doc.kml") ?? [...files.values()][0];
  if (kml === undefined) throw new MalformedFileError("holds no KML");
  return readKml(kml);
}

/** togeojson turns what it cannot read into holes; a path with silent holes is worse than an error. */
function checkCoordinates(xml: Xml): void {
  for (const element of xmlElements(xml, "coordinates")) {
    const at = (element as { lineNumber?: number }).lineNumber ?? null;
    for (const tuple of (element.textContent ?? "").trim().split(/\s+/)) {
      if (tuple === "") continue;
      const [longitude, latitude] = tuple.split(",").map((part) => part.trim() === "" ? NaN : Number(part));
      checkPlace(latitude ?? NaN, longitude ?? NaN, `<coordinates> ${tuple.slice(0, 60)}`, at);
    }
  }
}

/** Descriptions are text or HTML; togeojson says which. */
function note(description: unknown): string {
  if (typeof description === "string") return shown(description);
  const { value } = (description ?? {}) as { value?: unknown };
  return typeof value === "string" ? shown(value) : "";
}

function shown(html: string): string {
  const out = new TextBuilder();
  addHtml(out, parsePage(html));
  return collapse(withoutLigatures(out.text));
}
