import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PriceProvider } from "../../lib/io/price-provider.ts";
import { firstDay, priceFailure } from "../../lib/io/price-provider.ts";
import type { PricesMode, SeriesStore } from "../../lib/io/series-store.ts";
import { createSeriesStore, pricesMode } from "../../lib/io/series-store.ts";
import { snapshotProvider } from "../../lib/io/snapshot.ts";
import { yahooProvider } from "../../lib/io/yahoo.ts";
import { quoted } from "../fixtures/quoted.ts";
import { snapshotFile } from "../fixtures/snapshot-file.ts";
import type { Mood } from "../fixtures/yahoo-moods.ts";
import type { YahooStandIn } from "../fixtures/yahoo-stand-in.ts";
import { startYahooStandIn } from "../fixtures/yahoo-stand-in.ts";

const whole = { from: firstDay };
const snapshot = snapshotProvider({ quoted, load: snapshotFile });

let standIn: YahooStandIn;
let clock: number;
beforeEach(async () => {
  clock = Date.parse("2026-05-25T09:00:00Z");
  standIn = await startYahooStandIn({ now: () => new Date(clock) });
});
afterEach(() => standIn.close());

function store(mode: PricesMode, mood: Mood = "normal"): SeriesStore {
  standIn.setMood("*", mood);
  const now = () => clock;
  const timeoutMs = mood === "hang" ? 200 : 30_000;
  const yahoo = yahooProvider({ quoted, origin: standIn.origin, timeoutMs, now: () => new Date(clock) });
  return createSeriesStore({ mode, snapshot, yahoo, now });
}

async function statusOf(prices: SeriesStore, symbol = "NVDA") {
  const answer = await prices.read(symbol, whole);
  return "failed" in answer ? answer : answer.status;
}

describe("PRICES", () => {
  it("is auto unless said, and names a bad value", () => {
    expect(pricesMode(undefined)).toBe("auto");
    expect(pricesMode("")).toBe("auto");
    expect(pricesMode("yahoo")).toBe("yahoo");
    for (const bad of ["Yahoo", "live", "constructor"]) {
      expect(() => pricesMode(bad)).toThrow(`PRICES is "${bad}"; allowed are auto, snapshot, yahoo`);
    }
  });

  it("snapshot: asks nobody", async () => {
    expect(await statusOf(store("snapshot", "hang"))).toEqual({ kind: "snapshot", asOf: "2026-05-15" });
    expect(standIn.requests).toEqual([]);
  });

  it("gives the whole history where no range is asked for", async () => {
    const answer = await store("snapshot").read("NVDA");
    expect("failed" in answer ? answer : answer.series.days[0]).toBe(firstDay);
    expect("failed" in answer ? answer : answer.series.days).toEqual(snapshotFile("NVDA").days);
  });

  it("yahoo: Yahoo's answer or a failure, never the snapshot in its place", async () => {
    expect(await statusOf(store("yahoo"))).toMatchObject({ kind: "yahoo" });
    expect(await statusOf(store("yahoo", "rate-limited"))).toMatchObject({ failed: "rate-limited" });
  });
});

