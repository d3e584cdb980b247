import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { PNG } from "pngjs";
import { formatMove } from "../../lib/view/words/format.ts";

const summary = "Download, copy or cite";
/** `--line-1` of the light theme. */
const BLUE = [0x0b, 0x5a, 0x8c] as const;

for (const view of ["", "?base=2025-01-21&range=3m", "?lines=NVDA,SPY,9984.T", "?range=1y&sort=-NVDA"]) {
  test(`the CSV of /tickers/NVDA${view} is the table on the page to the last digit shown`, async ({ page, request }) => {
    await page.goto(`/tickers/NVDA${view}`);
    // A view with an order of its table has it open.
    if (!view.includes("sort=")) await page.getByText("Table of what the chart shows").click();
    const table = page.getByRole("region", { name: /NVIDIA/ }).getByRole("table");
    const columns = (await table.locator("thead th").allTextContents()).slice(1).map((head) => head.replace(/ [▾▴]$/, ""));
    const shown = await table
      .locator("tbody tr")
      .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.firstChild?.textContent ?? "")));
    const csv: Record<string, string>[] = parse(await (await request.get(`/tickers/NVDA.csv${view}`)).text(), { columns: true });
    // Sessions in the order of the file; the lines of one beside each other, as in the page's row.
    const sessions = [...new Set(csv.map(({ session }) => session))];
    const held = sessions.map((session) => columns.map((id) => csv.find((row) => row.session === session && row.line === id)?.value));
    expect(held.map((row) => row.map((value) => (value === undefined ? "—" : formatMove(Number(value)))))).toEqual(shown);
  });
}

test("a download is named for what it holds, and the links work without a script", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto("/tickers/NVDA");
  await page.getByText(summary).click();
  await expect(page.getByRole("button", { name: "Copy table" })).toHaveCount(0);
  for (const [name, file] of [
    ["Table, CSV", "claimtape-nvda-change-2025-01-17-to-2025-02-25.csv"],
    ["Picture, PNG", "claimtape-nvda-change-2025-01-17-to-2025-02-25.png"],
    ["twice the size", "claimtape-nvda-change-2025-01-17-to-2025-02-25@2x.png"],
    ["Picture, SVG", "claimtape-nvda-change-2025-01-17-to-2025-02-25.svg"],
    ["Table, JSON", "claimtape-nvda-change-2025-01-17-to-2025-02-25.json"],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name, exact: true }).first().click()]);
    expect(download.suggestedFilename()).toBe(file);
    expect((await readFile(await download.path())).byteLength).toBeGreaterThan(1000);
  }
});

test("the links follow the view", async ({ page }) => {
  await page.goto("/tickers/NVDA");
  await page.getByRole("link", { name: "1 year" }).click();
  await page.getByText(summary).click();
  await expect(page.getByRole("link", { name: "Table, CSV", exact: true })).toHaveAttribute("href", "/tickers/NVDA.csv?range=1y");
  await expect(page.getByText(/^Claimtape \(\d{4}\).*range=1y$/)).toBeVisible();
});

