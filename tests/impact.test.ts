import { beforeAll, describe, expect, test } from "vitest";
import type { ImpactReport, InstrumentReport } from "../lib/domain/report/report.ts";
import { absence, isAbsent } from "../lib/domain/market/series.ts";
import type { Absence } from "../lib/domain/market/series.ts";
import { impactOf, linesFor } from "../lib/impact.ts";
import { loadInstruments } from "../lib/io/data/data-files.ts";
import { downloadedMoves, publishedMoves } from "./fixtures/published-moves.ts";

const SLUG = "deepseek-sputnik";
let report: ImpactReport;
beforeAll(async () => {
  report = await impactOf(SLUG);
});

function row(symbol: string): InstrumentReport {
  const found = report.instruments[symbol];
  if (found === undefined) throw new Error(`no row for ${symbol}`);
  return found;
}

function found<T>(value: T | Absence): T {
  if (isAbsent(value)) throw new Error(value.why);
  return value;
}

const closeMove = (symbol: string) => found(found(row(symbol).moves).close).move;
const percent = (fraction: number, digits = 2) => Number((fraction * 100).toFixed(digits));

describe("the article beside the tape", () => {
  test.each([
    ...publishedMoves,
    ...downloadedMoves.filter(([symbol]) => ["RSP", "QQQ", "SMH", "CHAT", "UTES", "DTCR"].includes(symbol)),
    // The mean of its seven members' moves above.
    ["MAG7", -2.9],
  ])("%s %d %%", (symbol, move) => {
    expect(percent(closeMove(symbol))).toBe(move);
  });

  test("the list for the data-centre basket fell 14.9 %", () => {
    const list = row("GSTMTDAT").parts.find(({ symbols }) => symbols.length > 1);
    expect(list?.symbols.toSorted()).toEqual(["ANET", "DELL", "DLR", "EQIX", "ETN", "VRT"]);
    expect(percent(found(found(list?.moves ?? row("GSTMTDAT").moves).close).move, 1)).toBe(-14.9);
  });

  test.each(["GSENEPOW", "GSTMTDAT", "GSTMTAIP"])("%s has no quote, and proxies that have one", (symbol) => {
    expect(row(symbol).moves).toMatchObject({ absent: "no-public-quote" });
    expect(row(symbol).eventDay).toMatchObject({ eventDay: "2025-01-27" });
    expect(row(symbol).parts.length).toBeGreaterThan(1);
    for (const part of row(symbol).parts) {
      expect(found(found(part.moves).close).move).toBeLessThan(0);
      expect(found(part.path).offsets).toContain(0);
    }
  });

  test("New York had 200 minutes to wait, Tokyo and Hong Kong until the next day", () => {
    expect(report.eventDays).toMatchObject({
      NASDAQ: { eventDay: "2025-01-27", baseDay: "2025-01-24", minutesToOpen: 200 },
      NYSE: { eventDay: "2025-01-27", minutesToOpen: 200 },
      ARCA: { eventDay: "2025-01-27", minutesToOpen: 200 },
      TSE: { eventDay: "2025-01-28", baseDay: "2025-01-27" },
      HKEX: { eventDay: "2025-01-28", baseDay: "2025-01-27" },
    });
    expect(found(row("0700.HK").moves).close).toMatchObject({ absent: "stub-session" });
    expect(found(found(row("9984.T").moves).close).withoutBenchmark.map(({ absence }) => absence.absent)).toEqual(report.benchmarks.map(() => "no-benchmark"));
  });

  test.each([
    ["NVDA", 124.52],
    ["MSFT", 412.63],
    ["META", 614.16],
  ])("%s stood at %d when it appeared", (symbol, price) => {
    expect(found(row(symbol).moves).publication).toMatchObject({ basePrice: price, baseAt: "2025-01-27T11:10:00.000Z" });
  });

  test("every instrument has its row, and every exposure an instrument", () => {
    expect(Object.keys(report.instruments).toSorted()).toEqual(Object.keys(loadInstruments()).toSorted());
    for (const { exposures } of report.article.claims) for (const { symbol } of exposures) row(symbol);
  });

  test("whatever is quoted has a move, save the one stub", () => {
    const without = Object.values(report.instruments)
      .filter(({ provenance }) => provenance !== null)
      .filter(({ moves }) => isAbsent(moves) || isAbsent(moves.close));
    expect(without.map(({ instrument }) => instrument.symbol)).toEqual(["0700.HK"]);
  });

  test("no level of an adjusted-only series passes for a price", () => {
    for (const { instrument, moves } of Object.values(report.instruments)) {
      if (instrument.levels !== "adjusted-only" || isAbsent(moves)) continue;
      for (const move of [moves.close, moves.open, moves.publication]) {
        if (!isAbsent(move)) expect([move.basePrice, move.eventPrice]).toEqual([null, null]);
      }
    }
  });

  test("comes back from JSON as it went, and is no burden to send", () => {
    const text = JSON.stringify(report);
    expect(JSON.parse(text)).toEqual(report);
    expect(new TextEncoder().encode(text).length).toBeLessThan(300_000);
  });

  test("is concluded once per process", async () => {
    expect(await impactOf(SLUG)).toBe(report);
  });

  test("a long path goes on where the short one ends", async () => {
    const lines = await linesFor(SLUG, ["NVDA", "no such line"]);
    expect(Object.keys(lines)).toEqual(["NVDA"]);
    const whole = found(lines.NVDA ?? absence("no-price", "no line"));
    const short = found(row("NVDA").path);
    expect(whole.days.length).toBeGreaterThan(500);
    expect(whole.change[whole.offsets.indexOf(20)]).toBeCloseTo(short.change.at(-1) ?? 0, 6);
  });
});