describe("auto", () => {
  const agrees = { kind: "yahoo-agrees", snapshotAsOf: "2026-05-15", newerDays: 0, splitSince: 1 };

  it("agrees, also after a dividend, for a fund without levels, in Tokyo", async () => {
    expect(await statusOf(store("auto"))).toMatchObject(agrees);
    expect(await statusOf(store("auto", "dividend"))).toMatchObject(agrees);
    expect(await statusOf(store("auto"), "RSP")).toMatchObject(agrees);
    expect(await statusOf(store("auto"), "9984.T")).toMatchObject(agrees);
    expect(await statusOf(store("auto"), "^VIX")).toMatchObject(agrees);
  });

  it("agrees after a split, notes it, and still shows the price printed then", async () => {
    const answer = await store("auto", "split-newer").read("NVDA", whole);
    expect(answer).toMatchObject({ status: { kind: "yahoo-agrees", newerDays: 3 } });
    if ("failed" in answer || !("splitSince" in answer.status)) throw new Error("no answer");
    expect(answer.status.splitSince).toBeCloseTo(4, 3);
    const { days, close } = answer.series;
    expect(close[days.indexOf("2025-01-27")]).toBe(118.42);
    expect(close.slice(-3)).toEqual([null, null, null]);
  });

  it("names the days on which Yahoo differs and keeps showing the snapshot's", async () => {
    const answer = await store("auto", "differs").read("NVDA", whole);
    expect(answer).toMatchObject({ status: { kind: "yahoo-differs", days: ["2025-01-27", "2025-01-28"] } });
    if ("failed" in answer) throw new Error("no answer");
    expect(answer.series.close[answer.series.days.indexOf("2025-01-27")]).toBe(118.42);
    expect(await statusOf(store("auto", "hole"))).toMatchObject({ kind: "yahoo-differs", days: ["2025-01-27"] });
  });

  it("shows newer days where Yahoo has them", async () => {
    const answer = await store("auto", "newer").read("NVDA", { from: "2026-05-15" });
    expect(answer).toMatchObject({
      status: { kind: "yahoo-agrees", newerDays: 3 },
      series: { source: "yahoo", days: ["2026-05-15", "2026-05-18", "2026-05-19", "2026-05-20"] },
    });
  });

  it.each<[Mood, string]>([
    ["hang", "timeout"],
    ["rate-limited", "rate-limited"],
    ["server-error", "offline"],
    ["not-found", "not-found"],
    ["truncated", "invalid-answer"],
  ])("%s: the snapshot, and the word for it", async (mood, reason) => {
    const answer = await store("auto", mood).read("NVDA", whole);
    expect(answer).toMatchObject({ status: { kind: "yahoo-unreachable", asOf: "2026-05-15", reason }, series: { source: "snapshot" } });
  });

  it("refuses a symbol that is not ours without asking", async () => {
    expect(await statusOf(store("auto"), "GME")).toMatchObject({ failed: "not-allowed" });
    expect(standIn.requests).toEqual([]);
  });
});

describe("how often Yahoo is asked", () => {
  it("once for twenty readers, and once for ten minutes, whatever the range", async () => {
    const prices = store("auto");
    await Promise.all(Array.from({ length: 20 }, () => prices.read("NVDA", whole)));
    await prices.read("NVDA", { from: "2025-01-24", to: "2025-01-27" });
    expect(standIn.requests).toHaveLength(1);
    clock += 11 * 60_000;
    await prices.read("NVDA", whole);
    expect(standIn.requests).toHaveLength(2);
  });

  it("not for a minute after it failed as a whole, for any symbol", async () => {
    const prices = store("auto", "rate-limited");
    await prices.read("NVDA", whole);
    expect(await statusOf(prices, "SPY")).toMatchObject({ kind: "yahoo-unreachable", reason: "rate-limited" });
    expect(standIn.requests).toHaveLength(1);
    expect(prices.lastOutcome()).toEqual({ at: "2026-05-25T09:00:00.000Z", symbol: "NVDA", outcome: "rate-limited" });
    standIn.setMood("*", "normal");
    clock += 61_000;
    expect(await statusOf(prices, "SPY")).toMatchObject({ kind: "yahoo-agrees" });
  });

  it("for other symbols still, after it had nothing for one", async () => {
    const prices = store("auto");
    standIn.setMood("NVDA", "not-found");
    expect(await statusOf(prices)).toMatchObject({ kind: "yahoo-unreachable", reason: "not-found" });
    expect(await statusOf(prices, "SPY")).toMatchObject({ kind: "yahoo-agrees" });
    expect(await statusOf(prices)).toMatchObject({ kind: "yahoo-unreachable", reason: "not-found" });
    expect(standIn.requests).toHaveLength(2);
  });

  it("a page of thirty series waits for one time-out, not for thirty", async () => {
    let asked = 0;
    const slow: PriceProvider = async (symbol) => {
      asked++;
      return priceFailure("timeout", symbol, "late");
    };
    const prices = createSeriesStore({ mode: "auto", snapshot, yahoo: slow, now: () => clock });
    for (let n = 0; n < 30; n++) await prices.read([...quoted.keys()][n % quoted.size] ?? "", whole);
    expect(asked).toBe(1);
  });
});
