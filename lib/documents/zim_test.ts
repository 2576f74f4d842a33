import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { zstdCompressSync } from "node:zlib";
import { MalformedFileError } from "./malformed.ts";
import { readFolder } from "./read_folder.ts";
import { ZimArchive } from "./zim.ts";

interface Made {
  readonly path: string;
  readonly title?: string;
  readonly content: string;
  readonly mime?: 0 | 1;
  readonly namespace?: string;
}

const encode = (text: string) => new TextEncoder().encode(text);
const number = (value: number, bytes: number) =>
  Uint8Array.from({ length: bytes }, (_, i) => Math.floor(value / 2 ** (8 * i)) % 256);
const concat = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** A ZIM archive with one Zstandard cluster of web pages (kind 0) and texts (kind 1). */
function zimOf(
  entries: readonly Made[],
  pack: (body: Uint8Array) => Uint8Array = zstdCompressSync,
): Uint8Array {
  const blobs = entries.map(({ content }) => encode(content));
  let at = 4 * (blobs.length + 1);
  const offsets = [at, ...blobs.map((blob) => at += blob.length)];
  const cluster = concat(
    Uint8Array.of(5),
    pack(concat(...offsets.map((offset) => number(offset, 4)), ...blobs)),
  );
  const mimes = encode("text/html\0text/plain\0\0");
  const dirents = entries.map(({ path, title = "", mime = 0, namespace = "C" }, i) =>
    concat(
      number(mime, 2),
      Uint8Array.of(0),
      encode(namespace),
      number(0, 4),
      number(0, 4),
      number(i, 4),
      encode(`${path}\0${title}\0`),
    )
  );
  const place = { mimes: 80, dirents: 80 + mimes.length };
  let next = place.dirents;
  const direntAt = dirents.map((dirent) => (next += dirent.length) - dirent.length);
  const [paths, clusters] = [next, next + 8 * dirents.length];
  const clusterAt = clusters + 8;
  const checksumAt = clusterAt + cluster.length;
  const header = concat(
    number(0x044d495a, 4),
    number(6, 2),
    number(1, 2),
    new Uint8Array(16),
    number(entries.length, 4),
    number(1, 4),
    ...[paths, paths, clusters, place.mimes].map((value) => number(value, 8)),
    number(0xffffffff, 4),
    number(0xffffffff, 4),
    number(checksumAt, 8),
  );
  const body = concat(
    header,
    mimes,
    ...dirents,
    ...direntAt.map((value) => number(value, 8)),
    number(clusterAt, 8),
    cluster,
  );
  return concat(body, createHash("md5").update(body).digest());
}

async function read(bytes: Uint8Array) {
  const path = await Deno.makeTempFile({ suffix: ".zim" });
  try {
    await Deno.writeFile(path, bytes);
    return await articlesOf(path);
  } finally {
    await Deno.remove(path);
  }
}

async function articlesOf(path: string) {
  const archive = await ZimArchive.open(path);
  const read = [];
  for (const article of archive.articles) {
    read.push({ path: article.path, document: await archive.read(article) });
  }
  return read;
}

const ARCHIVE: readonly Made[] = [
  { path: "Ford", title: "Fords", content: "<p>Cross early.</p>" },
  { path: "St. Helens", content: "<title>Mount</title><p>Look out.</p>" },
  { path: "a.txt", content: "no article", mime: 1 },
  { path: "Date", content: "2025-03-04", mime: 1, namespace: "M" },
  { path: "License", content: "CC BY-SA", mime: 1, namespace: "M" },
];

Deno.test("every article of an archive is a document, with what the archive says of itself", async () => {
  const articles = await read(zimOf(ARCHIVE));
  assert.deepEqual(
    articles.map((article) => [
      article.path,
      article.document.text,
      article.document.metadata.title,
      article.document.metadata.asOf,
      article.document.metadata.licence,
    ]),
    [
      ["Ford", "Cross early.", "Fords", "2025-03-04", "CC BY-SA"],
      ["St. Helens", "Look out.", "Mount", "2025-03-04", "CC BY-SA"],
    ],
  );
});

Deno.test("an archive that is damaged is refused with what is wrong", async (t) => {
  const whole = zimOf(ARCHIVE);
  const changed = (at: number, ...bytes: number[]) => {
    const copy = whole.slice();
    copy.set(bytes, at);
    copy.set(createHash("md5").update(copy.subarray(0, -16)).digest(), copy.length - 16);
    return copy;
  };
  const cases: [string, Uint8Array, RegExp][] = [
    ["nothing", new Uint8Array(), /smaller than a header/],
    ["another file", new Uint8Array(200), /no ZIM archive/],
    ["cut short", whole.subarray(0, whole.length - 40), /behind its end/],
    ["a byte changed", Uint8Array.from(whole, (byte, i) => i === 82 ? byte ^ 1 : byte), /checksum|kinds/],
    ["clusters behind the end", changed(48, 255, 255, 255, 255), /behind its end/],
    ["kinds that are none", changed(80, 0x20), /kinds/],
    ["articles out of order", zimOf([...ARCHIVE].reverse()), /out of order/],
    ["a cluster that is not packed so", zimOf(ARCHIVE, (body) => body), /cluster 0/],
    ["no article", zimOf(ARCHIVE.slice(2)), /no article/],
  ];
  for (const [name, bytes, message] of cases) {
    await t.step(name, async () => {
      await assert.rejects(() => read(bytes), (error) => {
        assert.ok(error instanceof MalformedFileError, String(error));
        assert.match(error.message, message);
        return true;
      });
    });
  }
});

Deno.test("a bomb is not unpacked", async () => {
  const huge = [{ path: "a", content: "" }];
  await assert.rejects(
    () => read(zimOf(huge, () => zstdCompressSync(new Uint8Array(200_000_000)))),
    MalformedFileError,
  );
});

Deno.test("an archive in a folder is a folder of articles", async () => {
  const root = await Deno.makeTempDir();
  try {
    await Deno.writeFile(
      `${root}/wiki.zim`,
      zimOf([...ARCHIVE.slice(0, 1), { path: "Void", content: "<p></p>" }, ...ARCHIVE.slice(3)]
        .toSorted((a, b) => (a.namespace ?? "C") < (b.namespace ?? "C") ? -1 : 0)),
    );
    const [ford, empty, ...others] = await Array.fromAsync(readFolder(root));
    assert.ok(ford?.kind === "document" && empty?.kind === "document" && others.length === 0);
    assert.deepEqual([ford.path, empty.path], ["wiki.zim/Ford.html", "wiki.zim/Void.html"]);
    assert.equal((await ford.read()).text, "Cross early.");
    await assert.rejects(async () => await empty.read(), /has no text/);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

const SHARED = new URL("../../../shared/data/zim/", import.meta.url);
const missing = !(await Deno.stat(SHARED).then(() => true, () => false));

Deno.test(
  { name: "real archives are read or refused (needs ../shared/data/zim)", ignore: missing },
  async (t) => {
    const wanted: Record<string, number> = {
      "small-nons.zim": 1,
      "small-withns.zim": 1,
      "wikibooks_be_all_nopic_2017-02.zim": 66,
    };
    for (const { name } of Deno.readDirSync(SHARED)) {
      if (!name.endsWith(".zim")) continue;
      await t.step(name, async () => {
        const reading = articlesOf(new URL(name, SHARED).pathname);
        if (name in wanted) assert.equal((await reading).length, wanted[name]);
        else await assert.rejects(reading, MalformedFileError);
      });
    }
  },
);
