import { beforeAll, describe, expect, test } from "vitest";
import type { Line } from "../../../lib/domain/report/line.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import type { Absence } from "../../../lib/domain/market/series.ts";
import { drawable, impactOf, linesFor } from "../../../lib/impact.ts";
import { readPriceSeries } from "../../../lib/io/data/data-files.ts";
import { pointAt, readout, spokenReadout } from "../../../lib/view/chart/chart-readout.ts";
import { chartTable } from "../../../lib/view/chart/chart-table.ts";
import { describeView } from "../../../lib/view/chart/chart-words.ts";
import type { ChartSubject } from "../../../lib/view/chart/chart-subject.ts";
import { buildChartView } from "../../../lib/view/chart/chart-view.ts";
import { compareSubject, tickerSubject } from "../../../lib/view/chart/subject-of.ts";
import { viewChoices } from "../../../lib/view/chart/view-choices.ts";
import { DEFAULT_VIEW } from "../../../lib/view/chart/view-state.ts";
import type { ViewState } from "../../../lib/view/chart/view-state.ts";
import { downloadedMoves, publishedMoves } from "../../fixtures/published-moves.ts";

const SLUG = "deepseek-sputnik";
let available: Record<string, Line | Absence>;
let compare: ChartSubject;
beforeAll(async () => {
  available = await linesFor(
    SLUG,
    drawable().map(({ id }) => id),
  );
  compare = compareSubject(await impactOf(SLUG));
});

const see = (lines: string[], change: Partial<ViewState> = {}) => buildChartView(compare, { ...DEFAULT_VIEW, lines, ...change }, available);
const plain = (text: string) => text.replaceAll("\u202F", " ");

/** Straight from the file, without the code under test. */
function adjusted(symbol: string, day: string): number {
  const series = readPriceSeries(symbol);
  return series?.adjclose[series.days.indexOf(day)] ?? Number.NaN;
}

/** The first line's value on a day. */
function valueOn(day: string, ...[lines, change]: Parameters<typeof see>): number | undefined {
  return see(lines, change).charts[0]?.lines[0]?.points.find((point) => point.day === day)?.value;
}

