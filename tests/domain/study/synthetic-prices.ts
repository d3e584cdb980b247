import { studyFitter } from "../../../lib/domain/study/study-fitter.ts";
import type { TestContext } from "../../../lib/domain/judgement/evidence.ts";
import { STUDY_OPTIONS } from "../../../lib/domain/study/event-study.ts";
import type { Instrument, Member } from "../../../lib/domain/market/instruments.ts";
import type { IndexSeries } from "../../../lib/domain/market/portfolio.ts";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";

/** A price series from closes by day; opens are the closes unless given. */
export function priced(symbol: string, closes: Record<string, number>, opens: Record<string, number | null> = {}): PriceSeries {
  const days = Object.keys(closes).sort();
  const close = days.map((day) => closes[day] ?? NaN);
  return {
    symbol,
    currency: "USD",
    timeZone: "America/New_York",
    levels: "market",
    source: "snapshot",
    asOf: days.at(-1) ?? "2025-01-01",
    origin: "made up",
    days,
    open: days.map((day, i) => (day in opens ? (opens[day] ?? null) : (close[i] ?? null))),
    close,
    adjclose: close,
    volume: days.map(() => null),
    stubs: [],
  };
}

export function pricedIndex(index: IndexSeries): PriceSeries {
  return priced(index.symbol, Object.fromEntries(index.days.map((day, i) => [day, index.level[i] ?? NaN])));
}

export function member(symbol: string): Member {
  return { symbol, weight: 1, reason: "" };
}

export function instrument(symbol: string, more: Partial<Instrument> = {}): Instrument {
  return {
    symbol,
    name: symbol,
    shortName: symbol,
    kind: "equity",
    yahoo: { symbol },
    exchange: "NASDAQ",
    currency: "USD",
    levels: "market",
    about: "",
    ...more,
  };
}

export function contextOf(series: PriceSeries[], eventDay: string, baseDay: string, benchmarks: string[] = ["M1", "M2"]): TestContext {
  return {
    instruments: {},
    series: Object.fromEntries(series.map((one) => [one.symbol, one])),
    benchmarks,
    eventDay,
    baseDay,
    timeZone: "America/New_York",
    options: STUDY_OPTIONS,
    fitStudy: studyFitter(),
  };
}
