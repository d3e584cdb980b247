import { describe, expect, it } from "vitest";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { loadExchanges, loadInstruments } from "../../../lib/io/data/data-files.ts";
import type { Held, HeldSeries } from "../../../lib/io/prices/held-series.ts";
import { liveSeries } from "../../../lib/io/prices/live-series.ts";
import { quotedInstruments } from "../../../lib/io/data/quoted-instruments.ts";
import { sessionCalendar } from "../../../lib/io/prices/session-calendar.ts";
import { yahooBars } from "../../../lib/io/prices/yahoo-bars.ts";

const quoted = quotedInstruments({ exchanges: loadExchanges(), instruments: Object.values(loadInstruments()) });

/** NVDA as it was held after a session, and how often the vendor was asked at a later instant. */
async function questionsAt(at: string, lastDay: string, checkedAt: string): Promise<number> {
  const days = ["2026-11-24", lastDay];
  const series: PriceSeries = {
    symbol: "NVDA",
    currency: "USD",
    timeZone: "America/New_York",
    levels: "market",
    source: "yahoo",
    asOf: checkedAt,
    origin: "",
    days,
    open: [1, 1],
    close: [1, 1],
    adjclose: [1, 1],
    volume: [1, 1],
    stubs: [],
  };
  const entry: Held = { series, checkedAt: Date.parse(checkedAt), wholeAt: Date.parse(checkedAt) };
  const held: HeldSeries = { get: () => Promise.resolve(entry), set: () => Promise.resolve(), lock: () => Promise.resolve(() => Promise.resolve()) };
  let asked = 0;
  const ask = () => {
    asked += 1;
    return Promise.resolve(series);
  };
  const live = liveSeries({ vendor: "yahoo", quoted, ask, held, log: () => undefined, now: () => Date.parse(at) });
  await live("NVDA");
  await new Promise(setImmediate);
  return asked;
}

describe("a vendor on days without dealing", () => {
  it("is not asked on a holiday, nor after an early close", async () => {
    // Wednesday's close was seen at 16:31; Thursday is Thanksgiving.
    expect(await questionsAt("2026-11-26T16:00:00Z", "2026-11-25", "2026-11-25T21:31:00Z")).toBe(0);
    // Friday closes at 13:00.
    expect(await questionsAt("2026-11-27T19:30:00Z", "2026-11-27", "2026-11-27T18:31:00Z")).toBe(0);
  });

  it("is asked while there is dealing, until the early close has settled", async () => {
    expect(await questionsAt("2026-11-27T16:00:00Z", "2026-11-25", "2026-11-25T21:31:00Z")).toBeGreaterThan(0);
    expect(await questionsAt("2026-11-27T19:30:00Z", "2026-11-25", "2026-11-27T17:59:00Z")).toBeGreaterThan(0);
  });
});

describe("the row of a half session", () => {
  const nvda = quoted.get("NVDA");
  if (nvda === undefined) throw new Error("NVDA is quoted");
  const second = (at: string) => Date.parse(at) / 1000;
  const answer = {
    meta: { symbol: "NVDA", currency: "USD", exchangeTimezoneName: "America/New_York", regularMarketTime: Date.parse("2026-11-27T18:00:00Z") },
    timestamp: [second("2026-11-25T14:30:00Z"), second("2026-11-27T14:30:00Z")],
    indicators: { quote: [{ open: [100, 101], close: [101, 102], volume: [10, 10] }], adjclose: [{ adjclose: [101, 102] }] },
  };
  const daysAt = (now: string) => {
    const bars = yahooBars(answer, nvda, new Date(now), sessionCalendar());
    return "invalid" in bars ? bars.invalid : bars.days;
  };

  it("is a close half an hour after 13:00, and a running price before", () => {
    expect(daysAt("2026-11-27T18:29:00Z")).toEqual(["2026-11-25"]);
    expect(daysAt("2026-11-27T18:30:00Z")).toEqual(["2026-11-25", "2026-11-27"]);
  });
});
