import assert from "node:assert/strict";
import { randomFrom } from "../math/random.ts";
import { AlikeFinder } from "./alike.ts";

const random = randomFrom(5);
const words = (n: number) => Array.from({ length: n }, () => `w${Math.floor(random() * 5000)}`);

Deno.test("the same words are the same document, whatever stands between them", () => {
  const finder = new AlikeFinder();
  const text = words(200);
  assert.equal(finder.add("a.md", text.join(" ")), null);
  assert.deepEqual(finder.add("b.txt", `${text.join(",\n")}.`), { path: "b.txt", other: "a.md", share: 1 });
});

Deno.test("a new edition is named with how much of it is old, another document is not", () => {
  const finder = new AlikeFinder();
  const text = words(600);
  finder.add("2019.md", text.join(" "));
  const edition = text.with(300, "changed").with(500, "changed");
  const alike = finder.add("2024.md", edition.join(" "));
  assert.equal(alike?.other, "2019.md");
  assert.ok(alike!.share > 0.85 && alike!.share < 1, String(alike!.share));
  assert.equal(finder.add("other.md", words(600).join(" ")), null);
  const half = [...text.slice(0, 300), ...words(300)];
  assert.equal(finder.add("half.md", half.join(" ")), null);
});

Deno.test("of ninety new editions nearly all are found, and nothing else", () => {
  const finder = new AlikeFinder();
  let found = 0;
  for (let i = 0; i < 90; i++) {
    const text = words(300);
    assert.equal(finder.add(`${i}`, text.join(" ")), null);
    if (finder.add(`${i} again`, text.with(150, "changed").join(" "))?.other === `${i}`) found++;
  }
  assert.ok(found >= 88, String(found));
});

Deno.test("a few words are like nothing", () => {
  const finder = new AlikeFinder();
  finder.add("a", "Boil it.");
  assert.equal(finder.add("b", "Boil it."), null);
});
