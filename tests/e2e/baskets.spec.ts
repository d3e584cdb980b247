import { expect, test } from "@playwright/test";
import { axeFinds } from "../fixtures/axe.ts";

const addresses = [
  "/tickers/GSENEPOW",
  "/tickers/GSTMTDAT",
  "/tickers/GSTMTAIP",
  "/tickers/MAG7",
  "/tickers/NVDA",
  "/articles/deepseek-sputnik/claims/goldman-6",
];

test("Nvidia’s day stands in three parts, −12.7 % of the −17.0 % before the article", async ({ page }) => {
  for (const address of ["/tickers/NVDA", "/articles/deepseek-sputnik/claims/brown-10"]) {
    await page.goto(address);
    const day = page.getByRole("region", { name: "The day itself" });
    await expect(day.getByRole("row", { name: /before the article, to 06:10 −12\.7.% −12\.7.% of the −17\.0.%/ })).toBeVisible();
    await expect(day.getByRole("row", { name: /06:10 to the open \+0\.2.% −12\.5.% of the −17\.0.%/ })).toBeVisible();
    await expect(day.getByRole("row", { name: /in the session −5\.1.% −17\.0.%/ })).toBeVisible();
    await expect(day).toContainText("only closes of 5-minute bars");
  }
});

test("a series without an open says so instead", async ({ page }) => {
  await page.goto("/tickers/RSP");
  const day = page.getByRole("region", { name: "The day itself" });
  await expect(day).toContainText("no opening price of RSP");
  await expect(day.locator("svg")).toHaveCount(0);
});

test("a basket’s stand-ins stand beside what was reported, or the page says that nothing was", async ({ page }) => {
  await page.goto("/tickers/GSENEPOW");
  const basket = page.getByRole("region", { name: "No public quote" });
  await expect(basket.getByRole("figure")).toHaveAccessibleName(
    /UTES −10\.46.%; .*list −12\.89.%, −13\.6 to −12\.2.% with any one left out; VOLT −10\.96.%; Goldman Sachs reported −13\.7.%/,
  );
  await expect(basket.getByRole("row", { name: /VOLT/ })).toContainText("shown, not judged");
  await expect(basket.locator("text", { hasText: "Goldman Sachs reported" })).toBeVisible();
  for (const term of ["Publicly said", "Not known", "Our inference"]) await expect(basket.getByRole("term").filter({ hasText: term })).toBeVisible();
  await expect(basket).toContainText("members, weights and levels are private");

  await page.goto("/tickers/GSTMTDAT");
  const centres = page.getByRole("region", { name: "No public quote" });
  await expect(centres).toContainText("has published no move of this basket");
  await expect(centres.locator("text", { hasText: "reported" })).toHaveCount(0);
  await expect(centres).toContainText(/between −17\.0.% without Equinix and −11\.9.% without Vertiv/);
});

test("the group hangs on Nvidia; weights by market value are named and switched off", async ({ page }) => {
  await page.goto("/tickers/MAG7");
  const group = page.getByRole("region", { name: "What is in it" });
  await expect(group).toContainText(/between −3\.9.% without Apple and −0\.6.% without Nvidia/);
  const weights = group.getByRole("list", { name: "Weights of the members" });
  await expect(weights.locator("[aria-current=true]")).toHaveText("equal parts");
  await expect(weights.getByRole("link", { name: "market value", disabled: true })).toBeVisible();
  await expect(group).toContainText("not numbers of shares");
});

test("nothing here says why", async ({ page }) => {
  for (const address of addresses) {
    await page.goto(address);
    expect((await page.locator("main").innerText()).toLowerCase()).not.toContain("because");
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no axe violation and no sideways scroll, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    for (const width of [320, 1440]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
      const page = await context.newPage();
      for (const address of addresses) {
        await page.goto(address);
        for (const summary of await page.locator("details summary").all()) await summary.click();
        expect(await axeFinds(page, colorScheme), address).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${address} at ${width} px`).toBeLessThanOrEqual(0);
      }
      await context.close();
    }
  });
}

test("a reader’s targets are large enough on a basket’s page", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto("/tickers/GSENEPOW");
  const small = await page
    .locator("figure table a, [aria-labelledby=day] table a")
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.textContent));
  expect(small).toEqual([]);
});