describe("what a view draws", () => {
  test.each([...publishedMoves, ...downloadedMoves])("%s stands at %d %% on the event day", (symbol, move) => {
    expect(((valueOn("2025-01-27", [symbol]) ?? NaN) * 100).toFixed(2)).toBe(move.toFixed(2));
  });

  test("the base never moves with the range", () => {
    const ranges: ViewState["range"][] = [{ preset: "event" }, { preset: "3m" }, { preset: "1y" }, { preset: "all" }, { from: "2025-01-02", to: "2025-12-31" }];
    const values = ranges.map((range) => valueOn("2025-02-03", ["NVDA"], { range }));
    expect(new Set(values).size).toBe(1);
    expect(new Set(ranges.map((range) => plain(see(["NVDA"], { range }).baseLabel)))).toEqual(new Set(["0 % = close, Fri 24 Jan 2025"]));
  });

  test("any day can be the base", () => {
    const expected = adjusted("NVDA", "2025-01-27") / adjusted("NVDA", "2024-12-31") - 1;
    expect(valueOn("2025-01-27", ["NVDA"], { base: "2024-12-31" })).toBeCloseTo(expected, 5);
    expect(plain(see(["NVDA"], { base: "2024-12-31" }).baseLabel)).toBe("0 % = close, Tue 31 Dec 2024");
  });

  test("a base on a day without a session is the close before it, and says so", () => {
    const seen = see(["NVDA"], { base: "2025-01-26" });
    expect(seen.view.base).toBe("2025-01-24");
    expect(seen.problems).toMatchObject([{ parameter: "base", value: "2025-01-26" }]);
  });

  test("an index is 100 at the base; prices are those of the day", () => {
    expect(valueOn("2025-01-24", ["NVDA"], { measure: "index" })).toBe(100);
    expect(valueOn("2025-01-27", ["NVDA"], { measure: "index" })).toBeCloseTo(83.03, 2);
    // As reported by the exchange that evening: 142.62 on Friday, 118.42 on Monday.
    expect(valueOn("2025-01-24", ["NVDA"], { measure: "price" })).toBe(142.62);
    expect(valueOn("2025-01-27", ["NVDA"], { measure: "price" })).toBe(118.42);
  });

  test("from the open and from the publication", () => {
    // Nvidia opened at 124.80 and was last dealt at 124.52 before 06:10.
    expect(valueOn("2025-01-27", ["NVDA"], { base: "open" })).toBeCloseTo(118.42 / 124.8 - 1, 4);
    expect(valueOn("2025-01-27", ["NVDA"], { base: "publication" })).toBeCloseTo(118.42 / 124.52 - 1, 4);
  });

  test("abnormal returns are those of the verdict, summed; the benchmark has none", () => {
    const seen = see(["NVDA", "SPY"], { measure: "abnormal" });
    expect(seen.charts[0]?.lines.map(({ id }) => id)).toEqual(["NVDA"]);
    expect(seen.missing).toMatchObject([{ id: "SPY" }]);
    const line = available.NVDA;
    if (line === undefined || isAbsent(line)) throw new Error("no line");
    // −13.37 %: the abnormal return that /method and the claim pages print for 27 January against SPY.
    expect(valueOn("2025-01-27", ["NVDA"], { measure: "abnormal" })).toBeCloseTo(-0.1337, 4);
  });

  test("prices in two currencies share no axis", () => {
    const seen = see(["NVDA", "0700.HK"], { measure: "price" });
    // Tencent's levels are adjusted-only or in Hong Kong dollars: either way no common axis of prices is drawn.
    expect(new Set(seen.charts.map((chart) => chart.scale.currency)).size).toBeLessThan(2);
    expect(seen.charts[0]?.lines.length === 2 && seen.view.measure === "price").toBe(false);
  });

  test("what excludes itself falls back and is reported", () => {
    expect(see(["NVDA"], { log: true })).toMatchObject({ view: { log: false }, problems: [{ parameter: "log" }] });
    expect(see(["NVDA"], { measure: "abnormal", base: "open" })).toMatchObject({ view: { base: "close" }, problems: [{ parameter: "base", value: "open" }] });
    expect(see(["AMD"], { range: { preset: "day" } })).toMatchObject({
      view: { range: { preset: "event" } },
      problems: [{ parameter: "range", value: "day" }],
    });
    expect(see(["NVDA"], { range: { preset: "day" }, measure: "abnormal" })).toMatchObject({
      view: { measure: "change" },
      problems: [{ parameter: "measure" }],
    });
    expect(see(["MAG7"], { measure: "price" })).toMatchObject({ view: { measure: "change" }, problems: [{ parameter: "measure", value: "price" }] });
  });

  test("a logarithm is for what stays above zero", () => {
    expect(see(["NVDA"], { measure: "price", log: true }).charts[0]?.y.log).toBe(true);
    const choices = viewChoices(compare, { ...DEFAULT_VIEW, lines: ["NVDA"] }, []);
    expect(choices.find(({ id }) => id === "log")?.choices.find(({ id }) => id === "1")?.disabled).toContain("below zero");
  });

  test("five lines have colours, the rest are grey, the benchmark is neither", () => {
    const seen = see(["NVDA", "SPY", "MSFT", "META", "TSLA", "AAPL", "AMZN"], { layout: "together" });
    expect(seen.charts[0]?.lines.map(({ role, tone }) => (role === "main" ? tone : role))).toEqual([0, "benchmark", 1, 2, 3, 4, 5]);
  });

  test("more than five lines are drawn apart, on one scale", () => {
    const seen = see(["NVDA", "MSFT", "META", "TSLA", "AAPL", "AMZN"]);
    expect(seen.charts).toHaveLength(6);
    expect(new Set(seen.charts.map(({ y }) => y.domain.join())).size).toBe(1);
    expect(new Set(seen.charts.map(({ x }) => x.domain.join())).size).toBe(1);
    expect(see(["NVDA", "MSFT"]).charts).toHaveLength(1);
  });

  test("the day by 5 minutes: 12.7 of 17.0 percent had gone when the article appeared", () => {
    const chart = see(["NVDA"], { range: { preset: "day" } }).charts[0];
    const at = chart?.publication?.at ?? NaN;
    const before = chart?.lines[0]?.points.findLast(({ offset }) => offset < at);
    const stop = chart?.stops.find(({ offset }) => offset === before?.offset);
    expect(stop).toMatchObject({ day: "2025-01-27", time: "06:10" });
    expect(((before?.value ?? NaN) * 100).toFixed(1)).toBe("-12.7");
    const close = chart?.stops.find(({ day, time }) => day === "2025-01-27" && time === "16:00");
    // The last bar ends before the closing auction, which gives the official close: within a tenth of a point of −16.97 %.
    expect(Math.abs((pointAt(chart?.lines[0] ?? { points: [] }, close?.offset ?? -1)?.value ?? NaN) + 0.1697)).toBeLessThan(0.001);
  });

  test("bars that are held for a part of the days are drawn for that part, and it is said", () => {
    // data/README.md: Tesla's bars are those of 27 January alone.
    expect(see(["NVDA", "TSLA"], { range: { preset: "day" } }).partly).toEqual([{ id: "TSLA", why: "bars of Mon 27 Jan alone" }]);
  });

  test("which days the bars are of is said, as far as they are drawn", () => {
    const said = (lines: string[]) => describeView(see(lines, { range: { preset: "day" } }));
    expect(said(["NVDA"])).toContain("of Nvidia, 24 to 29 January by 5 minutes.");
    expect(said(["TSLA"])).toContain("of Tesla, 27 January by 5 minutes.");
  });

  test("nothing chosen draws nothing and says nothing wrong", () => {
    expect(see([])).toMatchObject({ charts: [], missing: [], problems: [] });
  });

  test("a chosen claim is drawn by what it is about", async () => {
    const report = await impactOf(SLUG);
    const nvidia = report.instruments.NVDA;
    if (nvidia === undefined) throw new Error("no NVDA");
    const subject = tickerSubject(report, nvidia);
    const seen = buildChartView(subject, { ...DEFAULT_VIEW, claim: "chamath-4b" }, available);
    const own = subject.claims.find(({ id }) => id === "chamath-4b")?.lines ?? [];
    expect(own.length).toBeGreaterThan(1);
    expect(seen.drawn.map(({ line }) => line.id)).toEqual(own);
  });
});

