// deno-lint-ignore-file no-import-prefix -- in deno.json they would be installed with the product
/**
 * The page in a real browser: asking, citations, refusals, without script, every size and theme, axe.
 * Skipped, with the reason, where the browser cannot be installed or started.
 */
import assert from "node:assert/strict";
import type { Browser, BrowserContextOptions, Page } from "npm:playwright-core@1.65.1";
import { ensureBuilt, site } from "../site.ts";
import { fakeApi } from "./fake_api.ts";
import { fakeCairn } from "./fakes.ts";

const root = new URL("..", import.meta.url).pathname.replace(/\/$/, "");
const browserOrReason = await findBrowser();

type Launch = () => Promise<Browser>;

/** Starts a browser once, to know that it starts. One browser per page: this build ends with its first context. */
async function findBrowser(): Promise<Launch | string> {
  try {
    const { chromium } = await import("npm:playwright-core@1.65.1");
    const { default: binary } = await import("npm:@sparticuz/chromium@153.0.0");
    const executablePath = await binary.executablePath();
    const launch = () => chromium.launch({ executablePath, args: [...binary.args, "--no-sandbox"] });
    await (await launch()).close();
    return launch;
  } catch (error) {
    return error instanceof Error ? error.message.split("\n", 1)[0] ?? "unknown" : String(error);
  }
}

const reason = typeof browserOrReason === "string" ? browserOrReason : null;
if (reason) console.warn(`Skipping tests/browser_test.ts: no browser here (${reason})`);

interface Opened {
  page: Page;
  base: string;
  /** Addresses of other hosts that the page asked for. */
  strays: string[];
}

/** Serves the page with a fake behind it and opens a browser on it. */
async function withPage(
  options: BrowserContextOptions & { pause?: number },
  use: (opened: Opened) => Promise<void>,
): Promise<void> {
  if (typeof browserOrReason === "string") return;
  const { pause = 0, ...context } = options;
  const cairn = fakeCairn();
  const handle = site(cairn, { apply: await ensureBuilt(root) }).handler();
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (req, info) => {
    const { pathname } = new URL(req.url);
    if (pathname === "/api/v1/ask") return fakeApi(cairn, req, { pause });
    if (pathname === "/api/v1/explain") {
      return req.json().then(cairn.explain).then((all) => Response.json(all));
    }
    if (pathname === "/api/v1/incidents") {
      return req.json().then(({ consent }) => Response.json({ id: "i", question: consent }, { status: 201 }));
    }
    return handle(req, info);
  });
  const browser = await browserOrReason();
  try {
    const page = await (await browser.newContext(context)).newPage();
    const base = `http://127.0.0.1:${server.addr.port}`;
    const strays: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => request.url().startsWith(base) || strays.push(request.url()));
    page.on("pageerror", (error) => errors.push(error.message));
    await use({ page, base, strays });
    assert.deepEqual(strays, [], "the page asked another host");
    assert.deepEqual(errors, [], "a script failed");
  } finally {
    await browser.close();
    await server.shutdown();
  }
}

function browserTest(name: string, fn: () => Promise<void>): void {
  // The browser's helper process and its pipes outlive a test by a moment.
  Deno.test({ name, fn, ignore: reason !== null, sanitizeOps: false, sanitizeResources: false });
}

