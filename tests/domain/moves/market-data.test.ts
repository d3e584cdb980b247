import { describe, expect, test } from "vitest";
import type { Exchange, Instrument, Member } from "../../../lib/domain/market/instruments.ts";
import { WHOLE } from "../../../lib/domain/moves/path.ts";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import type { Absence } from "../../../lib/domain/market/series.ts";
import { eventDayOn, trackOf, trackOfPortfolio } from "../../../lib/domain/moves/market-data.ts";
import type { MarketData } from "../../../lib/domain/moves/market-data.ts";
import { HONG_KONG, NEW_YORK, TOKYO } from "../market/exchange-samples.ts";
import { dailyOf, intradayOf } from "../market/price-files.ts";
import { downloadedMoves, publishedMoves } from "../../fixtures/published-moves.ts";

const MAG7 = ["AAPL", "AMZN", "GOOGL", "META", "MSFT", "NVDA", "TSLA"];
const DATA_CENTRE_LIST = ["VRT", "ETN", "ANET", "DELL", "EQIX", "DLR"];
const SYMBOLS = [...MAG7, ...DATA_CENTRE_LIST, "SPY", "RSP", "QQQ", "SMH", "CHAT", "UTES", "DTCR", "^VIX", "9984.T", "0700.HK"];

const CBOE: Exchange = { ...NEW_YORK, id: "CBOE", name: "Cboe" };

const data: MarketData = {
  publishedAt: "2025-01-27T12:10:00+01:00",
  exchanges: [NEW_YORK, CBOE, TOKYO, HONG_KONG],
  benchmarks: ["SPY", "RSP"],
  instruments: Object.fromEntries(SYMBOLS.map((symbol) => [symbol, instrument(symbol)])),
  series: Object.fromEntries(SYMBOLS.map((symbol) => [symbol, dailyOf(symbol)])),
  intraday: Object.fromEntries(SYMBOLS.flatMap((symbol) => [intradayOf(symbol)]).flatMap((bars) => (bars ? [[bars.symbol, bars]] : []))),
};

function instrument(symbol: string): Instrument {
  const exchange = { "9984.T": "TSE", "0700.HK": "HKEX", "^VIX": "CBOE" }[symbol] ?? "NASDAQ";
  return {
    symbol,
    name: symbol,
    shortName: symbol,
    kind: symbol.startsWith("^") ? "index" : "equity",
    yahoo: { symbol },
    exchange: exchange as Instrument["exchange"],
    currency: "USD",
    levels: "market",
    about: "",
  };
}

function found<T>(value: T | Absence): T {
  if (isAbsent(value)) throw new Error(value.why);
  return value;
}

const movesOn = (symbol: string) => found(trackOf(data, symbol).moves);
const percent = (fraction: number) => Number((fraction * 100).toFixed(2));
const members = (symbols: string[]): Member[] => symbols.map((symbol) => ({ symbol, weight: 1 / symbols.length, reason: "" }));

describe("27 January 2025", () => {
  test.each([...publishedMoves, ...downloadedMoves])("%s %d %%", (symbol, move) => {
    expect(percent(found(movesOn(symbol).close).move)).toBe(move);
  });

  test("Nvidia from 142.62 to 118.42, as Reuters and LSEG had it", () => {
    expect(movesOn("NVDA").close).toMatchObject({
      baseDay: "2025-01-24",
      eventDay: "2025-01-27",
      basePrice: 142.62,
      eventPrice: 118.42,
    });
  });

  test("the VIX rose by a fifth, as Goldman Sachs later listed: +20.5 %", () => {
    expect(Math.abs(percent(found(movesOn("^VIX").close).move) - 20.5)).toBeLessThan(0.1);
    expect(found(movesOn("^VIX").close).versus).toEqual([]);
    expect(found(movesOn("^VIX").close).withoutBenchmark).toMatchObject([
      { benchmark: "SPY", absence: { absent: "no-benchmark" } },
      { benchmark: "RSP", absence: { absent: "no-benchmark" } },
    ]);
  });

  test("adjusted-only funds show no price", () => {
    expect(movesOn("CHAT").close).toMatchObject({ basePrice: null, eventPrice: null });
    expect(movesOn("CHAT").open).toMatchObject({ absent: "no-open" });
  });
});

describe("what was already in the price at 06:10 in New York", () => {
  test.each([
    // 5-minute closes of 11:05 UTC; changes from Friday's closes 142.62, 444.06 and 647.49.
    ["NVDA", 124.52, -12.7],
    ["MSFT", 412.63, -7.1],
    ["META", 614.16, -5.1],
  ])("%s stood at %d", (symbol, price, since) => {
    const { publication, close } = movesOn(symbol);
    expect(publication).toMatchObject({ basePrice: price, baseAt: "2025-01-27T11:10:00.000Z" });
    const before = (1 + found(close).move) / (1 + found(publication).move) - 1;
    expect(Number((before * 100).toFixed(1))).toBe(since);
    expect(found(publication).versus.map((v) => v.benchmark)).toEqual(["SPY"]);
    expect(found(publication).withoutBenchmark).toMatchObject([{ benchmark: "RSP", absence: { absent: "no-intraday" } }]);
  });

  test("Microsoft closed below Friday's close and above the price at publication, Meta above both", () => {
    expect(found(movesOn("MSFT").close).move).toBeLessThan(0);
    expect(found(movesOn("META").close).move).toBeGreaterThan(0);
    expect(found(movesOn("MSFT").publication).move).toBeCloseTo(434.56 / 412.63 - 1, 6);
    expect(found(movesOn("META").publication).move).toBeCloseTo(659.88 / 614.16 - 1, 6);
  });
});

