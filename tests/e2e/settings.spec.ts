import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const html = (page: Page) => page.locator("html");
const openSettings = (page: Page) => page.getByRole("button", { name: "Reading settings" }).click();
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

const light = "rgb(251, 250, 246)";
const dark = "rgb(22, 21, 18)";
const claim = (id: string) => `/articles/deepseek-sputnik/claims/${id}`;

test("a theme is chosen, holds on other pages and after a reload, and is undone", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  expect(await paper(page)).toBe(light);
  await openSettings(page);
  await page.getByLabel("Dark").check();
  await expect(html(page)).toHaveAttribute("data-theme", "dark");
  expect(await paper(page)).toBe(dark);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("group", { name: "Reading settings" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Reading settings" })).toBeFocused();

  await page.getByRole("link", { name: "Method", exact: true }).click();
  await expect(page).toHaveURL("/method");
  expect(await paper(page)).toBe(dark);
  await page.reload();
  expect(await paper(page)).toBe(dark);
  await openSettings(page);
  await expect(page.getByLabel("Dark")).toBeChecked();

  await page.getByLabel("As the system").check();
  await expect(html(page)).not.toHaveAttribute("data-theme");
  expect(await paper(page)).toBe(light);
  expect(page.url()).not.toContain("?");
});

test("no flash: the theme stands before there is a body, let alone paint or a script file", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.addInitScript(() => {
    localStorage.setItem("claimtape-theme", "dark");
    new MutationObserver((_, observer) => {
      if (document.documentElement?.dataset["theme"] === undefined) return;
      Object.assign(window, { themedAt: performance.now(), bodyThen: document.body !== null });
      observer.disconnect();
    }).observe(document, { attributes: true, childList: true, subtree: true, attributeFilter: ["data-theme"] });
  });
  await page.route("**/*.js", (route) => route.abort());
  await page.goto("/");
  expect(await paper(page)).toBe(dark);
  const { themedAt, bodyThen, painted } = await page.evaluate(async () => {
    const painted = await new Promise<number>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries()[0]?.startTime ?? NaN)).observe({ type: "paint", buffered: true });
    });
    return { themedAt: Number(Reflect.get(window, "themedAt")), bodyThen: Reflect.get(window, "bodyThen"), painted };
  });
  expect(bodyThen).toBe(false);
  expect(themedAt).toBeLessThan(painted);
});

