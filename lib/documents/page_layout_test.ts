import assert from "node:assert/strict";
import { layOut, type Page, type Placed } from "./page_layout.ts";

/** A line of text in letters of 10 points, five points wide each. */
const line = (text: string, x: number, y: number, more: Partial<Placed> = {}): Placed => ({
  ...{ text, x, y, width: text.length * 5, size: 10, isBold: false },
  ...more,
});
const page = (number: number, ...placed: Placed[]): Page => ({ number, height: 800, placed });
const shown = (...pages: Page[]) => layOut(pages).map(({ kind, text, page }) => `${page} ${kind}: ${text}`);

Deno.test("two columns are read one after the other, between what goes across them", () => {
  const column = (side: string, x: number, y: number) =>
    Array.from({ length: 6 }, (_, i) => line(`${side} line ${i} of the column here.`, x, y + 12 * i));
  assert.deepEqual(
    shown(page(
      1,
      line("A title across the two columns of the page", 60, 150, { size: 20, width: 480 }),
      ...column("left", 50, 200),
      ...column("right", 320, 200),
      line("A line across both columns, as under a picture, which parts them.", 50, 300, { width: 500 }),
      ...column("lower left", 50, 330),
      ...column("lower right", 320, 330),
    )).map((text) => text.slice(0, 36)),
    [
      "1 heading: A title across the two co",
      "1 paragraph: left line 0 of the colu",
      "1 paragraph: right line 0 of the col",
      "1 paragraph: A line across both colu",
      "1 paragraph: lower left line 0 of th",
      "1 paragraph: lower right line 0 of t",
    ],
  );
});

Deno.test("what every page repeats above and below is left out, also with other figures", () => {
  const body = (n: number, text: string) =>
    page(n, line("Ranger handbook 2024", 50, 30), line(text, 50, 300), line(`Page ${n} of 3`, 280, 780));
  assert.deepEqual(shown(body(1, "Start early."), body(2, "Turn back at two."), body(3, "Come home.")), [
    "1 paragraph: Start early.",
    "2 paragraph: Turn back at two.",
    "3 paragraph: Come home.",
  ]);
  const running = page(1, line("4 Rivers", 50, 30), line("17", 500, 30), line("Cross early.", 50, 300));
  assert.deepEqual(shown(running), ["1 paragraph: Cross early."]);
});

Deno.test("words that a line end cut are whole again, others keep their hyphen", () => {
  assert.deepEqual(
    shown(page(
      1,
      line("The low-light camera finds hypo-", 50, 300),
      line("thermia in low-", 50, 312),
      line("light, and of\u{FB01}ce hours are from 10-", 50, 324),
      line("12 am. Hypothermia kills.", 50, 336),
    )),
    ["1 paragraph: The low-light camera finds hypothermia in low-light, and office hours are from 10-12 am. Hypothermia kills."],
  );
});

Deno.test("headings, items, rows and paragraphs are told apart", () => {
  assert.deepEqual(
    shown(page(
      1,
      line("Crossing", 50, 150, { size: 16 }),
      line("Before you step in", 50, 180, { isBold: true }),
      line("Look for a wide and shallow place.", 50, 200),
      line("Wait until morning if you can.", 50, 212),
      line("This is another paragraph.", 50, 240),
      line("•", 50, 260),
      line("Unbuckle the hip belt, so that you can", 62, 260),
      line("throw the pack off.", 62, 272),
      line("2. Face upstream.", 50, 284),
      line("Depth", 50, 310, { isBold: true }),
      line("What to do", 200, 310, { isBold: true }),
      line("knee", 50, 322),
      line("wade", 200, 322),
    )),
    [
      "1 heading: Crossing",
      "1 heading: Before you step in",
      "1 paragraph: Look for a wide and shallow place. Wait until morning if you can.",
      "1 paragraph: This is another paragraph.",
      "1 item: • Unbuckle the hip belt, so that you can throw the pack off.",
      "1 item: 2. Face upstream.",
      "1 header: Depth | What to do",
      "1 row: knee | wade",
    ],
  );
});

Deno.test("a sentence that goes on overleaf is one paragraph", () => {
  assert.deepEqual(
    shown(
      page(1, line("The ford is deep in June and", 50, 600)),
      page(2, line("shallow in August.", 50, 120)),
    ),
    ["1 paragraph: The ford is deep in June and shallow in August."],
  );
});
