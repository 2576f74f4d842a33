/**
 * A pack's documents as files of a folder.
 * @module
 */
import type { IndexedDocument, Track } from "../records.ts";
import { toMarkdown } from "./markdown.ts";

/** A file to write: its path in the folder and what is in it. */
export interface ExtractedFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Every document as Markdown and, where it has tracks, as GPX beside it. Paths stay inside the folder whatever the pack says, and no
 * two files are one.
 */
export function* extractFiles(records: Iterable<IndexedDocument>): Generator<ExtractedFile> {
  const taken = new Set<string>();
  const free = (stem: string, extension: string) => {
    let path = `${stem}.${extension}`;
    for (let i = 2; taken.has(path.toLowerCase()); i++) path = `${stem} (${i}).${extension}`;
    taken.add(path.toLowerCase());
    return path;
  };
  for (const { path, title, document } of records) {
    const stem = safePath(path.replace(/\.[^./]+$/, ""));
    const metadata = { ...document.metadata, title };
    yield { path: free(stem, "md"), content: toMarkdown({ ...document, metadata }) };
    if (document.tracks.length > 0) {
      yield { path: free(`${stem}-track`, "gpx"), content: toGpx(document.tracks) };
    }
  }
}

/** A relative path of names that every file system takes. */
export function safePath(path: string): string {
  const names = path.split(/[/\\]/)
    // deno-lint-ignore no-control-regex -- control characters are what must not be in a name
    .map((name) => name.replace(/[\u0000-\u001f<>:"|?*]/g, "_").replace(/^[. ]+|[. ]+$/g, "").slice(0, 120))
    .map((name) => (/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `_${name}` : name))
    .filter((name) => name !== "");
  return names.join("/") || "document";
}

function toGpx(tracks: readonly Track[]): string {
  const lines = tracks.map(({ name, points }) => {
    const positions = [];
    for (let i = 0; i + 2 < points.length; i += 3) {
      const elevation = Number.isNaN(points[i + 2]!) ? "" : `<ele>${points[i + 2]}</ele>`;
      positions.push(`<trkpt lat="${points[i]}" lon="${points[i + 1]}">${elevation}</trkpt>`);
    }
    const named = name === null ? "" : `<name>${xml(name)}</name>`;
    return `<trk>${named}<trkseg>\n${positions.join("\n")}\n</trkseg></trk>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Cairn" xmlns="http://www.topografix.com/GPX/1/1">\n${
    lines.join("\n")
  }\n</gpx>\n`;
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