test("the script in the head is the same on every page, as a policy by hash needs it", async ({ request }) => {
  const scripts = await Promise.all(
    ["/", "/method", "/tickers/NVDA", claim("brown-10"), "/search?q=meta", "/tickers/NVDIA", "/no-such-page"].map(async (address) => {
      const text = await (await request.get(address)).text();
      const head = text.slice(0, text.indexOf("</head>"));
      return [...head.matchAll(/<script>(.*?)<\/script>/gs)].map(([, body]) => body);
    }),
  );
  expect(new Set(scripts.map((found) => found.join("\n"))).size).toBe(1);
  expect(scripts[0]?.[0]).toContain("claimtape-theme");
  expect(await (await request.get("/")).text()).not.toMatch(/<[a-z][^>]* style="/);
});

test("red is up for who reads it so; the signs stay", async ({ page }) => {
  const colourOf = (name: string) =>
    page
      .getByRole("row", { name })
      .first()
      .locator("td[data-label='move'] span")
      .evaluate((e) => getComputedStyle(e).color);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(claim("chamath-4c"));
  const before = { up: await colourOf("META"), down: await colourOf("MSFT") };
  expect(before).toEqual({ up: "rgb(11, 90, 140)", down: "rgb(160, 72, 10)" });
  await openSettings(page);
  await page.getByRole("radio", { name: "Red up, blue down" }).check();
  await expect(html(page)).toHaveAttribute("data-rise", "red");
  expect({ up: await colourOf("META"), down: await colourOf("MSFT") }).toEqual({ up: "rgb(179, 38, 30)", down: "rgb(11, 90, 140)" });
  await page.reload();
  expect(await colourOf("META")).toBe("rgb(179, 38, 30)");
  await expect(page.getByRole("row", { name: "META" }).first().locator("td[data-label='move']")).toHaveText(/^\+/);
});

test("j and k walk from claim to claim, on its page and on the board", async ({ page }) => {
  await page.goto(claim("brown-9"));
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("j");
  await expect(page).toHaveURL(claim("brown-10"));
  await page.keyboard.press("k");
  await expect(page).toHaveURL(claim("brown-9"));

  await page.goto(`${claim("brown-10")}?base=open`);
  await page.keyboard.press("j");
  await expect(page).toHaveURL(`${claim("brown-11")}?base=open`);

  await page.goto("/articles/deepseek-sputnik?speaker=chamath");
  const links = page.locator("[data-claim-link]");
  for (const at of [0, 1, 2]) {
    await page.keyboard.press("j");
    await expect(links.nth(at)).toBeFocused();
    await expect(links.nth(at)).toBeInViewport();
  }
  await page.keyboard.press("k");
  await expect(links.nth(1)).toBeFocused();
  // From where the reader has scrolled to, not from where the focus was left.
  await page.locator("#chamath-4d").evaluate((e) => e.scrollIntoView());
  await page.keyboard.press("j");
  await expect(page.locator("#chamath-4e [data-claim-link]")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(claim("chamath-4e"));
});

test("keys rest in fields, in charts, and with a modifier", async ({ page }) => {
  await page.goto(claim("brown-9"));
  await page.getByRole("application").first().focus();
  for (const key of ["j", "k", "/", "?"]) await page.keyboard.press(key);
  await page.keyboard.press("Alt+j");
  await page.goto("/search");
  const field = page.getByLabel("Claims, tickers, speakers and pages");
  await field.focus();
  await page.keyboard.type("j/k?");
  await expect(field).toHaveValue("j/k?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goBack();
  await expect(page).toHaveURL(claim("brown-9"));
});

test("? lists every key, and keys of one letter can be turned off", async ({ page }) => {
  await page.goto(claim("brown-9"));
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys" });
  await expect(help).toContainText("Next claim");
  await expect(help).toContainText("Ten points");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press("j");
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await expect(page).toHaveURL(claim("brown-9"));

  await openSettings(page);
  await page.getByRole("group", { name: "Keys of one letter" }).getByLabel("Off").check();
  await page.getByRole("button", { name: "All keys" }).click();
  await expect(help).toContainText("Keys of one letter are off");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Reading settings" })).toBeFocused();
  await page.reload();
  for (const key of ["j", "/", "?"]) await page.keyboard.press(key);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(claim("brown-9"));
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Search" })).toBeVisible();
});

test("a choice made in one tab holds in the other", async ({ context }) => {
  const [one, other] = [await context.newPage(), await context.newPage()];
  await one.goto("/method");
  await other.goto("/search");
  await openSettings(one);
  await one.getByLabel("Dark").check();
  await expect(html(other)).toHaveAttribute("data-theme", "dark");
});

for (const width of [320, 390, 800, 1440]) {
  test(`the menu is whole and without an axe violation at ${width} px, and the header holds two rows at most`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/method");
    const links = page.getByRole("navigation", { name: "Site" }).getByRole("link");
    const tops = new Set(await links.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top))));
    expect(tops.size).toBe(1);
    for (const link of await links.all()) expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    expect((await page.getByRole("banner").boundingBox())?.height).toBeLessThan(110);
    await openSettings(page);
    const box = await page.getByRole("group", { name: "Reading settings" }).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    for (const theme of ["Light", "Dark"]) {
      await page.getByLabel(theme, { exact: true }).check();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${theme} ${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
    }
  });
}

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false, colorScheme: "dark" });
  test("the page follows the system, and no menu promises otherwise", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("link", { name: "Search" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Reading settings" })).toBeHidden();
    await expect(page.locator("html")).toHaveCSS("background-color", dark);
  });
});