/** Opens the page with its script running and asks. */
async function ask(page: Page, base: string, question: string): Promise<void> {
  await page.goto(`${base}/`);
  await page.locator("html[data-ready]").waitFor();
  await page.locator("#question").fill(question);
  await page.keyboard.press("Enter");
  await page.locator(".result:not([aria-busy='true']) .answer").waitFor();
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

browserTest(
  "the passage appears first, then the answer, and nothing jumps",
  () =>
    withPage({ viewport: { width: 820, height: 1180 }, pause: 150 }, async ({ page, base }) => {
      await page.goto(`${base}/`);
      await page.locator("html[data-ready]").waitFor();
      await page.locator("#question").fill("How long do I boil water?");
      await page.keyboard.press("Enter");
      await page.locator(".result[aria-busy='true'] .run__text").waitFor();
      const first = await page.locator(".run__text").first().boundingBox();
      assert.match(await page.locator(".run__text").innerText(), /^Boil water at a full rolling boil/);
      await page.locator(".result:not([aria-busy='true']) .answer").waitFor();
      const last = await page.locator(".run__text").first().boundingBox();
      assert.deepEqual([last?.x, last?.y], [first?.x, first?.y]);
      assert.match(await page.locator(".run__text").innerText(), /3 minutes\.$/);
    }),
);

browserTest(
  "a citation opens the document at the highlighted passage, and back finds the answer",
  () =>
    withPage({ viewport: { width: 360, height: 740 } }, async ({ page, base }) => {
      await ask(page, base, "bleach");
      await page.locator(".source a").first().click();
      await page.locator("#passage").waitFor();
      assert.match(page.url(), /\/library\/fake%2Fhandbook%2Ftreating-water\?start=\d+&end=\d+#passage$/);
      assert.match(await page.locator("#passage").innerText(), /^Clear water: add 2 drops/);
      assert.equal(await page.locator("mark").count(), 3);
      const box = await page.locator("#passage").boundingBox();
      assert.ok(box && box.y >= 0 && box.y < 740, "the passage is not on the screen");
      await page.goBack();
      await page.locator(".answer").waitFor();
      assert.match(await page.locator(".answer").innerText(), /Wait 30 minutes/);
    }),
);

browserTest(
  "a refusal shows what is near and whom to ask; an option asks on",
  () =>
    withPage({ viewport: { width: 820, height: 1180 } }, async ({ page, base }) => {
      await ask(page, base, "Are there bears?");
      assert.equal(await page.locator(".answer--refuse .nearest .run").count(), 2);
      assert.match(await page.locator(".help").innerText(), /ranger station/);
      await ask(page, base, "How long is the trail?");
      await page.getByRole("button", { name: "Half Dome" }).click();
      await page.locator(".answer--answer").waitFor();
      assert.equal(await page.locator("#question").inputValue(), "How long is the trail?");
    }),
);

browserTest(
  "why an answer is what it is stands behind one tap, and nowhere under a card",
  () =>
    withPage({ viewport: { width: 360, height: 740 } }, async ({ page, base }) => {
      await ask(page, base, "How long do I boil water?");
      assert.equal(await page.locator(".why__body").isVisible(), false);
      await page.getByText("Why this answer?").click();
      await page.getByText("the reader sees an answer in a passage").waitFor();
      assert.match(
        await page.locator(".why__body li").innerText(),
        /Treating water › Boiling\s+answers: 93 %/,
      );
      assert.equal(await overflow(page), 0);
      await ask(page, base, "thunder");
      assert.equal(await page.locator(".why").count(), 0);
      assert.equal(await page.locator(".card__aside").count(), 0);
      await ask(page, base, "struck");
      assert.match(
        await page.locator(".card__aside").innerText(),
        /On what you asked, from another document/,
      );
    }),
);

browserTest(
  "a wrong answer is reported with one tap; the question only with a second",
  () =>
    withPage({ viewport: { width: 360, height: 740 } }, async ({ page, base }) => {
      await ask(page, base, "thunder");
      await page.getByRole("button", { name: "This answer is wrong" }).click();
      await page.getByText("without your question").waitFor();
      await page.getByRole("button", { name: "Keep my question too" }).click();
      await page.getByText("Your question was kept with it").waitFor();
      assert.equal(await overflow(page), 0);
      await ask(page, base, "How long do I boil water?");
      assert.equal(await page.getByRole("button", { name: "This answer is wrong" }).count(), 1);
    }),
);

browserTest(
  "a sentence is checked against the document, with and without script",
  async () => {
    for (const javaScriptEnabled of [true, false]) {
      await withPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled }, async ({ page, base }) => {
        await page.goto(`${base}/library/fake%2Fhandbook%2Ftreating-water`);
        await page.getByText("Check a sentence against this document").click();
        await page.getByLabel("What you wrote").fill("Wait 90 minutes.");
        await page.getByRole("button", { name: "Check", exact: true }).click();
        await page.getByText("The source does not say this number.").waitFor();
        assert.equal(await page.locator(".verdict mark").innerText(), "Wait");
        assert.equal(await page.getByLabel("What you wrote").inputValue(), "Wait 90 minutes.");
        assert.equal(await overflow(page), 0);
      });
    }
  },
);

