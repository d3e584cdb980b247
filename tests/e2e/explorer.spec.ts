import { expect, type Page, test } from "@playwright/test";
import { axeFinds } from "../fixtures/axe.ts";

/** Where the lines end on the page, as drawn: the same drawing gives the same. */
const paths = (page: Page) => page.locator("main svg[role=img] path").evaluateAll((found) => found.map((path) => path.getAttribute("d")));
const choice = (page: Page, group: string, name: string) => page.getByRole("group", { name: group }).getByRole("link", { name, exact: true });
const chosen = (page: Page, group: string) => page.getByRole("group", { name: group }).locator("[aria-current]");

/** An address as its path and its parameters, whose order says nothing. */
const parts = (address: string) => [new URL(address).pathname, ...[...new URL(address).searchParams].map((pair) => pair.join("=")).toSorted()];

/** States a reader can reach, each by its own road, with what must be on the page. */
const states: { name: string; start: string; go: (page: Page) => Promise<void>; url: string; lines: string[]; base: RegExp }[] = [
  {
    name: "a year of Nvidia as an index",
    start: "/tickers/NVDA",
    go: async (page) => {
      await choice(page, "Range", "1 year").click();
      await choice(page, "Show", "Index 100").click();
    },
    url: "/tickers/NVDA?measure=index&range=1y",
    lines: ["NVDA"],
    base: /100 = close, Fri 24 Jan 2025/,
  },
  {
    name: "prices on a logarithmic scale",
    start: "/tickers/NVDA",
    go: async (page) => {
      await choice(page, "Show", "Price").click();
      await choice(page, "Scale", "Log").click();
      await choice(page, "Range", "All").click();
    },
    url: "/tickers/NVDA?measure=price&range=all&log=1",
    lines: ["NVDA"],
    base: /Prices as quoted/,
  },
  {
    name: "abnormal returns against the other benchmark",
    start: "/articles/deepseek-sputnik/claims/chamath-4b",
    go: async (page) => {
      await choice(page, "Show", "Abnormal").click();
      await choice(page, "Benchmark", "RSP").click();
    },
    url: "/articles/deepseek-sputnik/claims/chamath-4b?measure=abnormal&against=RSP",
    lines: [],
    base: /beyond what the market model explains by RSP/,
  },
  {
    name: "a line added by its name",
    start: "/tickers/NVDA",
    go: async (page) => {
      await page.getByLabel("Symbol or name to add").fill("tesla");
      await page.keyboard.press("Enter");
    },
    url: "/tickers/NVDA?lines=NVDA,TSLA",
    lines: ["NVDA", "TSLA"],
    base: /0 % = close, Fri 24 Jan 2025/,
  },
  {
    name: "from the open, the table with it",
    start: "/tickers/NVDA",
    go: async (page) => {
      await choice(page, "Measured from", "Monday’s open").click();
      await expect(page.getByRole("row", { name: /NVDA/ }).first()).toContainText("$124.80");
    },
    url: "/tickers/NVDA?base=open",
    lines: ["NVDA"],
    base: /0 % = open, Mon 27 Jan 2025/,
  },
  {
    name: "two days of the reader's own",
    start: "/compare?lines=NVDA,SPY",
    go: async (page) => {
      await page.getByText("Any days").click();
      await page.getByLabel("Range from").fill("2025-01-02");
      await page.getByLabel("to", { exact: true }).fill("2025-03-31");
      await page.getByRole("button", { name: "Show", exact: true }).click();
    },
    url: "/compare?lines=NVDA,SPY&from=2025-01-02&to=2025-03-31",
    lines: ["NVDA", "SPY"],
    base: /0 % = close, Fri 24 Jan 2025/,
  },
  {
    name: "any day as the base",
    start: "/compare?lines=NVDA,SPY",
    go: async (page) => {
      await page.getByText("Any days").click();
      await page.getByLabel("Measured from the close of").fill("2025-01-02");
      await page.getByRole("button", { name: "Measure" }).click();
    },
    url: "/compare?lines=NVDA,SPY&base=2025-01-02",
    lines: ["NVDA", "SPY"],
    base: /0 % = close, Thu 2 Jan 2025/,
  },
  {
    name: "the day by 5 minutes, one chart each",
    start: "/compare?lines=NVDA,TSLA,SPY",
    go: async (page) => {
      await choice(page, "Range", "The day, by 5 minutes").click();
      await choice(page, "Lines", "One chart each").click();
    },
    url: "/compare?lines=NVDA,TSLA,SPY&range=day&layout=apart",
    lines: ["NVDA", "TSLA", "SPY"],
    base: /0 % = close, Fri 24 Jan 2025/,
  },
  {
    name: "a claim chosen beside the chart",
    start: "/tickers/NVDA",
    go: async (page) => {
      await page.locator("#said-chamath-4b").getByRole("link", { name: "Draw what it is about" }).click();
    },
    url: "/tickers/NVDA?claim=chamath-4b",
    lines: [],
    base: /0 % = close/,
  },
  {
    name: "a line taken off",
    start: "/compare?lines=NVDA,TSLA",
    go: async (page) => {
      await page.getByRole("link", { name: "Take Nvidia off the chart" }).click();
    },
    url: "/compare?lines=TSLA",
    lines: ["TSLA"],
    base: /0 % = close/,
  },
];

