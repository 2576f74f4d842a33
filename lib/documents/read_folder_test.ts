import assert from "node:assert/strict";
import type { SourceDocument } from "../records.ts";
import { MalformedFileError } from "./malformed.ts";
import { readFolder } from "./read_folder.ts";

type Entry =
  | { kind: "document"; document: SourceDocument }
  | { kind: "malformed"; line: number | null; problem: string }
  | { kind: "ignored" };

async function read(files: Record<string, string | Uint8Array>): Promise<Map<string, Entry>> {
  const root = await Deno.makeTempDir();
  try {
    for (const [path, content] of Object.entries(files)) {
      await Deno.mkdir(`${root}/${path}`.replace(/[^/]*$/, ""), { recursive: true });
      await Deno.writeFile(
        `${root}/${path}`,
        typeof content === "string" ? new TextEncoder().encode(content) : content,
      );
    }
    if (Deno.build.os !== "windows") {
      await Deno.symlink("/etc", `${root}/linked`);
      await Deno.symlink("/etc/hostname", `${root}/linked.md`);
    }
    const entries = new Map<string, Entry>();
    for await (const entry of readFolder(root)) {
      if (entry.kind === "ignored") entries.set(entry.path, entry);
      else {
        try {
          entries.set(entry.path, { kind: "document", document: await entry.read() });
        } catch (error) {
          if (!(error instanceof Error)) throw error;
          const line = error instanceof MalformedFileError ? error.line : null;
          entries.set(entry.path, { kind: "malformed", line, problem: error.message });
        }
      }
    }
    return entries;
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("files come in path order; hidden ones and links stay out", async () => {
  const entries = await read({
    "b.md": "b",
    "a/z.TXT": "z",
    "a/é.markdown": "e",
    "B.md": "B",
    ".hidden.md": "no",
    ".git/x.md": "no",
    "photo.jpg": "no",
    "README": "no",
  });
  assert.deepEqual([...entries.keys()], ["B.md", "README", "a/z.TXT", "a/é.markdown", "b.md", "photo.jpg"]);
  assert.equal(entries.get("a/z.TXT")!.kind, "document");
  assert.equal(entries.get("photo.jpg")!.kind, "ignored");
  assert.equal(entries.get("README")!.kind, "ignored");
});

Deno.test("what cannot be read is reported and the rest is read", async (t) => {
  const entries = await read({
    "good.md": "\uFEFF# Good\r\n\r\ntext",
    "latin1.txt": Uint8Array.of(0x43, 0x61, 0x66, 0xe9),
    "utf16.txt": Uint8Array.of(0xff, 0xfe, 0x41, 0x00),
    "empty.md": "",
    "comment.md": "<!-- later -->",
    "matter.md": "---\nrisk: none\n---\n# A",
    "bomb.md":
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n` +
      `d: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\n# A`,
    "track.gpx": "<gpx>",
    "letter.docx": "not a zip",
    "scan.PDF": "not a pdf",
    "table.csv": "name,lat\nTarn;36",
  });
  const cases: [string, number | null, RegExp][] = [
    ["latin1.txt", null, /not UTF-8/],
    ["utf16.txt", null, /not UTF-8/],
    ["empty.md", null, /no text/],
    ["comment.md", null, /no text/],
    ["matter.md", 2, /risk/],
    ["bomb.md", null, /./],
    ["track.gpx", 1, /well-formed/],
    ["letter.docx", null, /zip archive/],
    ["scan.PDF", null, /no whole PDF/],
    ["table.csv", 2, /columns/],
  ];
  for (const [path, line, problem] of cases) {
    await t.step(path, () => {
      const entry = entries.get(path);
      assert.ok(entry?.kind === "malformed", `it is ${entry?.kind}`);
      assert.equal(entry.line, line);
      assert.match(entry.problem, problem);
    });
  }
  const good = entries.get("good.md");
  assert.ok(good?.kind === "document");
  assert.equal(good.document.text, "Good\n\ntext");
});

Deno.test("files of every text kind are read by their extension", async () => {
  const entries = await read({
    "a.html": "<h1>Ford</h1><p>Cross early.</p>",
    "b.HTM": "<p>Wade.</p>",
    "c.csv": "name,miles\nTarn,2",
    "d.geojson": '{"type":"Point","coordinates":[7,46]}',
    "e.kml":
      "<kml><Placemark><name>Hut</name><Point><coordinates>7,46</coordinates></Point></Placemark></kml>",
  });
  const texts = [...entries.values()].map((entry) =>
    entry.kind === "document" ? entry.document.text : entry.kind
  );
  assert.deepEqual(texts, [
    "Ford\n\nCross early.",
    "Wade.",
    "name | miles\nTarn | 2",
    "Waypoints\n\n• Unnamed waypoint (46.00000, 7.00000)",
    "Waypoints\n\n• Hut (46.00000, 7.00000)",
  ]);
});

Deno.test("an empty folder has no entries, a missing one is an error", async () => {
  assert.equal((await read({})).size, 0);
  await assert.rejects(async () => {
    for await (const _ of readFolder("/no/such/folder")) throw new Error("an entry of nothing");
  }, Deno.errors.NotFound);
});
