import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AGAINST, DEFAULT_VIEW, MEASURES, NAMED_BASES, PRESETS, readView, viewHref, viewPairs, viewSet } from "../../../lib/view/chart/view-state.ts";
import type { ViewState, ViewVocabulary } from "../../../lib/view/chart/view-state.ts";
import { VIEW_KEYS } from "../../../lib/view/chart/view-keys.ts";

const IDS = ["NVDA", "TSLA", "^VIX", "0700.HK", "9984.T", "GSENEPOW-LIST", "UTES", "SPY", "RSP", "MAG7", "META", "MSFT", "AMD", "AVGO"];
const CLAIMS = ["goldman-1", "brown-0b", "chamath-4e"];

const vocabulary: ViewVocabulary = {
  linesNamed: (word) => (IDS.includes(word) ? { ids: [word] } : word === "GSENEPOW" ? { ids: ["UTES", "GSENEPOW-LIST"] } : { nearest: ["NVDA"] }),
  claims: CLAIMS,
  first: "2023-12-26",
  last: "2026-05-15",
  own: ["NVDA"],
};

const read = (query: string) => readView(new URLSearchParams(query), vocabulary);

const day = fc.integer({ min: 0, max: 860 }).map((n) => new Date(Date.UTC(2023, 11, 26) + n * 86_400_000).toISOString().slice(0, 10));
const range = fc.oneof(
  fc.constantFrom(...PRESETS).map((preset) => ({ preset })),
  fc
    .tuple(day, day)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
);
const view: fc.Arbitrary<ViewState> = fc.record({
  base: fc.oneof(fc.constantFrom(...NAMED_BASES), day),
  measure: fc.constantFrom(...MEASURES),
  range,
  log: fc.boolean(),
  against: fc.constantFrom(...AGAINST),
  lines: fc.option(fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 12 })),
  layout: fc.option(fc.constantFrom("together" as const, "apart" as const)),
  claim: fc.option(fc.constantFrom(...CLAIMS)),
  sort: fc.option(fc.record({ column: fc.constantFrom("day", ...IDS), descending: fc.boolean() })),
});

describe("a view in an address", () => {
  test("the default is no query at all", () => {
    expect(viewPairs(DEFAULT_VIEW)).toEqual([]);
    expect(viewHref("/tickers/NVDA", DEFAULT_VIEW)).toBe("/tickers/NVDA");
    expect(read("")).toEqual({ view: DEFAULT_VIEW, problems: [] });
  });

  test("every view comes back from its address, without a remark", () => {
    fc.assert(
      fc.property(view, (one) => {
        const address = new URL(viewHref("http://localhost/compare", one));
        expect(readView(address.searchParams, vocabulary)).toEqual({ view: one, problems: [] });
      }),
    );
  });

  test("any sequence of changes comes back, and leads to the same address as the last view alone", () => {
    fc.assert(
      fc.property(fc.array(view, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.integer({ min: 0, max: 8 })), (steps, picks) => {
        const keys = ["base", "measure", "range", "log", "against", "lines", "layout", "claim", "sort"] as const;
        let now = DEFAULT_VIEW;
        for (const step of steps) {
          const key = keys[picks.next().value ?? 0] ?? "base";
          const address = new URL(viewHref("http://localhost/compare", now, { [key]: step[key] }));
          now = readView(address.searchParams, vocabulary).view;
          expect(now).toEqual({ ...now, [key]: step[key] });
        }
        expect(readView(new URL(viewHref("http://localhost/", now)).searchParams, vocabulary).view).toEqual(now);
      }),
    );
  });

  test("a change written as what it does to an address does it to any address", () => {
    fc.assert(
      fc.property(view, view, fc.constantFrom("base", "measure", "range", "log", "against", "layout", "claim", "sort"), (now, then, key) => {
        const address = new URL(viewHref("http://localhost/", now));
        for (const [name, value] of new URLSearchParams(viewSet({ [key]: then[key] }))) {
          if (value === "") address.searchParams.delete(name);
          else address.searchParams.set(name, value);
        }
        expect(readView(address.searchParams, vocabulary).view).toEqual({ ...now, [key]: then[key] });
      }),
    );
  });

  test("whatever stands in a query, there is a view, and each value that was not used is named", () => {
    const noise = fc.array(
      fc.tuple(fc.oneof(fc.constantFrom(...VIEW_KEYS), fc.string()), fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: "binary" }))),
    );
    fc.assert(
      fc.property(noise, (pairs) => {
        const { view: seen, problems } = readView(pairs, vocabulary);
        expect(readView(viewPairs(seen), vocabulary)).toEqual({ view: seen, problems: [] });
        for (const { parameter, value } of problems) {
          expect(VIEW_KEYS).toContain(parameter);
          expect(value.length).toBeLessThanOrEqual(60);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["measure=foo", "measure", "foo"],
    ["range=2y", "range", "2y"],
    ["base=friday", "base", "friday"],
    ["base=2031-01-01", "base", "2031-01-01"],
    ["base=2025-02-30", "base", "2025-02-30"],
    ["from=2025-13-01&to=2025-02-01", "from", "2025-13-01"],
    ["from=2025-03-01&to=2025-02-01", "to", "2025-02-01"],
    ["from=2030-03-01", "from", "2030-03-01"],
    ["log=yes", "log", "yes"],
    ["against=DAX", "against", "DAX"],
    ["layout=grid", "layout", "grid"],
    ["claim=brown-99", "claim", "brown-99"],
    ["lines=NVDA,NVDIA", "lines", "NVDIA"],
    ["add=NVDIA", "add", "NVDIA"],
    ["base=open&base=publication", "base", "publication"],
    ["range=all&from=2025-01-02&to=2025-02-03", "range", "all"],
  ])("%s is reported with its value", (query, parameter, value) => {
    expect(read(query).problems).toMatchObject([{ parameter, value }]);
  });

  test("a word that means several lines gives several; what is added joins the page's own", () => {
    expect(read("lines=GSENEPOW,SPY").view.lines).toEqual(["UTES", "GSENEPOW-LIST", "SPY"]);
    expect(read("add=TSLA").view.lines).toEqual(["NVDA", "TSLA"]);
    expect(read("lines=META&add=TSLA").view.lines).toEqual(["META", "TSLA"]);
    expect(read("lines=META,META").view.lines).toEqual(["META"]);
    expect(read("lines=").view.lines).toEqual([]);
  });

  test("a chart holds twelve lines, and says which it left out", () => {
    const { view: seen, problems } = read(`lines=${IDS.join(",")}`);
    expect(seen.lines).toEqual(IDS.slice(0, 12));
    expect(problems).toMatchObject([{ parameter: "lines", value: "AMD,AVGO" }]);
  });

  test("days outside the data are cut to them; empty fields of a form are none", () => {
    expect(read("from=2020-01-01&to=2025-01-31").view.range).toEqual({ from: "2023-12-26", to: "2025-01-31" });
    expect(read("from=&to=&range=1y").view.range).toEqual({ preset: "1y" });
    expect(read("from=2025-01-02").view.range).toEqual({ from: "2025-01-02", to: "2026-05-15" });
  });

  test("parameters of others are left alone", () => {
    expect(read("utm_source=letter&q=1")).toEqual({ view: DEFAULT_VIEW, problems: [] });
  });
});
