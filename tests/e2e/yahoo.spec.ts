import { type ChildProcess, spawn } from "node:child_process";
import { expect, test } from "@playwright/test";
import { startYahooStandIn, type YahooStandIn } from "../fixtures/yahoo-stand-in.ts";

/** A server of its own, pointed at a stand-in for Yahoo, so that the pages meet live answers. */
test.describe.configure({ mode: "serial" });

let yahoo: YahooStandIn;
let server: ChildProcess;
const port = 3200 + Number(process.env.TEST_WORKER_INDEX ?? 0) + 20;
const origin = `http://127.0.0.1:${port}`;

test.beforeAll(async () => {
  yahoo = await startYahooStandIn();
  yahoo.setMood("MSFT", "differs");
  yahoo.setMood("META", "newer");
  yahoo.setMood("GOOGL", "html-200");
  server = spawn(process.execPath, ["server/serve.ts", "--port", String(port), "--hostname", "127.0.0.1"], {
    env: { ...process.env, PRICES: "auto", LOG: "off", CLAIMTAPE_YAHOO_ORIGIN: yahoo.origin },
    stdio: "ignore",
  });
  await expect
    .poll(() => fetch(`${origin}/api/health`).then((r) => r.status, () => 0), { timeout: 20_000 })
    .toBe(200);
});

test.afterAll(async () => {
  server.kill("SIGTERM");
  await yahoo.close();
});

const statuses: [symbol: string, says: RegExp][] = [
  ["NVDA", /Yahoo, live, agrees with the snapshot/],
  ["MSFT", /Yahoo differs on 27 January 2025/],
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
  await expect(row).toContainText("three newer days");
});

test("Yahoo gone mid-way: the next page says out of reach and is otherwise whole", async ({ page }) => {
  yahoo.setMood("TSLA", "server-error");
  await page.goto(`${origin}/tickers/TSLA`);
  const row = page.getByRole("row", { name: /TSLA/ }).first();
  await row.scrollIntoViewIfNeeded();
  await expect(row).toContainText(/snapshot of \d+ \w+ 2026; Yahoo out of reach/);
  await expect(row).toContainText("−2.32");
});
