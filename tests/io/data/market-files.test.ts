import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { isAbsent } from "../../../lib/domain/market/series.ts";
import type { PriceSeries } from "../../../lib/domain/market/series.ts";
import { DataError } from "../../../lib/io/data/data-error.ts";
import {
  intradayDays,
  loadCapitalisation,
  loadLeftListings,
  loadMarketIndex,
  marketSeriesOf,
  openMarket,
  readIntradayOn,
  readMarketSeries,
} from "../../../lib/io/data/market-files.ts";
import { priceSeriesSchema } from "../../../lib/io/data/series-schema.ts";
import { copyOfData } from "../../fixtures/copy-of-data.ts";
import type { Change } from "../../fixtures/copy-of-data.ts";
import sample from "../../fixtures/market-sample.json" with { type: "json" };

async function series(symbol: string, folder?: string): Promise<PriceSeries> {
  const found = await readMarketSeries(symbol, folder);
  if (found === null || isAbsent(found)) throw new Error(`no prices of ${symbol}`);
  return found;
}

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));
function copy(changes: Record<string, Change>): string {
  const folder = copyOfData(changes);
  folders.push(folder);
  return folder;
}

describe("the daily closes of the market", () => {
  test("500 cells of the source, read by another program, are what comes out", async () => {
    expect(sample.cells).toHaveLength(500);
    const wrong: string[] = [];
    for (const [symbol = "", day = "", value = ""] of sample.cells) {
      const { days, adjclose } = await series(symbol);
      if (adjclose[days.indexOf(day)] !== Number(value)) wrong.push(`${symbol} ${day}: ${adjclose[days.indexOf(day)]}, not ${value}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each(["NVDA", "RSP", "^VIX", "FIG", "BRK-B"])("%s is a series as every other is", async (symbol) => {
    expect(priceSeriesSchema.safeParse(await series(symbol)).error).toBeUndefined();
  });

  test("a symbol nobody knows is null, whatever it looks like", async () => {
    for (const symbol of ["ZZZZ", "", "nvda", "../prices/NVDA", "__proto__", "constructor", "NVDA.json"]) expect(await readMarketSeries(symbol)).toBeNull();
  });

  test.each(["WIT", "HON", "CB", "NEM", "AZN"])("%s has no price, because the sources disagree", async (symbol) => {
    expect(await readMarketSeries(symbol)).toEqual({ absent: "no-price", why: expect.stringMatching(/^Our sources disagree/) });
    expect(openMarket().symbols).not.toContain(symbol);
  });

  test("each series has its own last day", async () => {
    for (const [symbol, last] of [
      ["NVDA", "2026-08-21"],
      ["SPY", "2026-08-21"],
      ["RSP", "2026-07-14"],
      ["IGV", "2026-07-14"],
      ["SMH", "2026-07-13"],
      ["EA", "2026-08-10"],
      ["MNST", "2026-08-10"],
    ] as const) {
      expect((await series(symbol)).days.at(-1), symbol).toBe(last);
      expect(marketSeriesOf(symbol)?.last, symbol).toBe(last);
    }
  });

  test("Alphabet's two classes are two series", async () => {
    const [a, c] = [await series("GOOGL"), await series("GOOG")];
    expect(a.symbol).toBe("GOOGL");
    expect(c.symbol).toBe("GOOG");
    const same = a.days.filter((day, at) => c.adjclose[c.days.indexOf(day)] === a.adjclose[at]);
    expect(same.length).toBeLessThan(a.days.length / 50);
  });

  test("levels reach as far as the index says, and are none where only adjusted closes are held", async () => {
    const axp = await series("AXP");
    expect(axp).toMatchObject({ levels: "market", origin: expect.stringContaining("open, close and volume: ") });
    expect(axp.days[axp.close.findLastIndex((close) => close !== null)]).toBe("2026-03-26");
    const spy = await series("SPY");
    expect(spy.days[spy.close.findLastIndex((close) => close !== null)]).toBe("2026-03-25");
    const rkt = await series("RKT");
    expect(rkt.levels).toBe("adjusted-only");
    for (const column of [rkt.open, rkt.close, rkt.volume]) expect(column.every((value) => value === null)).toBe(true);
  });

  test("the levels of a day are those printed", async () => {
    const axp = await series("AXP");
    const at = axp.days.indexOf("2026-02-20");
    expect([axp.open[at], axp.close[at], axp.volume[at]]).toEqual([341.55, 346.18, 2_738_900]);
  });

  test("the second reading is the first", async () => {
    expect(await series("A")).toBe(await series("A"));
  });

  test("what is not read for long is read again", async () => {
    const first = await series("A");
    for (const { symbol } of loadMarketIndex().series.slice(100, 240)) await readMarketSeries(symbol);
    const again = await series("A");
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });

  test("a file that is no Parquet says so, each time it is asked", async () => {
    const folder = copy({});
    rmSync(join(folder, "market/daily.parquet"));
    writeFileSync(join(folder, "market/daily.parquet"), "PAR1 not really PAR1");
    for (let time = 0; time < 2; time += 1) {
      await expect(readMarketSeries("NVDA", folder)).rejects.toThrow(DataError);
      await expect(readMarketSeries("NVDA", folder)).rejects.toThrow(/^data\/market\/daily\.parquet: nothing there; expected a Parquet file that can be read/);
    }
  });

  test.each<[string, Change, RegExp]>([
    [
      "two lines for a symbol",
      (c) => {
        c.series[1].symbol = c.series[0].symbol;
      },
      /series\[1\]\.symbol.*not listed already/,
    ],
    [
      "levels without a last day",
      (c) => {
        c.series[0].levels = "market";
      },
      /series\[0\]\.levelsUntil.*null; expected a day/,
    ],
    [
      "a source nobody named",
      (c) => {
        c.series[0].sources = ["hearsay"];
      },
      /series\[0\]\.sources\[0\].*"hearsay"/,
    ],
    [
      "a price where the sources disagree",
      (c) => {
        c.disagree[0].symbol = "NVDA";
      },
      /disagree\[0\]\.symbol.*without a series/,
    ],
    ["no JSON", () => "{", /series\.json.*JSON/],
  ])("an index with %s is refused", (_, change, message) => {
    expect(() => loadMarketIndex(copy({ "market/series.json": change }))).toThrow(message);
  });
});

describe("what else is held of the market", () => {
  test("market values of the day before the first article", () => {
    const caps = loadCapitalisation("2025-01-24");
    const at = caps?.symbol.indexOf("NVDA") ?? -1;
    expect([caps?.close[at], caps?.marketCap[at]]).toEqual([142.62, 3_492_763_800_000]);
    expect(loadCapitalisation("2025-01-23")).toBeNull();
    expect(loadCapitalisation("../series")).toBeNull();
  });

  test("notes and preferred shares carry no value of their company", () => {
    const symbols = new Set(loadCapitalisation("2025-01-24")?.symbol);
    for (const symbol of ["CCZ", "TBB", "FITBI", "HBANL", "DJTWW", "CDZIP"]) expect(symbols, symbol).not.toContain(symbol);
    for (const symbol of ["FITB", "TSM", "ET", "ITUB", "PFBC", "GOOG", "GOOGL"]) expect(symbols, symbol).toContain(symbol);
  });

  test("bars by event day, each of its own", () => {
    expect(intradayDays().map(({ day, symbols }) => [day, symbols.length])).toEqual([
      ["2025-01-27", 5],
      ["2026-02-23", 13],
    ]);
    expect(readIntradayOn("2026-02-23", "NVDA")?.start[0]).toBe("2026-02-20T14:30:00Z");
    expect(readIntradayOn("2025-01-27", "GOOG")).toMatchObject({ symbol: "GOOG" });
    expect(readIntradayOn("2026-02-23", "GOOGL")).toBeNull();
  });

  test("the fuller bars beside the folders serve the day they are of, and no other", () => {
    expect(readIntradayOn("2025-01-27", "NVDA")?.session).toContain("pre");
    expect(readIntradayOn("2025-04-03", "NVDA")).toBeNull();
  });

  test("neither a day nor a symbol becomes a path", () => {
    expect(readIntradayOn("../prices", "NVDA")).toBeNull();
    expect(readIntradayOn("2025-01-27", "../../prices/NVDA")).toBeNull();
    expect(readIntradayOn("2025-01-27", "")).toBeNull();
  });

  test("who left has the symbol it had", () => {
    expect(loadLeftListings().left.find(({ symbol }) => symbol === "DFS")).toMatchObject({ name: "Discover Financial Services", on: "2025-05-18" });
  });
});