describe("elsewhere", () => {
  test("Tokyo's event day is the 28th and has no benchmark", () => {
    const softBank = movesOn("9984.T");
    // 2,407.43 to 2,281.85 in dividend-adjusted yen.
    expect(percent(found(softBank.close).move)).toBe(-5.22);
    expect(found(softBank.close)).toMatchObject({ baseDay: "2025-01-27", eventDay: "2025-01-28", versus: [] });
    expect(found(softBank.close).withoutBenchmark.map(({ absence }) => absence.absent)).toEqual(["no-benchmark", "no-benchmark"]);
  });

  test("Tencent's row for the 28th is a half-day stub: a path, no move", () => {
    const tencent = movesOn("0700.HK");
    expect(tencent.close).toMatchObject({ absent: "stub-session" });
    expect(tencent.open).toMatchObject({ absent: "stub-session" });
    expect(found(trackOf(data, "0700.HK").path)).toMatchObject({ offsets: expect.arrayContaining([-1, 0, 1]) as unknown });
  });

  test("neither the 9th nor the 20th of January was a session in New York", () => {
    const days = found(trackOf(data, "SPY").path).days;
    expect(days.slice(0, 6)).toEqual(["2025-01-17", "2025-01-21", "2025-01-22", "2025-01-23", "2025-01-24", "2025-01-27"]);
    expect(dailyOf("SPY").days).not.toContain("2025-01-09");
    const tenth = { ...data, publishedAt: "2025-01-09T12:00:00-05:00" };
    expect(eventDayOn(tenth, "NASDAQ")).toMatchObject({
      phase: "no-session-that-day",
      eventDay: "2025-01-10",
      baseDay: "2025-01-08",
    });
  });

  test("an exchange whose hours end before the other's begin is no benchmark even on the same days", () => {
    // Sunday: both first sessions are Monday's, both bases Friday's.
    const sunday = { ...data, publishedAt: "2025-01-26T12:00:00Z" };
    expect(eventDayOn(sunday, "TSE")).toMatchObject({ eventDay: "2025-01-27", baseDay: "2025-01-24" });
    const softBank = found(trackOf(sunday, "9984.T").moves);
    expect(found(softBank.close).withoutBenchmark[0]).toMatchObject({ absence: { absent: "no-benchmark" } });
  });

  test("a benchmark is not set against itself", () => {
    expect(found(movesOn("SPY").close).withoutBenchmark).toMatchObject([{ benchmark: "SPY", absence: { absent: "same-as-benchmark" } }]);
    expect(found(movesOn("SPY").close).versus.map((v) => v.benchmark)).toEqual(["RSP"]);
  });

  test("without a series, without hours", () => {
    expect(trackOf(data, "NONE").moves).toMatchObject({ absent: "no-price" });
    expect(eventDayOn(data, "ARCA")).toMatchObject({ absent: "no-session" });
    expect(trackOf({ ...data, exchanges: [] }, "NVDA").moves).toMatchObject({ absent: "no-session" });
  });
});

describe("portfolios", () => {
  test("six data-centre suppliers: −14.9 %, the mean of their own six moves", () => {
    const list = trackOfPortfolio(data, "LIST", members(DATA_CENTRE_LIST));
    expect(Number((found(found(list.moves).close).move * 100).toFixed(1))).toBe(-14.9);
  });

  test("the seven: from each base, and on the path, the same as the index of the portfolio", () => {
    const group = trackOfPortfolio(data, "MAG7", members(MAG7));
    const moves = found(group.moves);
    // Mean of −16.968, −2.140, −4.203, +1.914, −2.321, +3.178 and +0.238.
    expect(percent(found(moves.close).move)).toBe(-2.9);
    expect(found(moves.publication)).toMatchObject({ baseAt: "2025-01-27T11:10:00.000Z", basePrice: null });
    const line = found(group.path);
    expect(line.change[line.offsets.indexOf(0)]).toBeCloseTo(found(moves.close).move, 10);
    expect(line.offsets).toEqual(Array.from({ length: 26 }, (_, i) => i - 5));
    const whole = found(trackOfPortfolio(data, "MAG7", members(MAG7), WHOLE).path);
    expect(whole.days.at(0)).toBe("2023-06-01");
    expect(whole.change[whole.offsets.indexOf(20)]).toBe(line.change.at(-1));
  });

  test("a member without a price leaves none for the whole, and Tokyo does not mix with New York", () => {
    expect(trackOfPortfolio(data, "X", members(["NVDA", "NONE"])).moves).toMatchObject({ absent: "no-price" });
    expect(trackOfPortfolio(data, "X", members(["NVDA", "9984.T"])).moves).toMatchObject({ absent: "no-session" });
    expect(trackOfPortfolio(data, "X", []).moves).toMatchObject({ absent: "no-price" });
    expect(found(trackOfPortfolio(data, "X", members(["NVDA", "SMH", "CHAT"])).moves).open).toMatchObject({ absent: "no-open" });
  });
});
