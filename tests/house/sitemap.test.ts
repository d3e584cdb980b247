import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import robots from "../../app/robots.ts";
import sitemap from "../../app/sitemap.ts";
import { impactOf } from "../../lib/impact.ts";
import { articleSlugs, loadInstruments } from "../../lib/io/data/data-files.ts";

const app = join(import.meta.dirname, "../../app");

/** Addresses of pages that are the same for everybody: no parameter, no slot, and no view behind a rewrite. */
function staticPages(): string[] {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => /(^|\/)page\.tsx$/.test(file));
  return files.map((file) => `/${dirname(file)}`.replace(/^\/\.$/, "/")).filter((path) => !/[[@]|\/(?:view|found)$/.test(path));
}

test("every static page, every article, claim and instrument is in the sitemap, once", async () => {
  const listed = (await sitemap()).map(({ url }) => new URL(url).pathname);
  const reports = await Promise.all(articleSlugs().map(impactOf));
  const known = [
    ...staticPages(),
    ...reports.flatMap(({ article }) => [
      `/articles/${article.slug}`,
      `/articles/${article.slug}/arguments`,
      ...article.claims.map(({ id }) => `/articles/${article.slug}/claims/${id}`),
    ]),
    ...Object.keys(loadInstruments()).map((symbol) => `/tickers/${encodeURIComponent(symbol)}`),
  ];
  expect(staticPages()).toContain("/method");
  expect(listed.toSorted()).toEqual(known.toSorted());
});

test("robots are shown the sitemap", () => {
  expect(robots().sitemap).toMatch(/^https?:\/\/[^/]+\/sitemap\.xml$/);
});

test("robots may fetch what pages point machines to, and need not list the rest of the API", () => {
  const rules = [robots().rules].flat()[0];
  expect(rules?.disallow).toEqual(["/api/"]);
  // The longest rule that fits decides.
  const allowed = (path: string) =>
    [rules?.allow ?? []].flat().some((rule) => rule.length > "/api/".length && new RegExp(`^${rule.replaceAll("*", ".*")}`).test(path));
  expect(["/api/oembed?url=x", "/api/tickers/%5EVIX/prices", "/api/tickers/NVDA/study", "/api/health"].map(allowed)).toEqual([true, true, false, false]);
});