describe("what is read and spoken", () => {
  const model = () => {
    const chart = see(["NVDA", "9984.T"]).charts[0];
    if (chart === undefined) throw new Error("no chart");
    return chart;
  };
  const eventStop = () => model().stops.findIndex(({ offset }) => offset === 0);

  test("a voice says name, day and move", () => {
    expect(spokenReadout(model(), eventStop(), 0)).toBe("Nvidia, Monday 27 January, minus 17.0 percent");
    expect(spokenReadout(model(), eventStop(), 1)).toContain("Tuesday 28 January");
  });

  test("an eye reads every line, each with its own day", () => {
    expect(readout(model(), eventStop(), 0).map(({ text }) => plain(text))).toEqual(["Mon 27 Jan", "NVDA −16.97 %", "9984.T −5.22 % (Tue 28 Jan)"]);
  });

  test("over more than a year the year is said", () => {
    const chart = see(["NVDA"], { range: { preset: "all" } }).charts[0];
    expect(chart === undefined ? "" : spokenReadout(chart, 0, 0)).toMatch(/^Nvidia, Tuesday 26 December 2023, /);
  });
});

describe("the table of what is shown", () => {
  test("holds every point of every line, and sorts", () => {
    const { charts } = see(["NVDA", "TSLA"]);
    const table = chartTable(charts, null);
    expect(table.columns.map(({ id }) => id)).toEqual(["NVDA", "TSLA"]);
    expect(table.rows).toHaveLength(26);
    expect(table.rows.flatMap(({ cells }) => cells)).not.toContain(null);
    const fallen = chartTable(charts, { column: "NVDA", descending: false }).rows.map(({ cells }) => cells[0]?.value ?? NaN);
    expect(fallen).toEqual(fallen.toSorted((a, b) => a - b));
    expect(chartTable(charts, { column: "day", descending: true }).rows[0]?.offset).toBe(20);
    expect(chartTable(charts, { column: "no such", descending: true })).toEqual(table);
  });

  test("a line with no point on a day has none in the table, and comes last", () => {
    const { charts } = see(["NVDA", "GSENEPOW-LIST"], { range: { preset: "all" } });
    const rows = chartTable(charts, { column: "GSENEPOW-LIST", descending: true }).rows;
    expect(rows.at(-1)?.cells[1]).toBeNull();
    expect(rows[0]?.cells[1]).not.toBeNull();
  });
});