test("a view of prices says why it has no file", async ({ page }) => {
  await page.goto("/tickers/NVDA?measure=price");
  await page.getByText(summary).click();
  await expect(page.getByText(/Yahoo’s terms forbid it/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Table, CSV" })).toHaveCount(0);
  await page.getByRole("link", { name: "Show the change" }).click();
  await expect(page).toHaveURL(/\/tickers\/NVDA$/);
});

test("table and picture are copied", async ({ browser }) => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto("/tickers/NVDA");
  await page.getByText(summary).click();
  await page.getByRole("button", { name: "Copy table" }).click();
  await expect(page.getByText("The table is copied.")).toBeVisible();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
  expect(lines[0]).toBe("Session\tNVDA");
  expect(lines).toContain("2025-01-27\t-16.97%"); // as published
  await page.getByRole("button", { name: "Copy picture" }).click();
  await expect(page.getByText("The picture is copied.")).toBeVisible();
  const copied = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
  expect(copied).toContain("image/png");
});

test("open, it holds nothing that axe minds, and no page scrolls sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto("/tickers/NVDA");
  await page.getByText(summary).click();
  const { violations } = await new AxeBuilder({ page }).include("figure details[open]").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test("an address in small letters leads to the file, an unknown one answers for itself", async ({ request }) => {
  const moved = await request.get("/tickers/nvda.csv?range=1y", { maxRedirects: 0 });
  expect([moved.status(), moved.headers().location]).toEqual([308, expect.stringMatching(/\/tickers\/NVDA\.csv\?range=1y$/)]);
  const unknown = await request.get("/tickers/NVDIA.csv");
  expect(unknown.status()).toBe(404);
  expect((await unknown.json()).error).toMatchObject({ parameter: "symbol", nearest: expect.arrayContaining(["NVDA"]) });
  for (const page of ["/tickers/0700.HK", "/tickers/%5EVIX", "/tickers/NVDA?range=1y"]) {
    expect((await request.get(page)).headers()["content-type"], page).toContain("text/html");
  }
  expect((await request.get("/tickers/0700.HK.csv")).headers()["content-type"]).toContain("text/csv");
});

test("data sets and changes are there, with sums that hold", async ({ page, request }) => {
  await page.goto("/data");
  for (const file of ["prices.csv", "intraday.csv", "capex.json"]) {
    const content = await (await request.get(`/data/${file}`)).body();
    const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(content));
    await expect(page.getByText(Buffer.from(digest).toString("hex"))).toBeVisible();
  }
  await page.getByRole("main").getByRole("link", { name: "changes", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^Method \d/ }).first()).toBeVisible();
});

/**
 * The PNG against the page's own chart: over every hundredth of the plot's width both lines are looked for
 * by their colour, and where they stand must meet within 2 pixels of a plot 320 high (0.7 %), plus the
 * stroke. Around the event, where one line falls 17 % in a session and a dot is drawn, nothing is compared.
 */
test("the picture shows the page’s chart", async ({ page, request }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto("/tickers/NVDA");
  const chart = page.locator("[data-plot] > svg").first();
  const seen = PNG.sync.read(await chart.screenshot());
  const onPage = columns(seen, { left: 0, top: 0, width: seen.width, height: seen.height });

  const svg = await (await request.get("/tickers/NVDA.svg")).text();
  const [, left = 0, top = 0] = /translate\(([\d.]+) ([\d.]+)\)" font-size="12"/.exec(svg)?.map(Number) ?? [];
  const [, outerLeft = 0, outerTop = 0] = /<g transform="translate\(([\d.]+) ([\d.]+)\)"><g/.exec(svg)?.map(Number) ?? [];
  const [, width = 0, y = 0] = /<line x1="0" x2="([\d.]+)" y1="([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  expect(y).toBeGreaterThan(0);
  const height = Number(/x1="[\d.]+" x2="[\d.]+" y1="-4" y2="([\d.]+)"/.exec(svg)?.[1]);
  const picture = PNG.sync.read(await (await request.get("/tickers/NVDA.png")).body());
  const inPicture = columns(picture, { left: outerLeft + left, top: outerTop + top, width, height });

  const compared = onPage.flatMap((one, i) => {
    const other = inPicture[i];
    return one === null || other === null || other === undefined ? [] : [{ at: i, apart: Math.max(0, one.low - other.high, other.low - one.high) }];
  });
  expect(compared.length).toBeGreaterThan(80);
  expect(compared.filter(({ apart }) => apart > 2.25 / 320)).toEqual([]);
});

/** Per hundredth of the width: from where to where the line's colour is found, as parts of the height. */
function columns(image: PNG, box: { left: number; top: number; width: number; height: number }): ({ low: number; high: number } | null)[] {
  return Array.from({ length: 99 }, (_, i) => {
    const part = (i + 1) / 100;
    if (part > 0.14 && part < 0.24) return null; // the event: session 5 of 25
    const x = Math.round(box.left + part * box.width);
    const found = Array.from({ length: Math.floor(box.height) }, (_row, row) => row).filter((row) => isBlue(image, x, Math.round(box.top + row)));
    const [low, high] = [found[0], found.at(-1)];
    return low === undefined || high === undefined ? null : { low: low / box.height, high: high / box.height };
  });
}

function isBlue(image: PNG, x: number, y: number): boolean {
  const at = (y * image.width + x) * 4;
  return BLUE.every((value, channel) => Math.abs((image.data[at + channel] ?? 255) - value) < 40);
}
