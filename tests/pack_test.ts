/** `cairn pack build|info|verify`: what is built, what is left out and said, and what is found broken. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { cairn, withEnv } from "./console.ts";
import { GOOD, gpx, LOOP, track, withFolder } from "./folder.ts";

/** Malformed files with what must be said of them, after "Left out ". */
const BAD: readonly (readonly [path: string, content: string | Uint8Array, says: RegExp])[] = [
  [
    "yaml.md",
    '---\ntitle: ok\nsource: "open\n---\nText.\n',
    /^yaml\.md, line [34]: front matter is not YAML/,
  ],
  [
    "date.md",
    "---\ntitle: ok\nas_of: soon\n---\nText.\n",
    /^date\.md, line 3: front matter: as_of: must be YYYY/,
  ],
  ["crlf.md", "---\r\ntitle: ok\r\nrisk: some\r\n---\r\nText.\r\n", /^crlf\.md, line 3: front matter: risk/],
  ["list.md", "---\n- one\n---\nText.\n", /^list\.md.*: front matter/],
  ["only.md", "---\ntitle: nothing else\n---\n", /^only\.md: has no text$/],
  ["comment.md", "<!-- nothing to see -->\n", /^comment\.md: has no text$/],
  ["empty.txt", "", /^empty\.txt: has no text$/],
  [
    "latin1.txt",
    new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
    /^latin1\.txt: is not UTF-8 text; save it as UTF-8$/,
  ],
  ["none.gpx", gpx("<metadata><name>Nothing</name></metadata>"), /^none\.gpx: has no track or route/],
  [
    "one.gpx",
    track('<trkpt lat="46.1" lon="7.1"/>'),
    /^one\.gpx: has no track or route of at least 2 points/,
  ],
  [
    "nan.gpx",
    track('<trkpt lat="46.1" lon="7.1"/>', '<trkpt lat="NaN" lon="7.2"/>'),
    /^nan\.gpx, line 5: <trkpt> number 2: lat and lon must be numbers$/,
  ],
  [
    "blank.gpx",
    track('<trkpt lat="" lon="7.1"/>', '<trkpt lat="46.1" lon="7.2"/>'),
    /^blank\.gpx, line 4: <trkpt> number 1: lat and lon must be numbers$/,
  ],
  [
    "swapped.gpx",
    track('<trkpt lat="-118.29" lon="36.57"/>', '<trkpt lat="-118.3" lon="36.58"/>'),
    /^swapped\.gpx, line 4: <trkpt> number 1: lat -118\.29 .*look swapped$/,
  ],
  [
    "moon.gpx",
    gpx('<wpt lat="46" lon="7"/>\n<wpt lat="46" lon="181"/>'),
    /^moon\.gpx, line 4: <wpt> number 2: 46, 181 is no place on Earth$/,
  ],
  ["cut.gpx", LOOP.slice(0, 150), /^cut\.gpx, line \d+: is not well-formed XML/],
  ["page.gpx", "<html><body>Not found</body></html>", /^page\.gpx: is not GPX: its root element is <html>$/],
  ["photo.jpg", new Uint8Array([0xff, 0xd8]), /^photo\.jpg: is not a kind of file that packs are built from/],
  [
    "hut.txt",
    "The same name as another.",
    /^hut\.txt: would have the same name as hut\.md; rename one of them$/,
  ],
];

const WITH_BAD = { ...GOOD, ...Object.fromEntries(BAD.map(([path, content]) => [path, content])) };

Deno.test("malformed files are named with their line, and the rest is built", async () => {
  await withFolder(WITH_BAD, async (folder) => {
    const pack = `${folder}/mixed.cairn`;
    const { code, out, err } = await cairn("pack", "build", `${folder}/docs`, "-o", pack);
    assert.equal(code, 0, err);
    assert.match(out, /: 3 documents, \d+ passages/);
    assert.match(out, new RegExp(`^${BAD.length} files were left out`, "m"));
    const said = err.split("\n").filter((line) => line.startsWith("Left out "))
      .map((line) => line.slice("Left out ".length));
    assert.equal(said.length, BAD.length);
    for (const [path, , says] of BAD) {
      const line = said.find((one) => one.startsWith(path)) ?? assert.fail(`${path} is not named`);
      assert.match(line, says);
    }
    const json = await cairn("pack", "build", `${folder}/docs`, "-o", `${folder}/j.cairn`, "--json");
    const report = JSON.parse(json.out) as { documents: number; skipped: { path: string }[] };
    assert.deepEqual([report.documents, report.skipped.length], [3, BAD.length]);
    assert.equal((await cairn("pack", "verify", pack)).code, 0);
  });
});

