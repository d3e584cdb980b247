import { expect, test } from "@playwright/test";

const board = "/articles/deepseek-sputnik";

test("every claim on the board carries a word, and every claim page its sentence, test and rule", async ({ page }) => {
  test.setTimeout(90_000);
  await page.goto("/");
  const claims = page.locator("article");
  const count = await claims.count();
  expect(count).toBe(32);
  const words = /consistent|opposite|not detectable|split|mixed|not testable|no price|matches|overstated|understated|disputed|unsourced/;
  for (let i = 0; i < count; i += 1) await expect(claims.nth(i).locator("a[href^='/method#']").first()).toHaveText(words);
  const ids = await claims.evaluateAll((all) => all.map((a) => a.id));
  for (const id of ids) {
    await page.goto(`${board}/claims/${id}`);
    const verdict = page.getByRole("region", { name: "The verdict" });
    await expect(verdict).toContainText(words);
    await expect(verdict).toContainText("The test, as written down");
    await expect(verdict).toContainText("The rule");
    expect((await verdict.innerText()).toLowerCase()).not.toContain("because");
  }
});

test("the plain sentence comes first and says what Nvidia did", async ({ page }) => {
  await page.goto(`${board}/claims/brown-10`);
  const verdict = page.getByRole("region", { name: "The verdict" });
  await expect(verdict).toContainText(
    /Nvidia fell 17\.0\s%, 13\.4 points below what its usual relation to SPY predicts; none of the 250 estimation days, 11 January 2024 to 8 January 2025, was as low/,
  );
});

test("every statistic leads to its paragraph of the method", async ({ page }) => {
  test.setTimeout(60_000);
  await page.goto("/method");
  const anchors = await page.locator("main [id]").evaluateAll((all) => all.map((e) => e.id));
  for (const id of ["brown-10", "chamath-4a", "chamath-4b", "chamath-4c", "goldman-6", "goldman-4", "goldman-3"]) {
    await page.goto(`${board}/claims/${id}`);
    const links = await page.locator("a[href^='/method#']").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect(anchors, link).toContain(link.slice("/method#".length));
  }
});

test("the scoreboard counts every claim once and leads to it", async ({ page }) => {
  await page.goto("/");
  const score = page.getByRole("region", { name: "What came of it" });
  await expect(score).toContainText("not a person");
  const links = await score.locator("a[href*='/claims/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  expect(new Set(links).size).toBe(32);
  expect(links).toHaveLength(32);
});

test("the study of any day is served, with its words checked", async ({ request }) => {
  const study = await (await request.get("/api/tickers/NVDA/study?benchmark=RSP&event=2025-01-27")).json();
  expect(study.benchmark).toBe("RSP");
  const bad = await request.get("/api/tickers/NVDA/study?benchmark=QQQ");
  expect(bad.status()).toBe(400);
  expect((await bad.json()).error).toMatchObject({ parameter: "benchmark", value: "QQQ", allowed: ["SPY", "RSP"] });
  const article = await (await request.get(`/api/articles/deepseek-sputnik`)).json();
  expect(Object.keys(article.verdicts.claims)).toHaveLength(32);
});
