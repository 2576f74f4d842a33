import assert from "node:assert/strict";
import { Builder } from "./builder.ts";

const ROOT = new URL("../../..", import.meta.url).pathname.replace(/\/$/, "");
const ISLAND = `import { useState } from "preact/hooks";
import { label } from "../components/label.ts";
export default function Tap() {
  const [n, set] = useState(0);
  return <button type="button" onClick={() => set(n + 1)}>{label} {n}</button>;
}
`;

/** A project of one island, sharing this one's packages. */
async function project(use: (root: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir({ prefix: "fresh-build-" });
  try {
    for (const folder of ["islands", "components", "routes", "static", "lib/fresh"]) {
      await Deno.mkdir(`${root}/${folder}`, { recursive: true });
    }
    await Deno.copyFile(`${ROOT}/deno.json`, `${root}/deno.json`);
    await Deno.copyFile(`${ROOT}/lib/fresh/client.ts`, `${root}/lib/fresh/client.ts`);
    await Deno.symlink(`${ROOT}/node_modules`, `${root}/node_modules`);
    await Deno.writeTextFile(`${root}/islands/Tap.tsx`, ISLAND);
    await Deno.writeTextFile(`${root}/components/label.ts`, `export const label = "taps";\n`);
    await Deno.writeTextFile(`${root}/static/a.css`, "a{}");
    await use(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

const writtenAt = async (root: string) => (await Deno.stat(`${root}/_fresh/snapshot.json`)).mtime?.getTime();

Deno.test("builds once, and again only when something in it changed", () =>
  project(async (root) => {
    const first = await new Builder({ root }).snapshot();
    const [island] = first.manifest.islands;
    const script = island && first.manifest.assets[island.script];
    assert.ok(island && script);
    assert.match(new TextDecoder().decode(await first.read(script)), /taps/);
    assert.equal(island.shared.length, 1, "preact is shared with the runtime");
    assert.deepEqual(first.manifest.inputs, [
      "components/label.ts",
      "islands/Tap.tsx",
      "lib/fresh/client.ts",
    ]);
    const at = await writtenAt(root);

    const second = await new Builder({ root }).snapshot();
    assert.deepEqual(second.manifest, first.manifest);
    assert.equal(await writtenAt(root), at);

    for (
      const [file, text] of [["components/label.ts", `export const label = "hits";`], [
        "static/b.css",
        "b{}",
      ]] as const
    ) {
      await Deno.writeTextFile(`${root}/${file}`, text);
      const changed = await new Builder({ root }).snapshot();
      assert.notEqual(changed.manifest.buildId, first.manifest.buildId, `${file} changed the build`);
    }
    const builds = [...Deno.readDirSync(`${root}/_fresh/js`)];
    assert.equal(builds.length, 1, "older scripts are gone");
    assert.deepEqual([...Deno.readDirSync(`${root}/_fresh`)].map(({ name }) => name).sort(), [
      "js",
      "snapshot.json",
    ]);
  }));

Deno.test("a manifest that was cut short is built anew", () =>
  project(async (root) => {
    const { manifest } = await new Builder({ root }).snapshot();
    await Deno.writeTextFile(`${root}/_fresh/snapshot.json`, JSON.stringify(manifest).slice(0, 100));
    assert.deepEqual((await new Builder({ root }).snapshot()).manifest, manifest);
  }));

Deno.test("a build in memory writes nothing", () =>
  project(async (root) => {
    const { manifest, read } = await new Builder({ root }).snapshot({ snapshot: "memory" });
    const script = manifest.assets[manifest.runtime.script];
    assert.ok(script && (await read(script)).length > 0);
    await assert.rejects(Deno.stat(`${root}/_fresh`), Deno.errors.NotFound);
  }));

Deno.test("a mistake in an island fails the build and leaves the last one in force", () =>
  project(async (root) => {
    const { manifest } = await new Builder({ root }).snapshot();
    await Deno.writeTextFile(`${root}/islands/Tap.tsx`, `import "./missing.ts";`);
    await assert.rejects(new Builder({ root }).snapshot(), /missing/);
    assert.equal(
      JSON.parse(await Deno.readTextFile(`${root}/_fresh/snapshot.json`)).buildId,
      manifest.buildId,
    );
  }));
