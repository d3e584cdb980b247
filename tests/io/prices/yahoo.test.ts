import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { loadKnownDays } from "../../../lib/io/data/data-files.ts";
import { isPriceFailure } from "../../../lib/io/prices/price-provider.ts";
import { yahooProvider } from "../../../lib/io/prices/yahoo.ts";
import { quoted } from "../../fixtures/quoted.ts";
import type { Mood } from "../../fixtures/yahoo-moods.ts";
import type { YahooStandIn } from "../../fixtures/yahoo-stand-in.ts";
import { startYahooStandIn } from "../../fixtures/yahoo-stand-in.ts";

const now = () => new Date("2026-05-18T15:23:00Z"); // a Monday, 11:23 in New York
const week = { from: "2025-01-24", to: "2025-01-30" };

const known = loadKnownDays();

let standIn: YahooStandIn;
let logged: [string, Readonly<Record<string, unknown>>][];
const log = (event: string, fields: Readonly<Record<string, unknown>>) => void logged.push([event, fields]);
beforeEach(async () => {
  standIn = await startYahooStandIn({ now, until: "2026-05-15" });
  logged = [];
});
afterEach(() => standIn.close());

async function ask(mood: Mood, symbol = "NVDA", range: { from: string; to?: string } = week) {
  standIn.setMood("*", mood);
  // Short only where the limit is what is looked at: a busy machine must not turn an answer into a time-out.
  const timeoutMs = mood === "hang" || mood === "stall" || mood === "drip" ? 200 : 30_000;
  return yahooProvider({ quoted, known, log, origin: standIn.origin, timeoutMs, now })(symbol, range);
}

async function series(mood: Mood, symbol?: string, range?: { from: string; to?: string }): Promise<PriceSeries> {
  const answer = await ask(mood, symbol, range);
  if (isPriceFailure(answer)) throw new Error(`${answer.failed}: ${answer.detail}`);
  return answer;
}

describe("what it asks", () => {
  it("never asks for a symbol outside the list, however it is spelt", async () => {
    for (const symbol of ["GME", "nvda", "NVDA?x=1", "../v7/finance/quote", "", "__proto__"]) {
      expect(await ask("normal", symbol)).toMatchObject({ failed: "not-allowed" });
    }
    expect(standIn.requests).toEqual([]);
  });

  it("asks the chart endpoint once, for daily bars without extended hours", async () => {
    await series("normal");
    expect(standIn.requests).toHaveLength(1);
    expect(standIn.requests[0]).toMatch(/^\/v8\/finance\/chart\/NVDA\?/);
    expect(standIn.requests[0]).toContain("interval=1d");
    expect(standIn.requests[0]).toContain("includePrePost=false");
    expect(standIn.requests[0]).not.toContain("crumb");
  });

  it("takes another origin over https, and plain http from this machine alone", () => {
    for (const origin of [
      "http://example.com",
      "https://example.com/x",
      "https://user@example.com",
      "http://127.0.0.1.example.com",
      "http://127.0.0.1:1/x",
      "file:///",
      "x",
    ]) {
      expect(() => yahooProvider({ quoted, known, log, origin })).toThrow(`CLAIMTAPE_YAHOO_ORIGIN is "${origin}"`);
    }
    for (const origin of ["https://query1.finance.yahoo.com", "http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1"])
      yahooProvider({ quoted, known, log, origin });
  });
});

