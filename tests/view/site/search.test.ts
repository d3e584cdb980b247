/** What a reader types, and what must come first. The facts are the repository's own data. */
import { describe, expect, test } from "vitest";
import { articleSlugs, loadArticle, loadInstruments } from "../../../lib/io/data/data-files.ts";
import { isSearchIndex, countResults, searchOver } from "../../../lib/view/site/search.ts";
import { searchIndex } from "../../../lib/view/site/search-index.ts";

const articles = articleSlugs().map((slug) => loadArticle(slug));
const instruments = Object.values(loadInstruments());
const index = searchIndex(articles, instruments);
const search = searchOver(index);
const claim = (id: string) => `/articles/deepseek-sputnik/claims/${id}`;
const hrefs = (query: string) => search(query).flatMap(({ items }) => items.map(({ href }) => href));

describe("the index", () => {
  test("holds every claim, instrument and speaker once, and the pages", () => {
    const count = (kind: string) => index.filter((entry) => entry.kind === kind).length;
    expect(count("claim")).toBe(articles.reduce((n, { claims }) => n + claims.length, 0));
    expect(count("instrument")).toBe(instruments.length);
    expect(count("speaker")).toBe(articles.reduce((n, { speakers }) => n + speakers.length, 0));
    expect(index.filter(({ kind }) => kind === "page").map(({ title }) => title)).toEqual([...articles.map(() => "Board"), "Tickers", "Compare", ...articles.map(() => "Arguments"), "API", "Method"]);
    expect(new Set(index.map(({ href }) => href)).size).toBe(index.length);
  });

  test("says no word of an instrument twice", () => {
    for (const { code, title, detail } of index) {
      expect(title).not.toBe(code);
      expect(detail).not.toBe(title);
    }
  });

  test("is known by its shape, and nothing else is", () => {
    expect(isSearchIndex(JSON.parse(JSON.stringify(index)))).toBe(true);
    expect(isSearchIndex([{ ...index[0], kind: "basket" }])).toBe(false);
    expect(isSearchIndex([{ kind: "page", href: "/" }])).toBe(false);
    expect(isSearchIndex({ error: {} })).toBe(false);
  });
});

describe("what comes first", () => {
  test.each([
    // Slips.
    ["nvida", "/tickers/NVDA"],
    ["gogle", "/tickers/GOOGL"],
    ["sputnk", claim("goldman-1")],
    ["palihapitya", "/articles/deepseek-sputnik?speaker=chamath"],
    ["metod", "/method"],
    ["infrence", claim("chamath-3")],
    // Codes, however they are typed, before words that look like them.
    ["NVDA", "/tickers/NVDA"],
    ["nvda", "/tickers/NVDA"],
    ["so", "/tickers/SO"],
    ["now", "/tickers/NOW"],
    ["d", "/tickers/D"],
    ["vix", "/tickers/%5EVIX"],
    ["700.hk", "/tickers/0700.HK"],
    // Words, unfinished ones, accents, several at once.
    ["magnif", "/tickers/MAG7"],
    ["Nvídia", "/tickers/NVDA"],
    ["chamath nvidia", claim("chamath-4d")],
    ["brown item 10", claim("brown-10")],
    ["don't fade", claim("goldman-6")],
    ["morgan brown", "/articles/deepseek-sputnik?speaker=brown"],
    ["compare", "/compare"],
    ["arguments", "/articles/deepseek-sputnik/arguments"],
  ])("%s: %s", (query, first) => {
    expect(hrefs(query)[0]).toBe(first);
  });
});

describe("what comes with it", () => {
  test("every word has to be found; where that leaves nothing, any of them", () => {
    expect(hrefs("nvidia singapore")).toEqual([claim("chamath-1")]);
    expect(hrefs("nvidia qqxzjk")[0]).toBe("/tickers/NVDA");
  });

  test("a claim that mentions a company stands beside its ticker; companies that mention it do not", () => {
    expect(hrefs("nvidia")).toContain(claim("chamath-1"));
    expect(hrefs("nvidia")).not.toContain("/tickers/AMD");
    // Goldman's baskets are not mentioned in passing: the search must not lose them.
    expect(hrefs("goldman")).toEqual(expect.arrayContaining(["/tickers/GS", "/tickers/GSTMTAIP", "/tickers/GSTMTDAT", "/tickers/GSENEPOW"]));
  });

  test("groups stand by their best result, and a limit holds for each", () => {
    expect(search("sputnik").map(({ title }) => title)).toEqual(["Claims", "Pages"]);
    for (const { items } of search("the", 4)) expect(items.length).toBeLessThanOrEqual(4);
  });

  test("without a query there are the pages; for nonsense there is nothing", () => {
    expect(search("  ").map(({ kind }) => kind)).toEqual(["page"]);
    expect(search("qqxzjk")).toEqual([]);
    expect(search("x".repeat(100_000))).toEqual([]);
    expect(search("*()[]\\?")).toEqual([]);
  });

  test("results are counted in words", () => {
    expect(countResults([])).toBe("No results");
    expect(countResults(search("nvidia singapore"))).toBe("1 result");
    expect(countResults(search(""))).toBe(`${4 + 2 * articles.length} results`);
  });
});
