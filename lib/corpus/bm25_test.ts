import assert from "node:assert/strict";
import { bm25, bm25Ceiling, type Corpus, idf } from "./bm25.ts";

const corpus: Corpus = {
  chunks: 10,
  meanLength: 4,
  documentFrequency: (term) => ({ water: 9, boil: 2, every: 10 })[term] ?? 0,
};
const PLAIN = { k1: 1.2, b: 0.75, titleWeight: 2, headingsWeight: 3 };
const chunk = (body: string, title = "", headings = "") => {
  const split = (text: string) => (text === "" ? [] : text.split(" "));
  return { title: split(title), headings: split(headings), body: split(body) };
};
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-12, `${a} is not ${b}`);

Deno.test("idf falls with frequency and is never negative", () => {
  near(idf(corpus, "boil"), Math.log(1 + 8.5 / 2.5));
  near(idf(corpus, "unheard"), Math.log(1 + 10.5 / 0.5));
  assert.ok(idf(corpus, "water") > idf(corpus, "every") && idf(corpus, "every") > 0);
});

Deno.test("bm25 is what the formula gives by hand", () => {
  // Body of 2 terms: norm = 1.2 (1 - 0.75 + 0.75 · 2/4) = 0.75.
  near(bm25(corpus, ["boil"], chunk("boil water"), PLAIN), idf(corpus, "boil") * 2.2 / 1.75);
  // Counts: 1 in the body, 3 · 1 in the headings, 2 · 2 in the title.
  near(
    bm25(corpus, ["boil"], chunk("boil water", "boil boil", "boil"), PLAIN),
    idf(corpus, "boil") * 8 * 2.2 / (8 + 0.75),
  );
  const both = bm25(corpus, ["boil", "water"], chunk("boil water"), PLAIN);
  near(both, (idf(corpus, "boil") + idf(corpus, "water")) * 2.2 / 1.75);
  assert.equal(bm25(corpus, ["boil"], chunk("water")), 0);
  assert.equal(bm25(corpus, [], chunk("water")), 0);
});

Deno.test("repeats saturate and length discounts", () => {
  const score = (body: string) => bm25(corpus, ["boil"], chunk(body), PLAIN);
  assert.ok(score("boil boil x x") > score("boil x x x"));
  assert.ok(score("boil boil x x") < 2 * score("boil x x x"));
  assert.ok(score("boil x") > score("boil x x x x x x x"));
});

Deno.test("no passage reaches the ceiling", () => {
  const terms = ["boil", "water"];
  const best = bm25(corpus, terms, chunk("boil water ".repeat(50).trim()), { ...PLAIN, b: 0 });
  const ceiling = bm25Ceiling(corpus, terms, PLAIN);
  assert.ok(best < ceiling && best > 0.9 * ceiling);
  assert.equal(bm25Ceiling(corpus, []), 0);
});

Deno.test("a corpus without length does not divide by zero", () => {
  const empty = { ...corpus, meanLength: 0 };
  assert.ok(Number.isFinite(bm25(empty, ["boil"], chunk("", "boil"))));
});