describe("what it makes of an answer", () => {
  it("drops a row without a price and leaves holes as holes, never 0", async () => {
    const { days, open, close, adjclose } = await series("nulls");
    expect(days).toEqual(["2025-01-24", "2025-01-27", "2025-01-29", "2025-01-30"]);
    expect(open.slice(0, 2)).toEqual([null, null]);
    expect(close.slice(0, 2)).toEqual([142.62, null]);
    expect(adjclose.every((value) => value > 0)).toBe(true);
  });

  it("takes the day at the exchange, in summer and winter, in Tokyo and New York", async () => {
    const summer = { from: "2025-03-06", to: "2025-03-12" }; // New York changed its clocks on 9 March
    const days = ["2025-03-06", "2025-03-07", "2025-03-10", "2025-03-11", "2025-03-12"];
    for (const mood of ["normal", "midnight"] as const) {
      expect((await series(mood, "NVDA", summer)).days).toEqual(days);
      expect((await series(mood, "9984.T", { from: "2025-01-27", to: "2025-01-28" })).days).toEqual(["2025-01-27", "2025-01-28"]);
    }
  });

  it("leaves out the session still running, and has it half an hour after the close", async () => {
    expect((await series("live-bar", "NVDA", { from: "2026-05-14" })).days).toEqual(["2026-05-14", "2026-05-15"]);
    const evening = yahooProvider({ quoted, known, log, origin: standIn.origin, now: () => new Date("2026-05-18T20:31:00Z"), timeoutMs: 30_000 });
    expect(await evening("NVDA", { from: "2026-05-14" })).toMatchObject({ days: ["2026-05-14", "2026-05-15", "2026-05-18"] });
  });

  it("takes the newest session once when it comes twice", async () => {
    expect((await series("twice-last", "NVDA", { from: "2026-05-14" })).days).toEqual(["2026-05-14", "2026-05-15"]);
  });

  it("keeps no level where ours are adjusted only, and takes an index's close for adjusted", async () => {
    expect((await series("normal", "RSP")).close).toEqual([null, null, null, null, null]);
    expect((await series("normal", "^VIX")).adjclose).toHaveLength(5);
  });

  it("rounds Yahoo's 32-bit floats to what was quoted", async () => {
    expect((await series("normal")).close.slice(0, 2)).toEqual([142.62, 118.42]);
  });
});

describe("what else an answer holds", () => {
  it("keeps dividends and splits on the day they took effect", async () => {
    // SPY went ex on the third Friday of each quarter's last month; State Street paid $1.966 in December 2024.
    const { actions = [] } = await series("normal", "SPY", { from: "2024-12-01", to: "2025-01-31" });
    expect(actions).toMatchObject([{ day: "2024-12-20", kind: "dividend" }]);
    expect(actions[0]?.kind === "dividend" ? actions[0].amount : 0).toBeCloseTo(1.966, 1);
    expect((await series("split", "NVDA", { from: "2026-05-14" })).actions).toEqual([{ day: "2026-05-15", kind: "split", ratio: 4 }]);
  });

  it("keeps the price of a session still running, with its instant, beside the finished ones", async () => {
    const { days, adjclose, latest } = await series("live-bar", "NVDA", { from: "2026-05-14" });
    expect(days.at(-1)).toBe("2026-05-15");
    expect(latest).toEqual({ at: "2026-05-18T15:23:00.000Z", adjclose: Math.round((adjclose.at(-1) ?? 0) * 1.05 * 1e4) / 1e4 });
    expect((await series("live-bar", "NVDA", { from: "2026-05-14", to: "2026-05-15" })).latest).toBeUndefined();
  });

  it("takes no price from the future: a clock three hours ahead", async () => {
    const { days, latest } = await series("skewed-clock", "NVDA", { from: "2026-05-14" });
    expect({ last: days.at(-1), latest }).toEqual({ last: "2026-05-15", latest: undefined });
  });

  it("says once what the library's own schema rejects and ours takes, and takes it", async () => {
    const odd = vi.fn(async (...[input, init]: Parameters<typeof fetch>) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const answer = await (await fetch(new URL(url.pathname + url.search, standIn.origin), init)).json();
      answer.chart.result[0].meta.priceHint = "two";
      return Response.json(answer);
    });
    const provider = yahooProvider({ quoted, known, log, fetch: odd, now, timeoutMs: 30_000 });
    for (let n = 0; n < 3; n++) expect(await provider("NVDA", week)).toMatchObject({ days: { length: 5 } });
    expect(logged).toEqual([["vendor.shape", { vendor: "yahoo", symbol: "NVDA", where: ["/meta/priceHint"] }]]);
  });

  it("says once why it refused, and again only after an answer was good", async () => {
    const provider = yahooProvider({ quoted, known, log, origin: standIn.origin, now, timeoutMs: 30_000 });
    for (const mood of ["other-currency", "other-currency", "normal", "other-currency"] as const) {
      standIn.setMood("*", mood);
      await provider("NVDA", week);
    }
    const refused = ["vendor.refused", { vendor: "yahoo", symbol: "NVDA", reason: "invalid-answer", detail: "Yahoo's answer was refused: it is not in USD." }];
    expect(logged).toEqual([refused, refused]);
  });

  it.each<[Mood, number | undefined]>([
    ["rate-limited", undefined],
    ["rate-limited-wait", 1000],
    ["rate-limited-skewed", 2000],
  ])("%s: asked to wait %s ms, by the vendor's own clock", async (mood, wait) => {
    const answer = await ask(mood);
    expect("failed" in answer ? answer.retryAfterMs : answer).toBe(wait);
  });
});

