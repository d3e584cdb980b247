import { expect, test, type Page } from "@playwright/test";

const compare = "/compare?lines=NVDA,MSFT,META,TSLA,SPY&range=1y";
const claim = "/articles/deepseek-sputnik/claims/chamath-4b";
const addresses = [compare, claim, "/tickers/NVDA"];

/** WCAG 1.4.12: what a reader may set without losing anything. */
const spacing = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

/** Texts that something cuts off: a box that hides what does not fit, or the edge of the page. */
const clipped = (page: Page) =>
  page.evaluate(() => {
    const shown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && element.closest(".unseen, details:not([open]) > :not(summary)") === null;
    const cut = [...document.querySelectorAll("body *")].filter((element) => {
      if (!(element instanceof HTMLElement) || !shown(element)) return false;
      const { overflowX, overflowY, clipPath } = getComputedStyle(element);
      if (clipPath !== "none") return false;
      const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
      return (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
    });
    const beyond = [...document.querySelectorAll("main svg text, main p, main h1, main h2, main a, main li")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      // What scrolls in a region of its own is not lost.
      return width > 0 && shown(element) && element.closest("[tabindex='0'][role=region]") === null && (right > innerWidth + 1 || left < -1);
    });
    return [...cut, ...beyond].map((element) => `${element.tagName} ${element.getAttribute("class") ?? ""}: ${element.textContent.slice(0, 60)}`);
  });

for (const address of addresses) {
  // 1440 px at a zoom of 200 % is 720 px to the page; 320 px is a zoom of 400 % on a small one.
  for (const width of [720, 320]) {
    test(`${address} at ${width} px with text spaced as a reader may space it: nothing is cut`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      expect(await clipped(page)).toEqual([]);
      // As an extension sets it: a style element of ours the page's policy would refuse.
      await page.evaluate((rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        document.adoptedStyleSheets.push(sheet);
      }, spacing);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await clipped(page)).toEqual([]);
    });
  }

  test(`${address} in a system's own few colours, and still`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await page.goto(address);
    const line = page.locator("main svg[role=img] path").first();
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    expect(ink).not.toBe(paper);
    // Lines keep a stroke that is not the paper's.
    await expect(line).toBeVisible();
    expect(await line.evaluate((path) => getComputedStyle(path).stroke)).not.toBe(paper);
    await page.getByRole("application").first().hover();
    await expect(page.locator(".recharts-line-curve").first()).toBeVisible();
    const moving = await page.evaluate(
      () =>
        document.getAnimations().filter(({ playState, effect }) => playState === "running" && Number(effect?.getComputedTiming().duration ?? 0) > 100).length,
    );
    expect(moving).toBe(0);
  });
}

/** Everything a printed view must carry, and nothing that can only be pressed. */
async function expectPrinted(page: Page, path: string) {
  await expect(page.locator("main svg[role=img] path").first()).toBeVisible();
  const rows = page.locator("details[data-kept=table] tbody tr").filter({ visible: true });
  await expect.poll(() => rows.count()).toBeGreaterThan(10);
  await expect(page.getByText(/^Source: .*Snapshot of/).first()).toBeVisible();
  await expect(page.getByText(`Address of this view: ${path}`).first()).toBeVisible();
  await expect(page.getByRole("group", { name: "Range" })).toBeHidden();
  await expect(page.getByRole("search", { name: "Add to the chart" })).toBeHidden();
  await expect(page.getByText("Point at the chart")).toBeHidden();
  await expect(page.getByRole("link", { name: /^Take .* off the chart$/ }).filter({ visible: true })).toHaveCount(0);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe("rgb(255, 255, 255)");
}

for (const address of addresses) {
  test(`${address} on paper: the chart, its closed table, its sources and its address, and no control`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(address);
    const table = page.locator("details[data-kept=table]");
    await expect(table).not.toHaveAttribute("open");
    await expect(table.locator("tbody tr").first()).toBeHidden();
    await page.emulateMedia({ media: "print" });
    await expectPrinted(page, address);
  });
}

test("a view that was changed in place prints the same", async ({ page }) => {
  await page.goto("/compare?lines=NVDA,TSLA");
  await page.getByRole("group", { name: "Range" }).getByRole("link", { name: "1 year" }).click();
  await expect(page).toHaveURL("/compare?lines=NVDA,TSLA&range=1y");
  await expect(page.locator("details[data-kept=table] tbody tr")).toHaveCount(0);
  await page.emulateMedia({ media: "print" });
  await expectPrinted(page, "/compare?lines=NVDA,TSLA&range=1y");
});

// What the cells say of Nvidia: said by the article's text and, in percent, printed on the day.
test("the matrix of the board as a listener finds it", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("region", { name: /^Said against did/ })).toMatchAriaSnapshot(`
    - region /Said against did/:
      - table:
        - rowgroup:
          - row /Said \\/ did Verdict NVDA/:
            - columnheader "Said / did"
            - columnheader "Verdict"
            - columnheader "NVDA":
              - link "NVDA"
            - columnheader "Unlisted"
        - rowgroup:
          - row "Jia Wen Tuea":
            - rowheader "Jia Wen Tuea"
          - row /AlphaGo was China’s Sputnik matches GOOGL. named, no direction, −4\\.20.%/:
            - rowheader "AlphaGo was China’s Sputnik":
              - link "AlphaGo was China’s Sputnik"
            - cell "matches":
              - link "matches"
            - cell /GOOGL. named, no direction, −4\\.20.%/:
              - link /GOOGL/
          - row /Cheap models question AI spending consistent NVDA. read as down, −16\\.97.%/
        - rowgroup:
          - row "Morgan Brown":
            - rowheader "Morgan Brown"
        - rowgroup:
          - row "Chamath Palihapitiya":
            - rowheader "Chamath Palihapitiya"
  `);
});