for (const { name, start, go, url, lines, base } of states) {
  test(`${name}: by mouse, by link, without a script`, async ({ page, browser }) => {
    await page.goto(start);
    await go(page);
    await expect.poll(() => parts(page.url())).toEqual(parts(new URL(url, page.url()).href));
    await expect(page.locator("figcaption").first()).toContainText(base);

    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled });
      const fresh = await context.newPage();
      await fresh.goto(new URL(url, page.url()).href);
      await expect(fresh.locator("figcaption").first()).toContainText(base);
      for (const line of lines) await expect(fresh.getByRole("list", { name: "What is drawn" })).toContainText(line);
      await expect.poll(() => paths(page)).toEqual(await paths(fresh));
      await context.close();
    }
  });
}

test("the same states by keyboard alone", async ({ page }) => {
  await page.goto("/tickers/NVDA");
  const press = async (group: string, name: string) => {
    await choice(page, group, name).focus();
    await page.keyboard.press("Enter");
  };
  await press("Range", "3 months");
  await expect(page).toHaveURL("/tickers/NVDA?range=3m");
  await expect(chosen(page, "Range")).toHaveText("3 months");
  // The focus stays on the control that was pressed, though the chart was drawn anew.
  await expect(choice(page, "Range", "3 months")).toBeFocused();
  await press("Show", "Abnormal");
  await expect(page.getByRole("status").filter({ hasText: "The chart now shows abnormal returns of Nvidia, three months" })).toHaveCount(1);
  await press("Measured from", "Friday’s close");
  await page.getByLabel("Symbol or name to add").focus();
  await page.keyboard.type("SPY");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "What is drawn" })).toContainText("Not drawn: SPY");
});

test("what is pressed while the server works out another base is not lost, nor is the base", async ({ page }) => {
  await page.goto("/tickers/NVDA");
  await page.waitForLoadState("networkidle");
  const release = Promise.withResolvers<void>();
  await page.route(/base=open.*_rsc=|_rsc=.*base=open/, async (route) => {
    await release.promise;
    await route.continue();
  });
  const asked = page.waitForRequest(/base=open/);
  await choice(page, "Measured from", "Monday’s open").click();
  await asked;
  await page.getByLabel("Symbol or name to add").fill("tesla");
  await page.keyboard.press("Enter");
  await choice(page, "Range", "1 year").click();
  release.resolve();
  await expect(page.locator("figcaption").first()).toContainText("0 % = open, Mon 27 Jan 2025");
  await expect(page.getByRole("list", { name: "What is drawn" })).toContainText("Tesla");
  await expect(chosen(page, "Range")).toHaveText("1 year");
  expect(new URL(page.url()).searchParams.get("base")).toBe("open");
});

test("Back undoes a step at a time", async ({ page }) => {
  await page.goto("/compare?lines=NVDA,TSLA");
  await choice(page, "Range", "1 year").click();
  await expect(chosen(page, "Range")).toHaveText("1 year");
  await choice(page, "Show", "Index 100").click();
  await expect(chosen(page, "Show")).toHaveText("Index 100");
  await page.goBack();
  await expect(chosen(page, "Show")).toHaveText("% from base");
  await expect(chosen(page, "Range")).toHaveText("1 year");
  await page.goBack();
  await expect(chosen(page, "Range")).toHaveText("−5…+20 sessions");
  await page.goForward();
  await expect(chosen(page, "Range")).toHaveText("1 year");
  await page.getByRole("link", { name: "NVDA", exact: true }).first().click();
  await expect(page).toHaveURL("/tickers/NVDA");
  await page.goBack();
  await expect(page).toHaveURL("/compare?lines=NVDA,TSLA&range=1y");
  await expect(chosen(page, "Range")).toHaveText("1 year");
});