Deno.test("--strict writes nothing when a file cannot be read, and leaves the old pack as it was", async () => {
  await withFolder(GOOD, async (folder) => {
    const build = ["pack", "build", `${folder}/docs`, "-o", `${folder}/strict.cairn`, "--strict"];
    assert.equal((await cairn(...build)).code, 0);
    const before = await Deno.readFile(`${folder}/strict.cairn`);
    await Deno.writeTextFile(`${folder}/docs/date.md`, "---\nas_of: soon\n---\nText.\n");
    const { code, out, err } = await cairn(...build);
    assert.deepEqual([code, out], [1, ""]);
    assert.match(err, /Nothing was built.*--strict[\s\S]*date\.md, line 2: front matter: as_of/);
    assert.deepEqual(await Deno.readFile(`${folder}/strict.cairn`), before);
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name).sort(), ["docs", "strict.cairn"]);
  });
});

Deno.test("a folder that gives no document is a failure, wrong arguments are wrong use", async (t) => {
  await withFolder(
    { "a/photo.jpg": "", "a/bad.gpx": "<gpx>", "b/.hidden.md": "Hidden.", "c.md": "# C" },
    async (folder) => {
      await Deno.mkdir(`${folder}/docs/empty`);
      const cases: readonly (readonly [number, string[], RegExp])[] = [
        [
          1,
          ["docs/empty", "-o", "x.cairn"],
          /holds no readable document \(\.md, \.markdown, \.txt, .*\.pdf, .*\.csv, \.tsv, \.zim\)/,
        ],
        [
          1,
          ["docs/a", "-o", "x.cairn"],
          /Left out bad\.gpx[\s\S]*Left out photo\.jpg[\s\S]*no readable document/,
        ],
        [1, ["docs/b", "-o", "x.cairn"], /no readable document/],
        [2, ["nowhere", "-o", "x.cairn"], /Cannot build from nowhere: there is no such folder/],
        [2, ["docs/c.md", "-o", "x.cairn"], /Cannot build from docs\/c\.md: it is a file/],
        [2, ["docs"], /Usage: cairn pack build/],
        [2, ["-o", "x.cairn"], /Usage: cairn pack build/],
        [2, ["docs", "more", "-o", "x.cairn"], /Usage: cairn pack build/],
        [2, ["docs", "-o", "a:b.cairn"], /Cannot name a pack "a:b"/],
        [2, ["docs", "-o", ".cairn"], /Cannot name a pack/],
        [2, ["docs", "-o", "x.cairn", "--nope"], /--nope/],
      ];
      for (const [code, args, says] of cases) {
        await t.step(args.join(" "), async () => {
          const ran = await withEnv("INIT_CWD", folder, () => cairn("pack", "build", ...args));
          assert.equal(ran.code, code, ran.err);
          assert.match(ran.err, says);
          assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["docs"]);
        });
      }
    },
  );
});

Deno.test("relative paths are the caller's, and what was built answers", async () => {
  await withFolder(GOOD, async (folder) => {
    await Deno.mkdir(`${folder}/docs/sub dir`);
    await withEnv("INIT_CWD", `${folder}/docs/sub dir`, async () => {
      const built = await cairn("pack", "build", "..", "-o", "../../My Hut.cairn", "--title", "The Hut");
      assert.equal(built.code, 0, built.err);
      const info = await cairn("pack", "info", "../../My Hut.cairn", "--json");
      const { id, title, documents, tracks, newest } = JSON.parse(info.out) as Record<string, unknown>;
      assert.deepEqual([id, title, documents, tracks, newest], ["My Hut", "The Hut", 3, 1, "2026-10-01"]);
      const asked = await cairn(
        ...["ask", "How many people does the Quagmire hut sleep?", "--no-builtin", "--json"],
        ...["--pack", "../../My Hut.cairn"],
      );
      const { citations, nearest } = JSON.parse(asked.out) as Record<string, { documentId: string }[]>;
      assert.equal([...citations!, ...nearest!][0]?.documentId, "My Hut/hut");
    });
    assert.ok((await Deno.stat(`${folder}/My Hut.cairn`)).isFile);
  });
});

