import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const field = (page: Page) => page.getByRole("combobox", { name: "Search claims, tickers, speakers and pages" });
const palette = (page: Page) => page.getByRole("dialog", { name: "Search" });

/** A key pressed before the page's script has come is nobody's. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState("networkidle");
}

test("by keyboard: Ctrl K, a slip, Enter", async ({ page }) => {
  await visit(page, "/method");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("nvida");
  await expect(palette(page).getByRole("status")).toHaveText(/^\d+ results$/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/tickers/NVDA");
  await expect(palette(page)).toHaveCount(0);
});

test("the arrows walk through the kinds of results; a claim, a speaker and a page are gone to", async ({ page }) => {
  await visit(page, "/tickers");
  await page.keyboard.press("/");
  await field(page).fill("sputnk");
  await expect(page.getByRole("option", { name: /^AlphaGo was China’s Sputnik/ })).toHaveAttribute("data-highlighted");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/articles/deepseek-sputnik/claims/goldman-1");

  await page.keyboard.press("/");
  await field(page).fill("palihapitya");
  await expect(palette(page).getByRole("option").first()).toHaveAccessibleName(/^Chamath Palihapitiya/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/articles/deepseek-sputnik?speaker=chamath");
  await expect(page.locator("article")).toHaveCount(10);

  await page.keyboard.press("/");
  await expect(palette(page).getByRole("option")).toHaveCount(6);
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("option", { name: /^Method/ })).toHaveAttribute("data-highlighted");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/method");
});

test("Esc closes it and gives the focus back", async ({ page }) => {
  await visit(page, "/");
  await page.getByLabel("Speaker", { exact: true }).focus();
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("meta");
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
  await expect(page.getByLabel("Speaker", { exact: true })).toBeFocused();
  // And again, with what was typed before forgotten.
  await page.keyboard.press("Control+k");
  await expect(field(page)).toHaveValue("");
});

test("what is typed while it is on its way is not lost", async ({ page }) => {
  await visit(page, "/method");
  const release = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await release.promise;
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("gogle");
  await expect(palette(page)).toHaveCount(0);
  release.resolve();
  await expect(field(page)).toHaveValue("gogle");
  await expect(palette(page).getByRole("option").first()).toHaveAccessibleName(/^GOOGL Alphabet/);
});

test("where it cannot be fetched, its page takes over with what was typed", async ({ page }) => {
  await visit(page, "/method");
  const refuse = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await refuse.promise;
    await route.abort();
  });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("tesla");
  refuse.resolve();
  await expect(page).toHaveURL("/search?q=tesla");
});

test("by mouse: the button in the header, a result, the way out", async ({ page }) => {
  await visit(page, "/");
  const button = page.getByRole("banner").getByRole("link", { name: "Search" });
  await button.click();
  await field(page).fill("tesla");
  await page.getByRole("option", { name: /^Tesla is least exposed/ }).click();
  await expect(page).toHaveURL("/articles/deepseek-sputnik/claims/chamath-4b");
  await expect(palette(page)).toHaveCount(0);

  await button.click();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(palette(page)).toHaveCount(0);
  await expect(button).toBeFocused();

  await button.click();
  await expect(palette(page)).toBeVisible();
  await page.mouse.click(5, 500);
  await expect(palette(page)).toHaveCount(0);
});

test("it is fetched when it is first asked for, and not before", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await visit(page, "/");
  expect(asked.filter((url) => url.includes("search-index"))).toEqual([]);
  const before = asked.filter((url) => url.endsWith(".js")).length;
  await page.keyboard.press("/");
  await expect(palette(page).getByRole("option").first()).toBeVisible();
  expect(asked.filter((url) => url.includes("search-index"))).toHaveLength(1);
  expect(asked.filter((url) => url.endsWith(".js")).length).toBeGreaterThan(before);
});

test("nothing found is said, and so is a search that does not load", async ({ page }) => {
  await visit(page, "/method");
  await page.keyboard.press("/");
  await field(page).fill("qqxzjk");
  await expect(palette(page).getByRole("status")).toHaveText("No results");
  await page.route("**/search-index.json", (route) => route.abort());
  await page.reload({ waitUntil: "networkidle" });
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("status")).toHaveText("The search did not load. The search page works without it.");
  await expect(palette(page).getByRole("link", { name: "Search page" })).toBeVisible();
});

test("what somebody who listens is told", async ({ page }) => {
  await visit(page, "/method");
  await page.keyboard.press("/");
  await field(page).fill("nvidia singapore");
  await expect(palette(page)).toMatchAriaSnapshot(`
    - dialog "Search":
      - combobox "Search claims, tickers, speakers and pages" [expanded]: nvidia singapore
      - button "Close"
      - status: 1 result
      - listbox "Results":
        - group "Claims":
          - option "Chips through Singapore Chamath Palihapitiya, point 1"
      - paragraph:
        - link "All results on a page":
          - /url: /search?q=nvidia+singapore
  `);
  // The field keeps the focus and names the result that Enter goes to.
  const active = await field(page).getAttribute("aria-activedescendant");
  await expect(palette(page).getByRole("option")).toHaveAttribute("id", active ?? "");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no axe violation, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await visit(page, "/method");
    await page.keyboard.press("/");
    for (const query of ["", "nvida", "qqxzjk"]) {
      await field(page).fill(query);
      await expect(palette(page).getByRole("status")).not.toHaveText("Loading…");
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `“${query}” ${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
    }
    for (const address of ["/search", "/search?q=nvida", "/search?q=qqxzjk"]) {
      await visit(page, address);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${address} ${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
    }
    await context.close();
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });
  test("it is used by touch", async ({ page }) => {
    await visit(page, "/");
    await page.getByRole("banner").getByRole("link", { name: "Search" }).tap();
    await field(page).fill("infrence");
    const result = page.getByRole("option", { name: /^Build inference with allies/ });
    expect((await result.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    const box = await palette(page).boundingBox();
    expect([box?.x, box?.width]).toEqual([0, 390]);
    await result.tap();
    await expect(page).toHaveURL("/articles/deepseek-sputnik/claims/chamath-3");
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("the button leads to a page that searches as well", async ({ page }) => {
    await visit(page, "/");
    await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
    await expect(page).toHaveURL("/search");
    await expect(page.getByRole("heading", { name: "Pages" })).toBeVisible();
    await page.getByLabel("Claims, tickers, speakers and pages").fill("nvida");
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL("/search?q=nvida");
    await expect(page.getByRole("status")).toHaveText(/^\d+ results for “nvida”$/);
    await page.getByRole("main").getByRole("listitem").first().getByRole("link").click();
    await expect(page).toHaveURL("/tickers/NVDA");
  });

  test("a query of nothing, of markup, twice, without end", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await visit(page, "/search?q=");
    await expect(page.getByRole("heading", { name: "Pages" })).toBeVisible();
    await visit(page, `/search?q=${encodeURIComponent('<b>x</b>"')}`);
    await expect(page.getByRole("status")).toContainText('<b>x</b>"');
    await visit(page, "/search?q=tesla&q=meta");
    await expect(page.getByRole("status")).toContainText("“tesla”");
    await visit(page, `/search?q=${"x".repeat(2_000)}`);
    await expect(page.getByRole("status")).toHaveText(`No results for “${"x".repeat(80)}”`);
    expect((await page.getByRole("status").boundingBox())?.width).toBeLessThanOrEqual(320);
  });
});
