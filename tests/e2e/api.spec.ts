import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

test("an example runs in place, can be changed, and says what was wrong", async ({ page }) => {
  await page.goto("/api");
  await page.getByRole("link", { name: "Two weeks, counted from the last close before publication" }).click();
  const answer = page.getByRole("region", { name: /^Answer of/ });
  // Reuters and LSEG: 142.62 to 118.42 on 27 January 2025.
  await expect(answer).toContainText("142.62");
  await expect(answer).toContainText("118.42");
  await expect(page.getByRole("status")).toContainText(/^200, .* ETag W\//);
  await expect(page).toHaveURL(/\/api$/);

  const address = page.getByRole("textbox", { name: "Address" });
  await address.fill("/api/tickers/NVDA/prices?from=soon");
  await address.press("Enter");
  await expect(page.getByRole("status")).toContainText(/^400,/);
  await expect(answer).toContainText("one day YYYY-MM-DD");
  await address.fill("https://example.com/");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(page.getByRole("status")).toHaveText("An address of the API begins with /api/.");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(address).toHaveCount(0);
});

test("without a script an example is a link to its answer", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "API" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
  const href = await page.getByRole("link", { name: "The article’s event day" }).getAttribute("href");
  const answer = await context.request.get(href ?? "");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ symbol: "NVDA", eventDay: "2025-01-27" });
  await context.close();
});

test("the built server answers other sites, HEAD, and who has the answer already", async ({ request }) => {
  const answer = await request.get("/api/openapi.json");
  expect(answer.headers()["access-control-allow-origin"]).toBe("*");
  expect(await answer.json()).toMatchObject({ openapi: "3.1.1" });
  const tag = answer.headers()["etag"] ?? "";
  expect((await request.get("/api/openapi.json", { headers: { "if-none-match": tag } })).status()).toBe(304);
  const head = await request.head("/api/tickers");
  expect([head.status(), head.headers()["access-control-allow-origin"], (await head.body()).length]).toEqual([200, "*", 0]);
  const first = await request.fetch("/api/tickers", { method: "OPTIONS", headers: { origin: "https://example.com", "access-control-request-method": "GET" } });
  expect([first.status(), first.headers()["access-control-allow-headers"]]).toEqual([204, "if-none-match"]);
  expect((await request.post("/api/tickers")).status()).toBe(405);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no axe violation with an answer open, ${colorScheme}, 320 px`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 900 } });
    const page = await context.newPage();
    await page.goto("/api");
    await page.getByRole("link", { name: "Now", exact: true }).click();
    await expect(page.getByRole("region", { name: /^Answer of/ })).toContainText('"status": "ok"');
    await page.locator("summary").first().click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await context.close();
  });
}