browserTest(
  "Shift+Enter breaks the line, an example asks, a problem is told in plain words",
  () =>
    withPage({ viewport: { width: 820, height: 1180 } }, async ({ page, base }) => {
      await page.goto(`${base}/`);
      await page.locator("html[data-ready]").waitFor();
      await page.locator("#question").fill("a");
      await page.keyboard.press("Shift+Enter");
      await page.keyboard.type("b");
      assert.equal(await page.locator("#question").inputValue(), "a\nb");
      await page.getByRole("button", { name: "What do I do in a thunderstorm above treeline?" }).click();
      await page.locator(".answer--card").waitFor();
      await page.locator("#question").fill("a problem");
      await page.getByRole("button", { name: "Ask", exact: true }).click();
      await page.getByText("The device is busy. Ask again.").waitFor();
      assert.equal(await page.locator(".answer").count(), 0);
    }),
);

browserTest(
  "without script a form post gives the same answer",
  () =>
    withPage({ javaScriptEnabled: false, viewport: { width: 820, height: 1180 } }, async ({ page, base }) => {
      await page.goto(`${base}/`);
      await page.locator("#question").fill("How long do I boil water?");
      await page.getByRole("button", { name: "Ask", exact: true }).click();
      const posted = await page.locator(".answer").innerText();
      assert.match(posted, /Boil water at a full rolling boil.*3 minutes\./s);
      await page.goto(`${base}/emergency`);
      await page.getByRole("link", { name: "Lightning" }).click();
      assert.equal(await page.locator(".steps > li").count(), 4);
      await withPage({ viewport: { width: 820, height: 1180 } }, async (scripted) => {
        await ask(scripted.page, scripted.base, "How long do I boil water?");
        assert.equal(await scripted.page.locator(".answer").innerText(), posted);
      });
    }),
);

const PAGES = [
  "/",
  "/emergency",
  "/emergency/lightning",
  "/library",
  "/library/fake%2Fhandbook%2Ftreating-water?start=40&end=300#passage",
  "/nothing",
];
const QUESTIONS = ["boil", "bleach", "snow", "thunder", "struck", "distance", "trail", "bear"];

const AXE_RUN = "axe.run().then((r) => r.violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target)))";

for (const [size, width, height] of [["phone", 360, 740], ["tablet", 820, 1180]] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    // The policy would block axe's script, as it should any that the page did not bring.
    const options = { viewport: { width, height }, colorScheme, bypassCSP: true };
    browserTest(
      `${size}, ${colorScheme}: no sideways scroll, axe finds nothing`,
      () =>
        withPage(options, async ({ page, base }) => {
          const { default: axe } = await import("npm:axe-core@4.14.1");
          const check = async (what: string) => {
            assert.ok(await overflow(page) <= 0, `${what} scrolls sideways`);
            await page.addScriptTag({ content: axe.source });
            const found = await page.evaluate(AXE_RUN);
            assert.deepEqual(found, [], what);
          };
          for (const path of PAGES) {
            await page.goto(base + path);
            await check(path);
          }
          for (const question of QUESTIONS) {
            await ask(page, base, question);
            await check(question);
          }
        }),
    );
  }
}
