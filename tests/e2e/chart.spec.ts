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

test("pointing reads a session's values", async ({ page }) => {
  await page.goto(address);
  const chart = page.getByRole("application").first();
  await chart.scrollIntoViewIfNeeded();
  await chart.hover();
  await expect(page.locator(".recharts-line-curve").first()).toBeVisible();
  const box = await page.getByTestId("recharts").boundingBox();
  // 26 sessions from −5 to +20: the event day is 5/25 of the way.
  await page.mouse.move((box?.x ?? 0) + ((box?.width ?? 0) * 5) / 25, (box?.y ?? 0) + 100, { steps: 4 });
  await expect(page.locator("[aria-live=polite]").first()).toContainText("Mon 27 Jan");
  await expect(page.locator("[aria-live=polite]").first()).toContainText("−16.97");
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
  const readout = page.locator("[aria-live=polite]").first();
  await expect(readout).toContainText("Mon 27 Jan");
  await page.keyboard.press("ArrowRight");
  await expect(readout).toContainText("Tue 28 Jan");
  await expect(page.getByTestId("recharts")).toHaveCount(0);
  release.resolve();
  await expect(page.getByTestId("recharts")).toHaveCount(1);
  await expect(readout).toContainText("Tue 28 Jan");
  await page.keyboard.press("Home");
  await expect(readout).toContainText("Jan");
  await page.keyboard.press("End");
  await expect(readout).toContainText("Feb");
  await page.keyboard.press("Escape");
  await expect(readout).toBeEmpty();
  await expect(page.getByText("Point at the chart")).toBeVisible();
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test("a tap reaches for the chart", async ({ page }) => {
    await page.goto(address);
    await page.getByRole("application").first().tap();
    await expect(page.getByTestId("recharts")).toHaveCount(1);
  });
});
