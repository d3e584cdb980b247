import { describe, expect, it } from "vitest";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import type { PriceSeries, SeriesStatus } from "../../../lib/domain/market/series.ts";
import type { MarketData } from "../../../lib/domain/moves/market-data.ts";
import { loadExchanges, loadInstruments } from "../../../lib/io/data/data-files.ts";
import { liveMarket } from "../../../lib/io/prices/live-market.ts";
import { cutSeries, isPriceFailure, priceFailure } from "../../../lib/io/prices/price-provider.ts";
import type { DayRange, PriceFailure } from "../../../lib/io/prices/price-provider.ts";
import type { PricesMode, StatedSeries } from "../../../lib/io/prices/series-store.ts";
import { snapshotFile } from "../../fixtures/snapshot-file.ts";

const spy = snapshotFile("SPY");
const nvda = cutSeries(snapshotFile("NVDA"), { from: "2024-01-02" });
const data: MarketData = {
  publishedAt: "2025-01-27T11:10:00Z",
  instruments: {},
  exchanges: [],
  benchmarks: ["SPY"],
  series: { SPY: spy, NVDA: nvda },
  intraday: {},
};

const agrees: SeriesStatus = { kind: "yahoo-agrees", asOf: "2026-05-19T21:00:00Z", cached: null, snapshotAsOf: "2026-05-15", newerDays: 2, splitSince: 1 };

/** Two sessions after the snapshot's last. */
function longer(series: PriceSeries): PriceSeries {
  const last = series.adjclose.at(-1) ?? NaN;
  const more = <T>(column: T[], ...values: T[]): T[] => [...column, ...values];
  return {
    ...series,
    source: "yahoo",
    days: more(series.days, "2026-05-18", "2026-05-19"),
    open: more(series.open, 1, 1),
    close: more(series.close, 1, 1),
    adjclose: more(series.adjclose, last * 1.01, last * 1.02),
    volume: more(series.volume, 1, 1),
  };
}

type Answer = StatedSeries | PriceFailure | "never";
function storeOf(mode: PricesMode, answers: Record<string, Answer>) {
  const asked: { symbol: string; range: DayRange | undefined }[] = [];
  const read = (symbol: string, range?: DayRange): Promise<StatedSeries | PriceFailure> => {
    asked.push({ symbol, range });
    const answer = answers[symbol] ?? priceFailure("not-found", symbol, "Nothing.");
    if (answer === "never") return new Promise(() => undefined);
    return Promise.resolve(isPriceFailure(answer) ? answer : { ...answer, series: cutSeries(answer.series, range ?? { from: "2000-01-01" }) });
  };
  return { asked, store: { mode, read } };
}

describe("the market data a request is answered from", () => {
  it("are the snapshot's, and nobody is asked, where PRICES says so", async () => {
    const { store, asked } = storeOf("snapshot", {});
    expect(await liveMarket(store, data, ["NVDA"], 1_000)).toEqual({ data, statuses: {}, failures: {} });
    expect(asked).toEqual([]);
  });

  it("go on where the vendor has newer sessions, each symbol asked once and from the day the data begin", async () => {
    const { store, asked } = storeOf("auto", { NVDA: { series: longer(snapshotFile("NVDA")), status: agrees }, SPY: { series: longer(spy), status: agrees } });
    const market = await liveMarket(store, data, ["SPY", "NVDA", "SPY"], 1_000);
    expect(asked).toEqual([
      { symbol: "SPY", range: { from: "2023-06-01" } },
      { symbol: "NVDA", range: { from: "2024-01-02" } },
    ]);
    expect(market.data.series["NVDA"]?.days.slice(-3)).toEqual(["2026-05-15", "2026-05-18", "2026-05-19"]);
    expect(market.data.series["NVDA"]?.adjclose.slice(0, nvda.days.length)).toEqual(nvda.adjclose);
    expect(market.statuses).toEqual({ SPY: agrees, NVDA: agrees });
    expect(data.series["NVDA"]).toBe(nvda);
  });

  it("stay the snapshot's, and say so, where the vendor fails, is late or would change a figure", async () => {
    const moved = longer(nvda);
    moved.adjclose[3] = 1;
    const { store } = storeOf("auto", { NVDA: { series: moved, status: agrees }, SPY: "never", META: priceFailure("rate-limited", "META", "Wait.") });
    const both = { ...data, series: { ...data.series, META: snapshotFile("META") } };
    const market = await liveMarket(store, both, ["SPY", "NVDA", "META"], 10);
    expect(market.data.series).toEqual(both.series);
    expect(market.statuses).toMatchObject({
      SPY: { kind: "yahoo-unreachable", reason: "timeout", asOf: "2026-05-15" },
      NVDA: { kind: "yahoo-unreachable", reason: "invalid-answer", detail: "Its figures do not continue the snapshot’s." },
      META: { kind: "yahoo-unreachable", reason: "rate-limited" },
    });
    expect(market.failures).toEqual({});
  });

  it("count a session that one series has and the one that tells sessions lacks, but no row on a day of rest", async () => {
    const newYork = loadExchanges().filter(({ sessionsOf }) => sessionsOf === "SPY");
    const { NVDA, SPY, "^VIX": vix } = loadInstruments();
    if (NVDA === undefined || SPY === undefined || vix === undefined) throw new Error("not among the instruments");
    const days = [...nvda.days, "2026-05-18"];
    const one = (series: PriceSeries, day: string): PriceSeries => ({
      ...series,
      days: [...series.days, day],
      open: [...series.open, 1],
      close: [...series.close, 1],
      adjclose: [...series.adjclose, 1],
      volume: [...series.volume, 1],
    });
    // Memorial Day.
    const answers = {
      SPY: { series: spy, status: agrees },
      NVDA: { series: one(nvda, "2026-05-18"), status: agrees },
      "^VIX": { series: one(snapshotFile("^VIX"), "2026-05-25"), status: agrees },
    };
    const whole: MarketData = {
      ...data,
      exchanges: newYork,
      instruments: { SPY, NVDA, "^VIX": vix },
      series: { ...data.series, "^VIX": snapshotFile("^VIX") },
    };
    const market = await liveMarket(storeOf("auto", answers).store, whole, ["SPY", "NVDA", "^VIX"], 1_000);
    expect(market.data.sessions?.["SPY"]?.days.slice(-2)).toEqual(days.slice(-2));
    expect(market.data.series["SPY"]?.days.at(-1)).toBe("2026-05-15");
  });

  it("never hold the snapshot's figures where nothing but Yahoo is to be shown", async () => {
    const { store } = storeOf("yahoo", { SPY: { series: longer(spy), status: { kind: "yahoo", asOf: "2026-05-19T21:00:00Z", cached: null } } });
    const market = await liveMarket(store, data, ["SPY", "NVDA"], 1_000);
    expect(Object.keys(market.data.series)).toEqual(["SPY"]);
    expect(market.failures).toMatchObject({ NVDA: { failed: "not-found" } });
    expect(isAbsent(market.data.series["SPY"])).toBe(false);
  });
});