Deno.test("an output that cannot be written is a failure that leaves nothing behind", async (t) => {
  await withFolder(GOOD, async (folder) => {
    await Deno.writeTextFile(`${folder}/file`, "");
    await Deno.mkdir(`${folder}/taken.cairn`);
    await Deno.mkdir(`${folder}/locked`, { mode: 0o555 });
    const cases = [["a file for a folder", "file/x.cairn"], ["a folder for a file", "taken.cairn"]];
    // Whoever may write everywhere (root) cannot be locked out.
    const free = await Deno.writeTextFile(`${folder}/locked/probe`, "").then(() => true, () => false);
    if (!free) cases.push(["a read-only folder", "locked/x.cairn"]);
    for (const [name, output] of cases) {
      await t.step(name!, async () => {
        const { code, err } = await cairn("pack", "build", `${folder}/docs`, "-o", `${folder}/${output}`);
        assert.equal(code, 1, err);
        assert.ok(err.includes(`Cannot write ${folder}/${output}`), err);
        assert.match(err, /-o/, "the remedy is named");
        const left = [...Deno.readDirSync(folder)].map((entry) => entry.name).sort();
        assert.deepEqual(left, ["docs", "file", "locked", "taken.cairn"]);
      });
    }
  });
});

Deno.test("a file that is no whole pack is a failure that says what it is and what mends it", async (t) => {
  await withFolder(GOOD, async (folder) => {
    const pack = `${folder}/whole.cairn`;
    assert.equal((await cairn("pack", "build", `${folder}/docs`, "-o", pack)).code, 0);
    const bytes = await Deno.readFile(pack);
    const edited = (sql: string) => {
      Deno.copyFileSync(pack, `${folder}/edited.cairn`);
      const db = new DatabaseSync(`${folder}/edited.cairn`);
      db.exec(sql);
      db.close();
      return Deno.readFileSync(`${folder}/edited.cairn`);
    };
    const noPack = new DatabaseSync(`${folder}/other.sqlite`);
    noPack.exec("CREATE TABLE t (x)");
    noPack.close();
    /** Which commands fail: i(nfo), v(erify), a(sk). */
    const cases:
      readonly (readonly [name: string, content: Uint8Array | null, fails: string, says: RegExp])[] = [
        ["no file", null, "iva", /Cannot open the pack .*: there is no such file/],
        ["an empty file", new Uint8Array(), "iva", /is not a pack/],
        [
          "a text",
          new TextEncoder().encode("Not a pack at all. ".repeat(50)),
          "iva",
          /is not a pack.*not an SQLite file/,
        ],
        ["cut short", bytes.slice(0, bytes.length * 0.6), "iva", /is cut short: \d+ of \d+ bytes/],
        ["cut in its header", bytes.slice(0, 60), "iva", /is not a pack/],
        [
          "an SQLite file of another program",
          await Deno.readFile(`${folder}/other.sqlite`),
          "iva",
          /not a Cairn pack/,
        ],
        [
          "a newer format",
          edited("PRAGMA user_version = 99"),
          "iva",
          /has pack format 99; this Cairn reads up to 1/,
        ],
        [
          "without its header",
          edited("DELETE FROM header WHERE key = 'title'"),
          "iva",
          /its header has no title/,
        ],
        [
          "of another encoder",
          edited(
            "UPDATE header SET value = 'other-encoder' WHERE key = 'encoder'; UPDATE header SET value = 'ff00' WHERE key = 'encoder_sha256'",
          ),
          "va",
          /made with the encoder other-encoder \(ff00\), this Cairn uses cairn-minilm-3-int8|not what the header's hash names/,
        ],
        [
          "with a changed text",
          edited("UPDATE documents SET text = replace(text, '12', '99')"),
          "v",
          /hash names/,
        ],
        [
          "with a passage past its text",
          edited("UPDATE chunks SET end = 100000"),
          "v",
          /a passage ends past the text/,
        ],
        [
          "with a lost word index",
          edited("DELETE FROM terms WHERE rowid = 0"),
          "v",
          /missing from the word index/,
        ],
      ];
    for (const [name, content, fails, says] of cases) {
      await t.step(name, async () => {
        const path = `${folder}/case.cairn`;
        if (content === null) await Deno.remove(path).catch(() => {});
        else await Deno.writeFile(path, content);
        const commands = {
          i: ["pack", "info", path],
          v: ["pack", "verify", path],
          a: ["ask", "boil", "--no-builtin", "--pack", path],
        };
        for (const [key, command] of Object.entries(commands)) {
          const { code, err } = await cairn(...command);
          assert.equal(code, fails.includes(key) ? 1 : 0, `${command.join(" ")}: ${err}`);
          if (!fails.includes(key)) continue;
          assert.match(err, says);
          if (content !== null) assert.match(err, /deno task cairn pack build FOLDER -o .*case\.cairn/);
        }
      });
    }
  });
});

