import assert from "node:assert/strict";
import { escapeJson, renderDocument, type RenderInput } from "./document.ts";
import type { IslandEntry, Snapshot } from "./snapshot.ts";

function Counter({ from }: { from: number | string }) {
  return <output>{from}</output>;
}

function Outer() {
  return (
    <div>
      <Counter from={7} />
    </div>
  );
}

const entry = (name: string): IslandEntry => ({
  file: `islands/${name}.tsx`,
  export: "default",
  script: `/_fresh/js/b/${name}.js`,
  shared: ["/_fresh/js/b/chunk.js"],
});

const snapshot: Snapshot = {
  root: "/nowhere",
  manifest: {
    ...{ format: 1, buildId: "b", key: "", inputs: [], routes: [], islands: [], assets: {} },
    runtime: { script: "/_fresh/js/b/client.js", shared: ["/_fresh/js/b/chunk.js"] },
  },
  read: () => Promise.reject(new Error("not read here")),
};

const input = (page: RenderInput["page"]): RenderInput => ({
  page,
  wrap: null,
  snapshot,
  registry: new Map<unknown, IslandEntry>([[Counter, entry("Counter")], [Outer, entry("Outer")]]),
  basePath: "",
});

Deno.test("islands are marked, their props go into one block that cannot end early", () => {
  const html = renderDocument(input(
    <p>
      <Counter from={1} />
      <Counter from="</script>" />
    </p>,
  ));
  assert.match(html, /<!--frsh:island:0--><output>1<\/output><!--\/frsh:island-->/);
  assert.match(html, /<!--frsh:island:1-->/);
  const json = /<script type="application\/json" id="__FRSH_STATE">(.*?)<\/script>/.exec(html)?.[1] ?? "";
  const state: { props: { from: unknown }; script: string }[] = JSON.parse(json);
  assert.deepEqual(state.map(({ props }) => props.from), [1, "</script>"]);
  assert.equal(html.split('rel="modulepreload"').length - 1, 3);
});

Deno.test("an island inside an island belongs to the outer one", () => {
  const html = renderDocument(input(<Outer />));
  assert.equal(html.split("<!--frsh:island:").length - 1, 1);
  assert.match(html, /<output>7<\/output>/);
});

Deno.test("a page without islands has no script", () => {
  assert.doesNotMatch(renderDocument(input(<p>still</p>)), /script|modulepreload/);
});

Deno.test("props that JSON would lose are refused", () => {
  // The name in JSX must be the registered component itself, so its props are widened here.
  const Any = Counter as unknown as (props: { from: unknown }) => null;
  assert.throws(() => renderDocument(input(<Any from={() => 1} />)), /prop "from".*a function/);
  assert.throws(() => renderDocument(input(<Any from={<b />} />)), /prop "from".*a node/);
});

Deno.test("escapeJson keeps the value", () => {
  const value = { a: "</script><!--\u2028" };
  const escaped = escapeJson(JSON.stringify(value));
  assert.doesNotMatch(escaped, /[<\u2028]/);
  assert.deepEqual(JSON.parse(escaped), value);
});
