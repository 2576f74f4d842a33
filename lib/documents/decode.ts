/**
 * Bytes of a text file to text.
 * @module
 */
import { MalformedFileError } from "./malformed.ts";

/**
 * UTF-8, and nothing else.
 *
 * @throws {MalformedFileError} for any other encoding
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new MalformedFileError("is not UTF-8 text; save it as UTF-8");
  }
}

/** How far into a page its own word about its encoding is looked for, in bytes, as browsers do. */
const PRESCAN = 1024;

const BYTE_ORDER_MARKS: readonly (readonly [label: string, ...mark: number[]])[] = [
  ["utf-8", 0xef, 0xbb, 0xbf],
  ["utf-16le", 0xff, 0xfe],
  ["utf-16be", 0xfe, 0xff],
];

/**
 * A web page's text, whatever it says of its encoding: what is UTF-8 is read as UTF-8, for pages that say otherwise are
 * mostly wrong; then goes what the page says, and at last windows-1252, the web's default.
 */
export function decodePage(bytes: Uint8Array): string {
  const marked = BYTE_ORDER_MARKS.find(([, ...mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (marked !== undefined) return new TextDecoder(marked[0]).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const start = new TextDecoder("latin1").decode(bytes.subarray(0, PRESCAN));
    const said = /<(?:meta|\?xml)\b[^>]*(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1];
    return decoderOf(said ?? "windows-1252").decode(bytes);
  }
}

/** A page that was not UTF-8 although it says so is read as the web's default; so is an encoding that nobody knows. */
function decoderOf(label: string): TextDecoder {
  try {
    const decoder = new TextDecoder(label);
    return /^utf-?8$/.test(decoder.encoding) ? new TextDecoder("windows-1252") : decoder;
  } catch {
    return new TextDecoder("windows-1252");
  }
}