test("bad values fall back and are named on the page", async ({ page, request }) => {
  const address = "/tickers/NVDA?range=century&base=someday&lines=NVDA,NVDIA&log=1&utm_source=letter";
  expect((await request.get(address)).status()).toBe(200);
  await page.goto(address);
  for (const value of ["century", "someday", "NVDIA", "log “1”"]) await expect(page.getByRole("note").filter({ hasText: value })).toBeVisible();
  await expect(chosen(page, "Range")).toHaveText("−5…+20 sessions");
});

test("pointing at a claim lights its number, and the other way round", async ({ page }) => {
  await page.goto("/tickers/NVDA");
  await page.waitForLoadState("networkidle");
  await page.locator("#said-brown-0b").hover();
  await expect(page.locator("svg a[data-claim=brown-0b]")).toHaveAttribute("data-lit", "");
  await page.locator("svg a[data-claim=brown-10] circle").hover();
  await expect(page.locator("#said-brown-10")).toHaveAttribute("data-lit", "");
  await page.locator("svg a[data-claim=brown-10] circle").click();
  await expect(page).toHaveURL("/tickers/NVDA#said-brown-10");
});

test("small multiples share one cursor", async ({ page }) => {
  await page.goto("/compare?lines=NVDA,MSFT,META,TSLA,AAPL,AMZN");
  const chart = page.getByRole("application");
  await expect(chart).toHaveCount(1);
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("chart-readout")).toHaveCount(6);
  for (const readout of await page.getByTestId("chart-readout").all()) await expect(readout).toContainText("Mon 27 Jan");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("chart-said")).toHaveText("Microsoft, Monday 27 January, minus 2.1 percent");
});

test("the table holds what the chart shows, sorts, and keeps its order in the address", async ({ page }) => {
  await page.goto("/compare?lines=NVDA,TSLA");
  await page.getByText("Table of what the chart shows").click();
  const table = page.getByRole("table").first();
  await expect(table.getByRole("row")).toHaveCount(27);
  await table.getByRole("link", { name: "NVDA" }).click();
  await expect(page).toHaveURL("/compare?lines=NVDA,TSLA&sort=NVDA");
  await expect(page.getByRole("columnheader", { name: "NVDA" })).toHaveAttribute("aria-sort", "ascending");
  await table.getByRole("link", { name: "NVDA" }).click();
  await expect(page).toHaveURL("/compare?lines=NVDA,TSLA&sort=-NVDA");
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "NVDA" })).toHaveAttribute("aria-sort", "descending");
});

test("prices that do not come are a state, not a blank", async ({ page }) => {
  await page.goto("/compare?lines=NVDA,TSLA");
  await page.waitForLoadState("networkidle");
  const before = await paths(page);
  await page.route("**/api/lines/**", (route) => route.abort());
  await choice(page, "Range", "1 year").click();
  await expect(page.getByRole("status").filter({ hasText: "could not be fetched" })).toBeVisible();
  expect(await paths(page)).toEqual(before);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const address of [
    "/compare",
    "/compare?lines=NVDA,MSFT,META,TSLA,GOOGL,SPY&range=1y",
    "/compare?lines=NVDA,TSLA&range=day",
    "/tickers/NVDA?measure=price&log=1&range=all",
  ]) {
    test(`axe finds nothing on ${address}, ${colorScheme}, 320 px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(address);
      expect(await axeFinds(page, colorScheme)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  }
}

test("the chart as a listener finds it", async ({ page }) => {
  await page.goto("/compare?lines=NVDA,TSLA");
  await expect(page.getByRole("group", { name: "Show" })).toMatchAriaSnapshot(`
    - group "Show":
      - link "% from base"
      - link "Price"
      - link "Index 100"
      - link "Abnormal"
  `);
  await expect(page.getByRole("application")).toMatchAriaSnapshot(`
    - application "Side by side, session by session":
      - img /Side by side, session by session\\. Change since the close of Fri 24 Jan. NVDA −16\\.97/
  `);
});
