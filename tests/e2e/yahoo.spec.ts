import { type ChildProcess, spawn } from "node:child_process";
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { historyOf } from "../fixtures/yahoo/history.ts";
import { startYahooStandIn, type YahooStandIn } from "../fixtures/yahoo-stand-in.ts";

/** A server of its own, pointed at a stand-in for Yahoo, so that the pages meet live answers. */
let yahoo: YahooStandIn;
let server: ChildProcess;
const port = Number(process.env.CLAIMTAPE_TEST_PORT ?? 3210) + Number(process.env.TEST_WORKER_INDEX ?? 0) + 20;
const origin = `http://127.0.0.1:${port}`;

test.beforeAll(async () => {
  test.setTimeout(90_000);
  yahoo = await startYahooStandIn();
  yahoo.setMood("MSFT", "differs");
  yahoo.setMood("META", "newer");
  yahoo.setMood("GOOGL", "html-200");
  server = spawn(process.execPath, ["server/serve.ts", "--port", String(port), "--hostname", "127.0.0.1"], {
    env: { ...process.env, PRICES: "auto", LOG: "off", CLAIMTAPE_YAHOO_ORIGIN: yahoo.origin },
    stdio: "ignore",
  });
  await expect
    .poll(() => fetch(`${origin}/api/health`).then((r) => r.status, () => 0), { timeout: 60_000 })
    .toBe(200);
});

test.afterAll(async () => {
  server.kill("SIGTERM");
  await yahoo.close();
});

/** The stand-in goes on to the last session that is over, so the day depends on when the test runs. */
function newestIn(style: Intl.DateTimeFormatOptions): string {
  const day = historyOf("META", new Date())?.days.at(-1) ?? "";
  return new Intl.DateTimeFormat("en-GB", { ...style, timeZone: "UTC" }).format(Date.parse(day)).replace(",", "");
}

const statuses: [symbol: string, says: RegExp][] = [
  ["NVDA", /Yahoo, live, agrees with the snapshot/],
  ["MSFT", /Yahoo, live, differs on 27 January 2025/],
  ["GOOGL", /snapshot of \d+ \w+ 2026; Yahoo gave an answer that fails our checks/],
];

for (const [symbol, says] of statuses) {
  test(`${symbol} says what it is looking at, and its numbers stay`, async ({ page }) => {
    await page.goto(`${origin}/tickers/${symbol}`);
    const row = page.getByRole("row", { name: new RegExp(symbol) }).first();
    const move = await row.getByRole("cell").nth(2).innerText();
    await row.scrollIntoViewIfNeeded();
    await expect(row).toContainText(says);
    expect(await row.getByRole("cell").nth(2).innerText()).toBe(move);
  });
}

test("newer days appear where Yahoo has them", async ({ page }) => {
  await page.goto(`${origin}/tickers/META`);
  await expect(page.getByText(/newer than the snapshot, from Yahoo/)).toBeVisible();
  const row = page.getByRole("row", { name: /META/ }).first();
  await row.scrollIntoViewIfNeeded();
  await expect(row).toContainText(/agrees with the snapshot; \d+ newer days/);
});

test("a chart of all days goes on past the snapshot, and says since when it is live", async ({ page }) => {
  await page.goto(`${origin}/tickers/META?range=all`);
  const chart = page.getByRole("figure").first();
  await expect(chart).toContainText(/Live from Yahoo Finance from 18 May 2026, asked/);
  await expect(chart.getByRole("img").first()).toHaveAttribute("aria-label", new RegExp(`by ${newestIn({ weekday: "short", day: "numeric", month: "short" })}`));
  await expect(chart.getByText("live", { exact: true })).toBeVisible();
  await chart.getByText("Table of what the chart shows").click();
  await expect(chart.getByRole("row").last()).toContainText(newestIn({ day: "numeric", month: "short" }));
});

test("a chart in the reader's hands says why a line ends with the snapshot", async ({ page }) => {
  await page.goto(`${origin}/tickers/GOOGL`);
  await page.getByRole("link", { name: "All", exact: true }).click();
  await expect(page.getByRole("figure").first()).toContainText(/No newer sessions: Yahoo gave an answer that fails our checks \(GOOGL\)/);
});

