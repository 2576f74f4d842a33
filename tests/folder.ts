/**
 * Folders of documents for tests of `cairn pack build`.
 * @module
 */
/** Files by path; a folder with them that is gone when the test is over. */
export async function withFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "cairn-pack-" });
  try {
    await Deno.mkdir(`${folder}/docs`);
    for (const [path, content] of Object.entries(files)) {
      await Deno.mkdir(`${folder}/docs/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
      await Deno.writeFile(
        `${folder}/docs/${path}`,
        typeof content === "string" ? new TextEncoder().encode(content) : content,
      );
    }
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A GPX file around its content, which starts on line 3. */
export const gpx = (inner: string) =>
  `<?xml version="1.0"?>\n<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">\n${inner}\n</gpx>\n`;
/** A GPX file with one track, whose first point is on line 4. */
export const track = (...points: string[]) =>
  gpx(`<trk><name>Loop</name><trkseg>\n${points.join("\n")}\n</trkseg></trk>`);

const HUT =
  "---\ntitle: The hut\nas_of: 2026-10-01\ntopic: trail\n---\n# The hut\n\nThe Quagmire hut sleeps 12 😀.\n";
const SPRING = "The Quagmire spring is 300 m north of the hut.\r\n\r\nIt is dry in August.\r\n";
export const LOOP = track('<trkpt lat="46.1" lon="7.1"/>', '<trkpt lat="46.2" lon="7.2"/>');
/** Three documents that can be read. */
export const GOOD = { "hut.md": HUT, "water/spring.txt": SPRING, "loop.gpx": LOOP };
