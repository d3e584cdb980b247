import { expect, test } from "@playwright/test";

const claim = "/articles/deepseek-sputnik/claims/chamath-4d";

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("board, claim and ticker are complete, charts included", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Said against did" })).toBeVisible();
    await expect(page.locator("article")).toHaveCount(32);
    expect(await page.locator("article svg[role=img] path").count()).toBeGreaterThan(20);

    await page.goto(claim);
    await expect(page.locator("svg[role=img] path").first()).toBeVisible();
    await expect(page.getByRole("row", { name: /NVDA/ }).first()).toContainText("−16.97");

    await page.goto("/tickers/GSENEPOW");
    await expect(page.locator("main")).toContainText("no public quote");
    await expect(page.locator("svg[role=img] path").first()).toBeVisible();
  });
});

test("with the network cut the pages are the same and the word is still “snapshot”", async ({ page, baseURL }) => {
  const abroad: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "") && !request.url().startsWith("data:")) abroad.push(request.url());
  });
  for (const address of ["/", claim, "/tickers/NVDA"]) {
    await page.goto(address);
    await expect(page.locator("svg[role=img] path").first()).toBeVisible();
  }
  await page.getByRole("table").first().scrollIntoViewIfNeeded();
  await expect(page.getByRole("row", { name: /NVDA/ }).first()).toContainText(/snapshot of \d+ \w+ 2026; Yahoo/);
  expect(abroad).toEqual([]);
});
