import { expect, test } from "@playwright/test";

/** Addresses that turn out to name nothing only while they are drawn. */
const nothing = [
  "/embed/nothing",
  "/embed/tickers/NOPE",
  "/embed/articles/deepseek-sputnik",
  "/articles/deepseek-sputnik/claims/brown-99",
  "/articles/no-such-article",
  "/articles/no-such-article/arguments?stance=a.agree",
];

for (const address of nothing) {
  test(`${address} says so as the reader wants to read`, async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem("claimtape-theme", "dark");
      localStorage.setItem("claimtape-rise", "red");
    });
    expect((await page.goto(address))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const html = page.locator("html");
    await expect(html).toHaveAttribute("data-script", "");
    await expect(html).toHaveAttribute("data-theme", "dark");
    await expect(html).toHaveAttribute("data-rise", "red");
  });
}
