import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadKnownDays } from "../../../lib/io/data/data-files.ts";
import type { PriceProvider } from "../../../lib/io/prices/price-provider.ts";
import { firstDay, priceFailure } from "../../../lib/io/prices/price-provider.ts";
import type { PricesMode, SeriesStore } from "../../../lib/io/prices/series-store.ts";
import { createSeriesStore } from "../../../lib/io/prices/series-store.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { diskStore } from "../../../lib/io/prices/disk-store.ts";
import { memoryStore } from "../../../lib/io/prices/memory-store.ts";
import type { SharedStore } from "../../../lib/io/prices/shared-store.ts";
import { sessionCalendar } from "../../../lib/io/prices/session-calendar.ts";
import { snapshotProvider } from "../../../lib/io/prices/snapshot.ts";
import { yahooProvider } from "../../../lib/io/prices/yahoo.ts";
import { quoted } from "../../fixtures/quoted.ts";
import { snapshotFile } from "../../fixtures/snapshot-file.ts";
import type { Mood } from "../../fixtures/yahoo-moods.ts";
import type { YahooStandIn } from "../../fixtures/yahoo-stand-in.ts";
import { startYahooStandIn } from "../../fixtures/yahoo-stand-in.ts";

const whole = { from: firstDay };
const snapshot = snapshotProvider({ quoted, load: snapshotFile });

let standIn: YahooStandIn;
let clock: number;
beforeEach(async () => {
  clock = Date.parse("2026-05-25T09:00:00Z");
  logged = [];
  standIn = await startYahooStandIn({ now: () => new Date(clock), until: "2026-05-15" });
});
afterEach(() => standIn.close());

const breakerMs = 600;
let logged: [string, Readonly<Record<string, unknown>>][];
const log = (event: string, fields: Readonly<Record<string, unknown>>) => void logged.push([event, fields]);

function storeOf(mode: PricesMode, yahoo: PriceProvider, shared: SharedStore = memoryStore(), quietMs = breakerMs): SeriesStore {
  // No random waits; the breaker's clock is the real one.
  return createSeriesStore({ mode, snapshot, yahoo, quoted, store: shared, log, now: () => clock, guard: { breakerMs: quietMs, random: () => 0 } });
}

function store(mode: PricesMode, mood: Mood = "normal", shared?: SharedStore, quietMs?: number): SeriesStore {
  standIn.setMood("*", mood);
  const timeoutMs = mood === "hang" ? 200 : 30_000;
  const yahoo = yahooProvider({
    quoted,
    known: loadKnownDays(),
    log,
    origin: standIn.origin,
    timeoutMs,
    calendar: sessionCalendar((of) => snapshotFile(of).days),
    now: () => new Date(clock),
  });
  return storeOf(mode, yahoo, shared, quietMs);
}

async function statusOf(prices: SeriesStore, symbol = "NVDA") {
  const answer = await prices.read(symbol, whole);
  return "failed" in answer ? answer : answer.status;
}

