import { expect, test } from "@playwright/test";

const board = "/articles/deepseek-sputnik";

test("choosing a speaker filters the board and the address says it", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Speaker").selectOption("chamath");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(`${board}?speaker=chamath`);
  await expect(page.locator("article")).toHaveCount(10);
  await page.reload();
  await expect(page.locator("article")).toHaveCount(10);
  await page.getByRole("link", { name: "show all" }).click();
  await expect(page.locator("article")).toHaveCount(32);
});

test("three filters narrow together, in one address", async ({ page }) => {
  await page.goto(`${board}?speaker=brown&instrument=NVDA&type=forecast`);
  const ids = await page.locator("article").evaluateAll((all) => all.map((a) => a.id));
  expect(ids).toEqual(["brown-10"]);
});

test("a value the article does not know is named and set aside", async ({ page }) => {
  await page.goto(`${board}?speaker=krugman`);
  await expect(page.getByText("krugman")).toBeVisible();
  await expect(page.locator("article")).toHaveCount(32);
});

test("after Back the choices are those of the board that is shown", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Speaker").selectOption("brown");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.locator("article")).toHaveCount(15);
  await page.goBack();
  await expect(page.locator("article")).toHaveCount(32);
  await expect(page.getByLabel("Speaker")).toHaveValue("");
});

test("a choice made before the script has come is kept", async ({ page }) => {
  const release = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await release.promise;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  await page.getByLabel("Speaker").selectOption("brown");
  release.resolve();
  await page.waitForLoadState("networkidle");
  await expect(page.getByLabel("Speaker")).toHaveValue("brown");
});

test("choosing by keyboard does not leave the page", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Instrument", { exact: true }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL("/");
  await expect(page.getByLabel("Instrument", { exact: true })).toBeFocused();
});

test("the home address filters as the article's does", async ({ page }) => {
  await page.goto("/?speaker=chamath");
  await expect(page.locator("article")).toHaveCount(10);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("the form filters by its button", async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("Type").selectOption("ranking");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.locator("article")).toHaveCount(2);
    expect(await page.locator("article").evaluateAll((all) => all.map((a) => a.id))).toEqual(["chamath-4b", "chamath-4d"]);
  });
});
