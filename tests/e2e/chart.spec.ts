import { expect, type Page, test } from "@playwright/test";

const address = "/articles/deepseek-sputnik/claims/brown-10";

/** Sum of layout shifts since navigation that no input excused, as the browser itself measures them. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ("value" in entry) shifts.push(Number(entry.value));
    }).observe({ type: "layout-shift", buffered: true });
  });
  return () => page.evaluate(() => ("shifts" in window && Array.isArray(window.shifts) ? window.shifts.reduce((a, b) => a + b, 0) : -1));
}

test("recharts comes when the chart is pointed at, in the same place, and not before", async ({ page }) => {
  const shifts = await watchShifts(page);
  await page.goto(address);
  const chart = page.getByRole("application").first();
  await chart.scrollIntoViewIfNeeded();
  await expect(page.getByTestId("recharts")).toHaveCount(0);
  const before = await page.locator("svg[role=img] path").first().boundingBox();
  await chart.hover();
  const line = page.locator(".recharts-line-curve").first();
  await expect(line).toBeVisible();
  const after = await line.boundingBox();
  expect(Math.abs((after?.x ?? 0) - (before?.x ?? 99))).toBeLessThan(2);
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 99))).toBeLessThan(2);
  expect(Math.abs((after?.width ?? 0) - (before?.width ?? 99))).toBeLessThan(3);
  expect(await shifts()).toBeLessThan(0.01);
});

test("pointing reads a session's values, and says nothing aloud", async ({ page }) => {
  await page.goto(address);
  const chart = page.getByRole("application").first();
  await chart.scrollIntoViewIfNeeded();
  await chart.hover();
  await expect(page.locator(".recharts-line-curve").first()).toBeVisible();
  const box = await page.getByTestId("recharts").boundingBox();
  // 26 sessions from −5 to +20: the event day is 5/25 of the way.
  await page.mouse.move((box?.x ?? 0) + ((box?.width ?? 0) * 5) / 25, (box?.y ?? 0) + 100, { steps: 4 });
  await expect(page.getByTestId("chart-readout")).toContainText("Mon 27 Jan");
  await expect(page.getByTestId("chart-readout")).toContainText("−16.97");
  await expect(page.getByTestId("chart-said")).toBeEmpty();
});

test("keys work from the first one, while recharts is still on its way", async ({ page }) => {
  await page.goto(address);
  const release = Promise.withResolvers<void>();
  const chart = page.getByRole("application").first();
  await page.waitForLoadState("networkidle");
  await page.route("**/*.js", async (route) => {
    await release.promise;
    await route.continue();
  });
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  const said = page.getByTestId("chart-said");
  await expect(said).toHaveText("Nvidia, Monday 27 January, minus 17.0 percent");
  await page.keyboard.press("ArrowRight");
  await expect(said).toContainText("Tuesday 28 January");
  await expect(page.getByTestId("recharts")).toHaveCount(0);
  release.resolve();
  await expect(page.getByTestId("recharts")).toHaveCount(1);
  await expect(page.getByTestId("chart-readout")).toContainText("Tue 28 Jan");
});

test("every key does what the help says, and says what it did", async ({ page }) => {
  await page.goto("/compare?lines=NVDA,TSLA");
  const chart = page.getByRole("application").first();
  const said = page.getByTestId("chart-said");
  await chart.focus();
  // Worked out from the sessions of New York: 28 January is a session after the event day, 10 February ten after, 17 January five before.
  const steps: [key: string, spoken: string | RegExp][] = [
    ["ArrowRight", "Nvidia, Monday 27 January, minus 17.0 percent"],
    ["ArrowDown", "Tesla, Monday 27 January, minus 2.3 percent"],
    ["ArrowUp", "Nvidia, Monday 27 January, minus 17.0 percent"],
    ["ArrowRight", /^Nvidia, Tuesday 28 January, minus/],
    ["ArrowLeft", "Nvidia, Monday 27 January, minus 17.0 percent"],
    ["PageUp", /^Nvidia, Monday 10 February, /],
    ["PageDown", "Nvidia, Monday 27 January, minus 17.0 percent"],
    ["Home", /^Nvidia, Friday 17 January, /],
    ["End", /^Nvidia, Tuesday 25 February, /],
    ["Enter", /^Side by side, session by session\. Change since the close of Fri 24 Jan: NVDA −16\.97.%/],
    ["h", /Page Down and Page Up ten/],
  ];
  for (const [key, spoken] of steps) {
    await page.keyboard.press(key);
    await expect(said, key).toHaveText(spoken);
  }
  await expect(page.getByText("Page Down and Page Up ten").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(said).toBeEmpty();
  await expect(page.getByTestId("chart-readout")).toHaveCount(0);
  await expect(chart).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(chart).not.toBeFocused();
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("a tap reaches for the chart", async ({ page }) => {
    await page.goto(address);
    await page.getByRole("application").first().tap();
    await expect(page.getByTestId("recharts")).toHaveCount(1);
  });
});
