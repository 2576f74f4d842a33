/**
 * XML files, through xmldom, which reads no external entities.
 * @module
 */
import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import { cleanText, collapse } from "../text/normalize.ts";
import { decodePage } from "./decode.ts";
import { MalformedFileError } from "./malformed.ts";

/**
 * Parses XML.
 *
 * @param name of the part, for messages about an archive
 * @throws {MalformedFileError} with the line, for what is not well-formed
 */
export function parseXml(raw: string, name = "") {
  const where = name === "" ? "" : `: ${name}`;
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(cleanText(raw), "text/xml");
  } catch (error) {
    const locator = (error as { locator?: { lineNumber?: number } }).locator;
    throw new MalformedFileError(
      `is not well-formed XML${where}: ${(error as Error).message.split("\n")[0]}`,
      locator?.lineNumber ?? null,
    );
  }
}

export type Xml = ReturnType<typeof parseXml>;
export type XmlElement = NonNullable<Xml["documentElement"]>;

/** Elements of a local name under a node, in order. */
export function xmlElements(parent: Xml | XmlElement, name: string): XmlElement[] {
  const found = parent.getElementsByTagNameNS("*", name);
  return Array.from({ length: found.length }, (_, i) => found.item(i) as XmlElement);
}

/** Text of the first element of a local name in a file, or null. */
export function xmlText(bytes: Uint8Array, name: string): string | null {
  const first = xmlElements(parseXml(decodePage(bytes)), name)[0];
  return first === undefined ? null : collapse(first.textContent ?? "") || null;
}