describe("PRICES", () => {
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

const everything = /period1=1685/; // 31 May 2023
const asked = () => standIn.requests.map((request) => (everything.test(request) ? "everything" : "the tail"));

describe("how often Yahoo is asked", () => {
  it("once for twenty readers, and once for a minute, whatever the range", async () => {
    const prices = store("auto");
    await Promise.all(Array.from({ length: 20 }, () => prices.read("NVDA", whole)));
    clock += 59_000;
    await prices.read("NVDA", { from: "2025-01-24", to: "2025-01-27" });
    expect(standIn.requests).toHaveLength(1);
  });

  it("not at all between two sessions, once it was asked after the last", async () => {
    const prices = store("auto");
    await prices.read("NVDA"); // Monday 09:00 in UTC; New York opens at 13:30
    clock += 4 * 3_600_000;
    expect(await statusOf(prices)).toMatchObject({ kind: "yahoo-agrees", cached: null });
    expect(standIn.requests).toHaveLength(1);
    clock += 3_600_000;
    await prices.read("NVDA");
    expect(standIn.requests).toHaveLength(2);
  });

  it("answers at once with what it has, renews behind, and only from the last two sessions on", async () => {
    const prices = store("auto");
    clock = Date.parse("2026-05-26T15:00:00Z");
    await prices.read("NVDA");
    standIn.setMood("*", "newer");
    clock += 120_000;
    expect(await statusOf(prices)).toMatchObject({ newerDays: 0, cached: { reason: "renewing" } });
    await expect.poll(() => statusOf(prices)).toMatchObject({ newerDays: 3, cached: null });
    expect(asked()).toEqual(["everything", "the tail"]);
    const answer = await prices.read("NVDA", { from: "2026-05-14" });
    expect("failed" in answer ? answer : answer.series.days).toEqual(["2026-05-14", "2026-05-15", "2026-05-18", "2026-05-19", "2026-05-20"]);
  });

  it.each<[Mood, string]>([
    ["dividend", "another adjusted close of 2026-04-17"],
    ["split", "a split on 2026-05-15"],
  ])("for everything again after a %s", async (mood, why) => {
    const prices = store("auto");
    clock = Date.parse("2026-05-26T15:00:00Z");
    await prices.read("NVDA");
    standIn.setMood("*", mood);
    clock += 16 * 60_000; // so old that a reader waits
    expect(await statusOf(prices)).toMatchObject({ kind: "yahoo-agrees", cached: null });
    expect(asked()).toEqual(["everything", "the tail", "everything"]);
    expect(logged).toContainEqual(["series.refetched", { vendor: "yahoo", symbol: "NVDA", why }]);
  });

  it("not for a while after it asked for fewer requests, for any symbol, and then again", async () => {
    const prices = store("auto", "rate-limited");
    await prices.read("NVDA", whole);
    expect(await statusOf(prices, "SPY")).toMatchObject({ kind: "yahoo-unreachable", reason: "rate-limited" });
    expect(standIn.requests).toHaveLength(1);
    expect((await prices.vendors())["yahoo"]).toMatchObject({
      breaker: "open",
      store: "memory",
      lastSuccess: null,
      lastFailure: { symbol: "NVDA", reason: "rate-limited" },
    });
    standIn.setMood("*", "normal");
    await pause(breakerMs + 20);
    expect((await prices.vendors())["yahoo"]).toMatchObject({ breaker: "half-open" });
    expect(await statusOf(prices, "SPY")).toMatchObject({ kind: "yahoo-agrees" });
    expect((await prices.vendors())["yahoo"]).toMatchObject({ breaker: "closed", until: null, lastSuccess: { symbol: "SPY" } });
    expect(logged.filter(([event]) => event === "vendor.breaker").map(([, { state }]) => state)).toEqual(["open", "half-open", "closed"]);
  });

  it("after the second it asked for, where it says so", async () => {
    const prices = store("auto", "rate-limited-wait");
    const start = performance.now();
    const answer = statusOf(prices);
    await expect.poll(() => standIn.requests.length).toBe(1);
    standIn.setMood("*", "normal");
    expect(await answer).toMatchObject({ kind: "yahoo-agrees" });
    expect(performance.now() - start).toBeGreaterThan(990);
    expect(standIn.requests).toHaveLength(2);
  });

  it("for other symbols still, after it had nothing for one", async () => {
    const prices = store("auto");
    standIn.setMood("NVDA", "not-found");
    expect(await statusOf(prices)).toMatchObject({ kind: "yahoo-unreachable", reason: "not-found" });
    expect(await statusOf(prices, "SPY")).toMatchObject({ kind: "yahoo-agrees" });
    expect(await statusOf(prices)).toMatchObject({ kind: "yahoo-unreachable", reason: "not-found" });
    expect(standIn.requests).toHaveLength(2);
  });

  it("three times in all by a page of thirty series that meets a dead vendor", async () => {
    let calls = 0;
    const slow: PriceProvider = async (symbol) => {
      calls++;
      return priceFailure("timeout", symbol, "late");
    };
    const prices = storeOf("auto", slow, memoryStore(), 60_000);
    for (let n = 0; n < 30; n++) await prices.read([...quoted.keys()][n % quoted.size] ?? "", whole);
    expect(calls).toBe(3);
  });
});

describe("what it has while Yahoo is in trouble", () => {
  it.each<[Mood, string]>([
    ["server-error", "offline"],
    ["rate-limited", "rate-limited"],
    ["other-currency", "invalid-answer"],
    ["not-found", "not-found"],
  ])("%s: the last good answer, how old, and why no newer", async (mood, reason) => {
    const prices = store("auto", "newer");
    clock = Date.parse("2026-05-26T15:00:00Z");
    await prices.read("NVDA");
    standIn.setMood("*", mood);
    clock += 3_600_000;
    expect(await statusOf(prices)).toMatchObject({ kind: "yahoo-agrees", newerDays: 3, asOf: "2026-05-26T15:00:00.000Z", cached: { reason } });
  });

  it("asks for everything again after a while when Yahoo differed: it may have mended a slip", async () => {
    const prices = store("auto", "differs");
    clock = Date.parse("2026-05-26T15:00:00Z");
    expect(await statusOf(prices)).toMatchObject({ kind: "yahoo-differs" });
    standIn.setMood("*", "normal");
    clock += 2 * 60_000;
    await statusOf(prices);
    await expect.poll(() => statusOf(prices)).toMatchObject({ kind: "yahoo-differs", cached: null });
    clock += 16 * 60_000;
    expect(await statusOf(prices)).toMatchObject({ kind: "yahoo-agrees", cached: null });
    expect(asked()).toEqual(["everything", "the tail", "everything"]);
  });

  it("believes a newest session that nothing contradicts, and puts it right once Yahoo has", async () => {
    await standIn.close();
    standIn = await startYahooStandIn({ now: () => new Date(clock) });
    clock = Date.parse("2026-05-26T15:00:00Z");
    const prices = store("auto", "newest-lies");
    const newest = async () => {
      const answer = await prices.read("NVDA");
      return "failed" in answer
        ? answer
        : { day: answer.series.days.at(-1), level: answer.series.adjclose.at(-1) ?? NaN, before: answer.series.adjclose.at(-2) };
    };
    const lie = await newest();
    standIn.setMood("*", "normal");
    clock += 2 * 60_000;
    const levelOf = (one: typeof lie) => ("level" in one ? one.level : NaN);
    await expect.poll(async () => levelOf(await newest())).toBeCloseTo(levelOf(lie) / 1.08, 2);
    expect(await newest()).toMatchObject({ day: "2026-05-22", before: "before" in lie ? lie.before : null });
    expect(asked()).toEqual(["everything", "the tail", "everything"]);
  });

  it("does not believe one that the snapshot contradicts", async () => {
    const prices = store("auto", "newest-lies");
    expect(await statusOf(prices)).toMatchObject({ kind: "yahoo-differs", days: ["2026-05-15"], newerDays: 0 });
    const [told, kept] = await Promise.all([prices.read("NVDA"), snapshot("NVDA", whole)]);
    expect("series" in told && told.series.adjclose).toEqual("adjclose" in kept && kept.adjclose);
  });

  it("says once on which days Yahoo differs", async () => {
    const prices = store("auto", "differs");
    for (let n = 0; n < 3; n++) await prices.read("NVDA");
    expect(logged).toEqual([["series.differs", { vendor: "yahoo", symbol: "NVDA", snapshotAsOf: "2026-05-15", days: ["2025-01-27", "2025-01-28"] }]]);
  });
});

describe("a restart over a folder", () => {
  it("has what was said before, asks for the tail alone, and stands in when Yahoo is gone", async () => {
    const folder = mkdtempSync(join(tmpdir(), "claimtape-cache-"));
    clock = Date.parse("2026-05-26T15:00:00Z");
    const opened = () => diskStore({ folder, now: () => clock });
    await store("auto", "newer", opened()).read("NVDA");
    clock += 120_000;
    expect(await statusOf(store("auto", "reset", opened()))).toMatchObject({ newerDays: 3, cached: { reason: expect.stringMatching(/offline|renewing/) } });
    standIn.requests.length = 0;
    clock += 20 * 60_000;
    expect(await statusOf(store("auto", "newer", opened()))).toMatchObject({ newerDays: 3, cached: null });
    expect(asked()).toEqual(["the tail"]);
    rmSync(folder, { recursive: true });
  });
});

describe("two servers that share a store", () => {
  it("ask once between them, and both have the answer", async () => {
    const shared = memoryStore();
    const [one, other] = [store("auto", "normal", shared), store("auto", "normal", shared)];
    const statuses = await Promise.all([statusOf(one), statusOf(other), statusOf(one), statusOf(other)]);
    expect(statuses.every((status) => "kind" in status && status.kind === "yahoo-agrees")).toBe(true);
    expect(standIn.requests).toHaveLength(1);
  });

  it("leave Yahoo alone together", async () => {
    const shared = memoryStore();
    const [one, other] = [store("auto", "rate-limited", shared, 60_000), store("auto", "rate-limited", shared, 60_000)];
    await one.read("NVDA");
    expect(await statusOf(other, "SPY")).toMatchObject({ kind: "yahoo-unreachable", reason: "rate-limited" });
    expect((await other.vendors())["yahoo"]).toMatchObject({ breaker: "open" });
    expect(standIn.requests).toHaveLength(1);
  });

  it("go on alone where the store is out of reach, and say so once", async () => {
    const gone = async () => {
      throw new Error("ECONNREFUSED");
    };
    const prices = store("auto", "normal", { kind: "gone", get: gone, set: gone, lock: gone });
    for (let n = 0; n < 3; n++) expect(await statusOf(prices)).toMatchObject({ kind: "yahoo-agrees" });
    expect(standIn.requests).toHaveLength(1);
    expect(logged.filter(([event]) => event === "store.failed")).toHaveLength(1);
  });

  it("take nothing unreadable from it", async () => {
    const shared = memoryStore();
    for (const text of [
      "",
      "{",
      '{"series":{},"checkedAt":1,"wholeAt":1}',
      JSON.stringify({ series: snapshotFile("SPY"), checkedAt: clock, wholeAt: clock }),
    ]) {
      await shared.set("series:yahoo:NVDA", text, 60_000);
      expect(await statusOf(store("auto", "normal", shared))).toMatchObject({ kind: "yahoo-agrees" });
    }
    expect(standIn.requests).toHaveLength(4);
  });
});