test.describe("since the article", () => {
  const since = (page: Page) => page.getByRole("region", { name: "Since the article" });
  const shifts = () => {
    const seen: number[] = [];
    Object.assign(window, { shifts: seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("value" in entry && typeof entry.value === "number") seen.push(entry.value);
    }).observe({ type: "layout-shift", buffered: true });
  };
  const shifted = (page: Page) => page.evaluate(() => ("shifts" in window && Array.isArray(window.shifts) ? window.shifts.reduce((sum, one) => sum + one, 0) : NaN));

  const newest = newestIn({ weekday: "long", day: "numeric", month: "long", year: "numeric" });

  for (const width of [1440, 390]) {
    test(`the snapshot's numbers, then Yahoo's, and nothing moves at ${width}`, async ({ page }) => {
      await page.addInitScript(shifts);
      await page.setViewportSize({ width, height: 900 });
      let answer = () => {};
      const asked = new Promise<void>((resolve) => (answer = resolve));
      await page.route("**/api/tickers/META/since*", async (route) => {
        await asked;
        await route.continue();
      });
      await page.goto(`${origin}/tickers/META`);
      await since(page).scrollIntoViewIfNeeded();
      await expect(since(page)).toContainText("close of Friday 15 May 2026");
      await expect(since(page)).toContainText("Snapshot of 15 May 2026.");
      await page.waitForTimeout(600);
      const before = { shifted: await shifted(page), box: await since(page).boundingBox() };
      answer();
      await expect(since(page)).toContainText(`close of ${newest}`);
      await expect(since(page)).toContainText(/META, asked just now: Yahoo, live, agrees with the snapshot; \w+ newer days\./);
      await page.waitForTimeout(300);
      const after = await since(page).boundingBox();
      expect(after?.y).toBe(before.box?.y);
      expect(await shifted(page) - before.shifted).toBeLessThan(0.02);
    });
  }

  test("asks again while it is looked at, not while it is hidden, and at once when it is back", async ({ page }) => {
    await page.clock.install();
    let asked = 0;
    page.on("request", (request) => void (new URL(request.url()).pathname === "/api/tickers/SPY/since" && (asked += 1)));
    await page.goto(`${origin}/tickers/SPY`);
    await since(page).scrollIntoViewIfNeeded();
    await expect(since(page)).toContainText("Yahoo, live");
    expect(asked).toBe(1);
    const hide = (hidden: boolean) =>
      page.evaluate((state) => {
        Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden ? "hidden" : "visible");
    await hide(true);
    await page.clock.runFor(3_600_000);
    expect(asked).toBe(1);
    await hide(false);
    await expect.poll(() => asked).toBe(2);
    // A quarter of an hour is the longest pause, with the market closed.
    await page.clock.runFor(16 * 60_000);
    await expect.poll(() => asked).toBeGreaterThan(2);
  });

  test("an answer about another symbol is never shown", async ({ page }) => {
    await page.route("**/api/tickers/AAPL/since*", async (route) => {
      const other = await route.fetch({ url: `${origin}/api/tickers/META/since` });
      await route.fulfill({ response: other });
    });
    await page.goto(`${origin}/tickers/AAPL`);
    const before = await since(page).getByRole("table").innerText();
    await since(page).scrollIntoViewIfNeeded();
    await page.waitForResponse("**/api/tickers/AAPL/since*");
    await page.waitForTimeout(300);
    expect(await since(page).getByRole("table").innerText()).toBe(before);
    await expect(since(page)).toContainText("Snapshot of 15 May 2026.");
  });

  test("of a group, the series that are not live are named", async ({ page }) => {
    await page.goto(`${origin}/tickers/MAG7`);
    await since(page).scrollIntoViewIfNeeded();
    await expect(since(page)).toContainText("of 8 series, asked");
    await expect(since(page)).toContainText("From the snapshot: GOOGL.");
  });
});

test("Yahoo gone mid-way: the next page says out of reach and is otherwise whole", async ({ page }) => {
  yahoo.setMood("ORCL", "server-error");
  await page.goto(`${origin}/tickers/ORCL`);
  const row = page.getByRole("row", { name: /ORCL/ }).first();
  await row.scrollIntoViewIfNeeded();
  await expect(row).toContainText(/snapshot of \d+ \w+ 2026; Yahoo out of reach/);
  await expect(row).toContainText("−13.79");
});
