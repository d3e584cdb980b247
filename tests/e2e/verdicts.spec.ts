import { expect } from "@playwright/test";
import { claims } from "../fixtures/claims.ts";
import { test } from "../fixtures/shared-page.ts";

const board = "/articles/deepseek-sputnik";

const words = /consistent|opposite|not detectable|split|mixed|not testable|no price|matches|overstated|understated|disputed|unsourced/;

test("every claim on the board carries a word", async ({ page }) => {
  await page.goto("/");
  const said = await page.locator("article").evaluateAll((all) => all.map((one) => one.querySelector("a[href^='/method#']")?.textContent ?? ""));
  expect(said).toHaveLength(32);
  expect(said.filter((one) => !words.test(one))).toEqual([]);
});

for (const id of claims) {
  test(`the page of ${id} has its sentence, test and rule, and says no reason`, async ({ pageFor }) => {
    const page = await pageFor({});
    await page.goto(`${board}/claims/${id}`);
    const verdict = page.getByRole("region", { name: "The verdict" });
    await expect(verdict).toContainText(words);
    await expect(verdict).toContainText("The test, as written down");
    await expect(verdict).toContainText("The rule");
    expect((await verdict.innerText()).toLowerCase()).not.toContain("because");
  });
}

test("the plain sentence comes first and says what Nvidia did", async ({ page }) => {
  await page.goto(`${board}/claims/brown-10`);
  const verdict = page.getByRole("region", { name: "The verdict" });
  await expect(verdict).toContainText(
    /Nvidia fell 17\.0\s%, 13\.4 points below what its usual relation to SPY predicts; none of the 250 estimation days, 11 January 2024 to 8 January 2025, was as low/,
  );
});

for (const id of ["brown-10", "chamath-4a", "chamath-4b", "chamath-4c", "goldman-6", "goldman-4", "goldman-3"]) {
  test(`every statistic of ${id} leads to its paragraph of the method`, async ({ pageFor }) => {
    const page = await pageFor({});
    await page.goto("/method");
    const anchors = await page.locator("main [id]").evaluateAll((all) => all.map((e) => e.id));
    await page.goto(`${board}/claims/${id}`);
    const links = await page.locator("a[href^='/method#']").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect(anchors, link).toContain(link.slice("/method#".length));
  });
}

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
