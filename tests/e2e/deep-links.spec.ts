import { get } from "node:http";
import { expect, test } from "@playwright/test";
import { publishedMoves } from "../fixtures/published-moves.ts";

const board = "/articles/deepseek-sputnik";

/** Every claim of the article, by the ids the article file must hold. */
const claims = [
  ...["1", "2", "3", "4", "5", "6"].map((n) => `goldman-${n}`),
  ...["0a", "0b", "1", "2", "3", "4", "5", "7", "8", "9", "10", "11", "12", "13", "14", "15"].map((n) => `brown-${n}`),
  ...["1", "2", "3", "4a", "4b", "4c", "4d", "4e", "5", "6"].map((n) => `chamath-${n}`),
];

test("every claim stands on the board and has an address that survives a reload", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await expect(page.locator("article")).toHaveCount(claims.length);
  for (const claim of claims) {
    await expect(page.locator(`article#${claim} h3 a`)).toHaveAttribute("href", `${board}/claims/${claim}`);
  }
  for (const claim of claims) {
    await page.goto(`${board}/claims/${claim}`);
    const wording = await page.getByRole("heading", { level: 1 }).innerText();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(wording);
  }
});

// The baskets have no quote, so they show the span of their proxies.
const moves: [symbol: string, move: string | RegExp][] = [
  ...publishedMoves.map(([symbol, percent]): [string, string] => [symbol, `${percent < 0 ? "−" : "+"}${Math.abs(percent).toFixed(2)} %`]),
  ["MAG7", /−\d\.\d\d\s%/],
  ["GSENEPOW", /−\d+\.\d+ to −\d+\.\d+\s%/],
  ["GSTMTDAT", /−\d+\.\d+ to −\d+\.\d+\s%/],
  ["GSTMTAIP", /−\d+\.\d+ to −\d+\.\d+\s%/],
];

for (const [symbol, move] of moves) {
  test(`${symbol} has a page with its move and a chart`, async ({ page }) => {
    await page.goto(`/tickers/${symbol}`);
    await expect(page.locator("main header")).toContainText(typeof move === "string" ? new RegExp(move.replaceAll(" ", "\\s").replace("+", "\\+")) : move);
    const chart = page.locator("main svg[role=img]").first();
    await expect(chart).toBeVisible();
    expect(await chart.locator("path").count()).toBeGreaterThan(0);
  });
}

test("Nvidia's prices are those printed on the day", async ({ page }) => {
  await page.goto("/tickers/NVDA");
  const row = page.getByRole("row", { name: /NVDA/ }).first();
  await expect(row).toContainText("$142.62");
  await expect(row).toContainText("$118.42");
});

test("the base is part of the address, and gives another answer", async ({ page }) => {
  await page.goto(`${board}/claims/brown-0b?base=publication`);
  const row = page.getByRole("row", { name: /NVDA/ }).first();
  await expect(row).toContainText("$124.52");
  await expect(page.getByRole("group", { name: "Measured from" }).locator("[aria-current]")).toHaveText("the price at publication");
  await page.getByRole("link", { name: "Friday’s close" }).click();
  await expect(page).toHaveURL(`${board}/claims/brown-0b`);
  await expect(page.getByRole("row", { name: /NVDA/ }).first()).toContainText("$142.62");
});

test("an index with a caret and a share abroad have addresses too", async ({ page }) => {
  await page.goto("/tickers/%5EVIX");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("^VIX");
  await page.goto("/tickers/0700.HK");
  await expect(page.locator("main")).toContainText("half-day");
});

test("a private company's page says so and names its listed backers", async ({ page }) => {
  await page.goto("/tickers/OPENAI");
  await expect(page.locator("main")).toContainText("is not listed");
  await page.getByRole("link", { name: "MSFT" }).first().click();
  await expect(page).toHaveURL("/tickers/MSFT");
});

test("small letters lead to the ticker", async ({ page }) => {
  await page.goto("/tickers/nvda");
  await expect(page).toHaveURL("/tickers/NVDA");
});

test("an unknown ticker is a 404 that offers the nearest", async ({ page, request }) => {
  expect((await request.get("/tickers/NVDIA")).status()).toBe(404);
  await page.goto("/tickers/NVDIA");
  await expect(page.locator("main")).toContainText("NVDIA");
  await page.getByRole("link", { name: "NVDA" }).click();
  await expect(page).toHaveURL("/tickers/NVDA");
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("an unknown ticker's 404 is complete", async ({ page }) => {
    await page.goto("/tickers/NVDIA");
    await expect(page.locator("main")).toContainText("NVDIA");
    await page.getByRole("link", { name: "NVDA" }).click();
    await expect(page).toHaveURL("/tickers/NVDA");
  });
});

// Sent as they are: a browser would mend some of them first.
const answers: [address: string, status: number][] = [
  ["/tickers/constructor", 404],
  ["/tickers/__proto__", 404],
  ["/tickers/%25ZZ", 404],
  ["/tickers/%E0%A4%A", 400],
  ["/articles/%E0", 400],
  ["/api/tickers/%E0%A4%A", 400],
  ["/tickers/NVDA/close", 404],
];

for (const [address, status] of answers) {
  test(`${address} is answered ${status}`, async ({ baseURL }) => {
    const { hostname, port } = new URL(baseURL ?? "");
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      get({ hostname, port, path: address }, (response) => resolve(response.resume().statusCode)).on("error", reject);
    });
    expect(answer).toBe(status);
  });
}

test("small letters keep the view", async ({ page }) => {
  await page.goto("/tickers/nvda?base=open");
  await expect(page).toHaveURL("/tickers/NVDA?base=open");
});

test("arguments have addresses that survive a reload, and none for an article that is not there", async ({ page, request }) => {
  for (const query of ["", "?claims=brown-10,goldman-2", "?claims=goldman-2,chamath-3,brown-10&stance=brown-10.agree"]) {
    await page.goto(`${board}/arguments${query}`);
    await expect(page).toHaveURL(`${board}/arguments${query}`);
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  }
  for (const query of ["", "?claims=a,b", "?stance=a.agree"]) expect((await request.get(`/articles/no-such-article/arguments${query}`)).status()).toBe(404);
});

test("an unknown claim and an unknown article are 404s", async ({ request }) => {
  expect((await request.get(`${board}/claims/brown-99`)).status()).toBe(404);
  expect((await request.get("/articles/no-such-article")).status()).toBe(404);
});