describe("every failure is a value in our own words", () => {
  const expected: [Mood, string][] = [
    ["rate-limited", "rate-limited"],
    ["not-found", "not-found"],
    ["server-error", "offline"],
    ["unauthorized", "offline"],
    ["forbidden", "offline"],
    ["consent", "offline"],
    ["reset", "offline"],
    ["drip", "timeout"],
    ["empty", "invalid-answer"],
    ["gzip-garbage", "invalid-answer"],
    ["other-zone", "invalid-answer"],
    ["rate-limited-wait", "rate-limited"],
    ["cut-off", "offline"],
    ["hang", "timeout"],
    ["stall", "timeout"],
    ["truncated", "invalid-answer"],
    ["html-200", "invalid-answer"],
    ["huge", "invalid-answer"],
    ["error-in-200", "invalid-answer"],
    ["null-result", "invalid-answer"],
    ["empty-object", "invalid-answer"],
    ["unsorted", "invalid-answer"],
    ["negative", "invalid-answer"],
    ["other-currency", "invalid-answer"],
    ["other-symbol", "invalid-answer"],
    ["short-column", "invalid-answer"],
  ];
  it.each(expected)("%s -> %s", async (mood, failed) => {
    const written = [vi.spyOn(process.stderr, "write"), vi.spyOn(process.stdout, "write"), vi.spyOn(console, "error"), vi.spyOn(console, "log")];
    const answer = await ask(mood);
    expect(answer).toMatchObject({ failed, symbol: "NVDA" });
    expect(JSON.stringify(answer)).not.toMatch(/secret-page|<html|query2|Response:/);
    if (isPriceFailure(answer as PriceSeries)) expect(JSON.stringify(answer).length).toBeLessThan(250);
    for (const spy of written) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it("digits that slipped, in a session still running and in one that is over -> invalid-answer", async () => {
    standIn.setMood("*", "slipped");
    for (const [at, where] of [
      ["2026-05-18T15:23:00Z", "latest.adjclose"],
      ["2026-05-19T09:00:00Z", "adjclose.12"],
    ] as const) {
      const provider = yahooProvider({ quoted, known, log, origin: standIn.origin, now: () => new Date(at), timeoutMs: 30_000 });
      const answer = await provider("NVDA", { from: "2026-05-01" });
      expect(answer).toMatchObject({ failed: "invalid-answer" });
      expect("failed" in answer ? answer.detail : "").toContain(`${where} was expected to be no more than 45 %`);
    }
  });

  it("nobody listening -> offline", async () => {
    await standIn.close();
    expect(await yahooProvider({ quoted, known, log, origin: standIn.origin })("NVDA", week)).toMatchObject({ failed: "offline" });
    standIn = await startYahooStandIn();
  });

  it("stops when the caller does", async () => {
    standIn.setMood("*", "hang");
    const stop = new AbortController();
    const answer = yahooProvider({ quoted, known, log, origin: standIn.origin, timeoutMs: 60_000 })("NVDA", week, { signal: stop.signal });
    setTimeout(() => stop.abort(), 30);
    expect(await answer).toMatchObject({ failed: "timeout" });
  });

  it("thirty questions to a hung server all end at the time limit", async () => {
    standIn.setMood("*", "hang");
    const provider = yahooProvider({ quoted, known, log, origin: standIn.origin, timeoutMs: 500 });
    const start = performance.now();
    const answers = await Promise.all(Array.from({ length: 30 }, () => provider("NVDA", week)));
    // One after the other, four at a time, they would take 4 seconds.
    expect(performance.now() - start).toBeLessThan(3000);
    expect(answers.every((answer) => "failed" in answer && answer.failed === "timeout")).toBe(true);
  });
});
