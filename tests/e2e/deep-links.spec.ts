import { get } from "node:http";
import { expect } from "@playwright/test";
import { claims } from "../fixtures/claims.ts";
import { publishedMoves } from "../fixtures/published-moves.ts";
import { test } from "../fixtures/shared-page.ts";

const board = "/articles/deepseek-sputnik";

test("every claim stands on the board", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("article")).toHaveCount(claims.length);
  const links = await page.locator("article h3 a").evaluateAll((found) => found.map((link) => link.getAttribute("href")));
  expect(links.toSorted()).toEqual(claims.map((claim) => `${board}/claims/${claim}`).toSorted());
});

for (const claim of claims) {
  test(`${claim} has an address that survives a reload`, async ({ pageFor }) => {
    const page = await pageFor({});
    await page.goto(`${board}/claims/${claim}`);
    const wording = await page.getByRole("heading", { level: 1 }).innerText();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(wording);
  });
}

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

test("an index with a caret has an address too", async ({ page }) => {
  await page.goto("/tickers/%5EVIX");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("^VIX");
});

test("a share abroad has an address too", async ({ page }) => {
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
  ["/articles/no-such-article", 404],
  ["/articles/no-such-article/arguments", 404],
  ["/articles/no-such-article/arguments?claims=a,b", 404],
  ["/articles/no-such-article/arguments?stance=a.agree", 404],
  [`${board}/claims/brown-99`, 404],
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

for (const query of ["", "?claims=brown-10,goldman-2", "?claims=goldman-2,chamath-3,brown-10&stance=brown-10.agree"]) {
  test(`the arguments at “${query}” survive a reload`, async ({ page }) => {
    await page.goto(`${board}/arguments${query}`);
    await expect(page).toHaveURL(`${board}/arguments${query}`);
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  });
}