Deno.test("documents that say the same, or nearly, are named", async () => {
  const page = Array.from({ length: 120 }, (_, i) => `Word${i * 7919 % 997} and`).join(" ");
  const files = {
    "2019/hut.md": `# The hut\n\n${page}.`,
    "2024/hut.txt": `The hut\n\n${page}.`,
    "2024/new.md": `# The hut\n\n${page.replace("Word7919 ", "")} it sleeps 14.`,
    "ford.md": "# Ford\n\nCross early in the morning, when the water is low.",
  };
  await withFolder(files, async (folder) => {
    const { code, out } = await cairn("pack", "build", `${folder}/docs`, "-o", `${folder}/x.cairn`);
    assert.equal(code, 0);
    assert.match(out, /^2024\/hut\.txt says the same as 2019\/hut\.md: keep the newer/m);
    assert.match(out, /^2024\/new\.md says nearly the same \(\d\d %\) as 20\d\d\/hut/m);
    assert.doesNotMatch(out, /ford/);
  });
});

Deno.test("packs are merged, compared and turned back into files that give the same documents", async () => {
  await withFolder(GOOD, async (folder) => {
    const run = async (...args: string[]) => {
      const ran = await cairn("pack", ...args);
      assert.equal(ran.code, 0, ran.err);
      return ran.out;
    };
    await run("build", `${folder}/docs`, "-o", `${folder}/first.cairn`);
    await Deno.writeTextFile(`${folder}/docs/hut.md`, "# The hut\n\nIt sleeps 16.\n");
    await Deno.writeTextFile(`${folder}/docs/new.md`, "# New\n\nA new page.\n");
    await run("build", `${folder}/docs`, "-o", `${folder}/second.cairn`);

    const diff = await run("diff", `${folder}/first.cairn`, `${folder}/second.cairn`);
    assert.match(diff, /^\+ new \(New\)$/m);
    assert.match(diff, /^~ hut /m);
    assert.match(diff, /1 added, 0 removed, 1 changed, 2 the same/);

    await run("merge", `${folder}/first.cairn`, `${folder}/second.cairn`, "-o", `${folder}/both.cairn`);
    assert.match(await run("verify", `${folder}/both.cairn`), /is whole/);
    assert.match(await run("info", `${folder}/both.cairn`), /documents +7/);

    await run("extract", `${folder}/second.cairn`, "-o", `${folder}/out`);
    await run("build", `${folder}/out`, "-o", `${folder}/again.cairn`);
    const again = JSON.parse(await run("diff", `${folder}/second.cairn`, `${folder}/again.cairn`, "--json"));
    const paths = (list: { path: string }[]) => list.map(({ path }) => path);
    assert.deepEqual([paths(again.added), paths(again.removed)], [["loop-track"], []]);
    assert.deepEqual(
      paths(again.changed.map(([old]: { path: string }[]) => old)),
      ["loop"],
      "but for its track",
    );

    const full = await cairn("pack", "extract", `${folder}/first.cairn`, "-o", `${folder}/out`);
    assert.deepEqual([full.code, /not empty/.test(full.err)], [2, true]);
    const same = await cairn(
      "pack",
      "merge",
      `${folder}/first.cairn`,
      `${folder}/first.cairn`,
      "-o",
      `${folder}/x.cairn`,
    );
    assert.deepEqual([same.code, /both called first/.test(same.err)], [1, true]);
    assert.ok(![...Deno.readDirSync(folder)].some(({ name }) => name.startsWith("x.cairn")));
  });
});
