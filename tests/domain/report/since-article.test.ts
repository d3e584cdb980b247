import { describe, expect, it } from "vitest";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { sinceArticle, symbolsSince } from "../../../lib/domain/report/since-article.ts";
import type { SinceRow } from "../../../lib/domain/report/since-article.ts";
import { impactOf } from "../../../lib/impact.ts";
import { snapshotFile } from "../../fixtures/snapshot-file.ts";

const report = await impactOf("deepseek-sputnik");

function instrument(symbol: string) {
  const found = report.instruments[symbol];
  if (found === undefined) throw new Error(symbol);
  return found;
}

function rows(symbol: string, change: (series: PriceSeries) => PriceSeries = (one) => one): SinceRow[] {
  const names = symbolsSince(instrument(symbol), "SPY");
  return sinceArticle(instrument(symbol), "SPY", Object.fromEntries(names.map((name) => [name, change(snapshotFile(name))])));
}

const at = "2026-05-18T15:00:00.000Z";
const running = (by: number) => (one: PriceSeries) => ({ ...one, latest: { at, adjclose: (one.adjclose.at(-1) ?? 0) * by } });

function number(value: unknown): number {
  if (typeof value !== "number") throw new Error(JSON.stringify(value));
  return value;
}

describe("since the article", () => {
  it("is Nvidia from 142.62 and SPY from 607.97, the closes of 24 January 2025, to the snapshot's last", () => {
    const [close] = rows("NVDA");
    const { adjclose, days } = snapshotFile("NVDA");
    const spy = snapshotFile("SPY");
    const move = (adjclose.at(-1) ?? 0) / (adjclose[days.indexOf("2025-01-24")] ?? 0) - 1;
    const market = (spy.adjclose.at(-1) ?? 0) / (spy.adjclose[spy.days.indexOf("2025-01-24")] ?? 0) - 1;
    expect(close).toMatchObject({ id: "NVDA", base: "close", latest: { day: "2026-05-15", at: null, price: 225.32 } });
    expect(number(close?.move)).toBeCloseTo(move, 12);
    expect(number(close?.excess)).toBeCloseTo(move - market, 12);
  });

  it("is the same from every base, up to the base's own price", () => {
    // 118.42 was Monday's close, 124.80 its open (Nasdaq): the open stands 5.39 % above the close.
    const [close, , open] = rows("NVDA").map(({ move }) => number(move));
    expect((1 + (close ?? 0)) / (1 + (open ?? 0))).toBeCloseTo(124.8 / 142.62, 3);
  });

  it("goes on with the price of a session still running, of both", () => {
    const still = rows("NVDA");
    const moved = rows("NVDA", running(1.1));
    expect(moved[0]?.latest).toEqual({ day: "2026-05-18", at, price: expect.closeTo(225.32 * 1.1, 8) });
    for (const [i, row] of moved.entries()) {
      expect(1 + number(row.move)).toBeCloseTo((1 + number(still[i]?.move)) * 1.1, 10);
      expect(number(row.excess)).toBeCloseTo(
        number(still[i]?.excess) + 0.1 * (1 + number(still[i]?.move)) - 0.1 * (1 + number(still[i]?.move) - number(still[i]?.excess)),
        10,
      );
    }
  });

  it("sets nothing beside a benchmark that does not reach as far", () => {
    const [close] = rows("NVDA", (one) => (one.symbol === "NVDA" ? running(1.1)(one) : one));
    expect(number(close?.move)).toBeGreaterThan(0);
    expect(close?.excess).toMatchObject({ absent: "no-benchmark", why: "There is no price of SPY to set beside it on 18 May 2026." });
  });

  it("takes the mean of a group's members, and their running session only when all are in it", () => {
    const still = number(rows("MAG7")[0]?.move);
    expect(1 + number(rows("MAG7", running(1.1))[0]?.move)).toBeCloseTo((1 + still) * 1.1, 10);
    const without = rows("MAG7", (one) => (one.symbol === "TSLA" ? one : running(1.1)(one)));
    expect(number(without[0]?.move)).toBeCloseTo(still, 12);
    expect(without[0]?.latest).toMatchObject({ day: "2026-05-15", at: null });
  });

  it("counts a basket's stand-ins, each to its own last day", () => {
    const found = rows("GSENEPOW");
    expect(found.map(({ id, base }) => [id, base])).toEqual([
      ["UTES", "close"],
      ["GSENEPOW-LIST", "close"],
      ["VOLT", "close"],
    ]);
    for (const row of found) expect(isAbsent(row.latest) ? null : row.latest.price).toBeNull();
  });

  it("has a reason where there is no number", () => {
    expect(sinceArticle(instrument("NVDA"), "SPY", {})[0]).toMatchObject({ move: { absent: "no-price" }, excess: { absent: "no-price" } });
    expect(rows("SPY")[0]?.excess).toMatchObject({ absent: "same-as-benchmark" });
    expect(rows("9984.T")[0]?.excess).toMatchObject({ absent: "no-benchmark" });
    expect(rows("0700.HK")[0]?.move).toMatchObject({ absent: "stub-session" });
    expect(sinceArticle(instrument("OPENAI"), "SPY", {})).toEqual([]);
  });
});
