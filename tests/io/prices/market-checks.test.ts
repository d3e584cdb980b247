import { rmSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { DataError } from "../../../lib/io/data/data-error.ts";
import { checkMarket, checkMarketFile } from "../../../lib/io/prices/market-checks.ts";
import type { SettledSeries } from "../../../scripts/market/settle-series.ts";
import { smallMarket } from "../../fixtures/small-market.ts";
import type { Change } from "../../fixtures/copy-of-data.ts";

type Rows = Record<string, SettledSeries>;
const columns = ["days", "open", "close", "adjclose", "volume"] as const;

/** The row of a day taken out of every column. */
const without = (symbol: string, day: string) => (series: Rows) => {
  const one = series[symbol];
  const at = one?.days.indexOf(day) ?? -1;
  for (const column of columns) one?.[column].splice(at, 1);
};
/** One cell, written to six digits. */
const cell = (symbol: string, column: "adjclose" | "close" | "open", day: string, factor: number) => (series: Rows) => {
  const one = series[symbol];
  const at = one?.days.indexOf(day) ?? -1;
  const value = one?.[column][at] ?? NaN;
  if (one !== undefined) one[column][at] = Number((value * factor).toPrecision(6));
};

describe("the checks of the market", () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

  async function errorOf(change?: (series: Rows) => void, files: Record<string, Change> = {}): Promise<unknown> {
    const folder = await smallMarket(change, files);
    folders.push(folder);
    return checkMarket(folder).then(
      () => null,
      (error: unknown) => error,
    );
  }

  test("all of it passes", { timeout: 120_000 }, async () => {
    expect(await checkMarket()).toBe(1027);
  });

  test("so does a small one", async () => {
    expect(await errorOf()).toBeNull();
  });

  type Case = [what: string, change: (series: Rows) => void, message: RegExp];
  test.each<Case>([
    ["a lost row", without("NVDA", "2025-01-27"), /daily\.parquet at NVDA\.days\[414\]: "2025-01-28"; expected 2025-01-27, the next session/],
    [
      "a row on a day New York stayed shut",
      (s) => {
        const one = s["NVDA"];
        const at = one?.days.indexOf("2025-01-08") ?? -1;
        for (const column of columns) one?.[column].splice(at + 1, 0, (column === "days" ? "2025-01-09" : one[column][at]) as never);
      },
      /NVDA\.days\[\d+\]: "2025-01-09"; expected 2025-01-10, the next session/,
    ],
    [
      "a calendar that lost a day",
      (s) => {
        for (const symbol of Object.keys(s)) without(symbol, "2025-01-27")(s);
      },
      /daily\.parquet at SPY\.days: "2025-01-28"; expected the sessions of data\/prices\/SPY\.json/,
    ],
    [
      "an adjusted close ten times as high",
      cell("NVDA", "adjclose", "2024-05-01", 10),
      /NVDA at adjclose\[\d+\]: \d+\.?\d*; expected no more than 45 %.*2024-05-01/,
    ],
    [
      "a return the older file has otherwise",
      cell("NVDA", "adjclose", "2024-05-01", 1.0008),
      /NVDA\.days\[\d+\]: "2024-05-01"; expected a return within 0\.05 points of data\/prices\/NVDA\.json/,
    ],
    [
      "a close that rises above the adjusted one",
      cell("AXP", "close", "2026-03-25", 1.02),
      /AXP\.close\[\d+\]: \d+\.\d+; expected a close that rises no more than 0\.1 points above the adjusted one on 2026-03-25/,
    ],
    ["an open twice as high", cell("AXP", "open", "2025-06-02", 2), /AXP at open\[\d+\]: \d+\.\d+; expected an open within 40 %/],
    [
      "a last day that is not the last",
      (s) => {
        if (s["RSP"]) s["RSP"].facts.last = "2026-07-13";
      },
      /series\.json at series\.RSP\.last: "2026-07-13"; expected 2026-07-14/,
    ],
    [
      "levels said to reach further",
      (s) => {
        if (s["AXP"]) s["AXP"].facts.levelsUntil = "2026-03-27";
      },
      /series\.AXP\.levelsUntil: "2026-03-27"; expected 2026-03-26/,
    ],
  ])("stop at %s", async (_, change, message) => {
    const error = await errorOf(change);
    expect(error).toBeInstanceOf(DataError);
    expect(error instanceof DataError && error.message).toMatch(message);
  });

  test("let a difference pass that is known, with its reason", async () => {
    const differences = [
      { symbol: "NVDA", day: "2024-05-01", reason: "Known." },
      { symbol: "NVDA", day: "2024-05-02", reason: "Known." },
    ];
    expect(
      await errorOf(cell("NVDA", "adjclose", "2024-05-01", 1.0008), {
        "market/known-days.json": (known) => {
          known.differences.push(...differences);
        },
      }),
    ).toBeNull();
  });

  test("a known day of what is not held is refused", async () => {
    const error = await errorOf(undefined, {
      "market/known-days.json": (known) => {
        known.jumps.push({ symbol: "ZZZZ", day: "2024-05-01", reason: "Known." });
      },
    });
    expect(String(error)).toMatch(/known-days\.json at jumps\[\d+\]\.symbol: "ZZZZ"/);
  });

  test("bars of an event day have to be of a symbol that is held", async () => {
    const folder = await smallMarket(undefined, {}, ["2026-02-23"]);
    folders.push(folder);
    await expect(checkMarket(folder)).rejects.toThrow(/intraday\/2026-02-23\/AAPL\.json at symbol: "AAPL"/);
  });
});

describe("what a start asks", () => {
  const folders: string[] = [];
  afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));
  async function small(files: Record<string, Change> = {}): Promise<string> {
    const folder = await smallMarket(undefined, files);
    folders.push(folder);
    return folder;
  }

  test("the file is the one that passed", async () => {
    expect(checkMarketFile()).toBe(1027);
    expect(checkMarketFile(await small())).toBe(6);
  });

  test.each<[string, Record<string, Change>, RegExp]>([
    [
      "another digest",
      {
        "market/series.json": (c) => {
          c.sha256 = "0".repeat(64);
        },
      },
      /series\.json at sha256: "0{64}"; expected [0-9a-f]{64}, the digest of daily\.parquet/,
    ],
    [
      "a symbol without rows",
      {
        "market/series.json": (c) => {
          c.series[0].symbol = "ZZZZ";
        },
      },
      /series\[0\]\.symbol: "ZZZZ"; expected a symbol of daily\.parquet/,
    ],
    [
      "prices without a name",
      {
        "market/universe.json": (c) => {
          c.listed = c.listed.filter((one: { symbol: string }) => one.symbol !== "AXP");
        },
      },
      /series\[0\]\.symbol: "AXP"; expected a symbol of universe\.json or left\.json/,
    ],
    [
      "two kinds of one symbol",
      {
        "market/universe.json": (c) => {
          c.listed.find((one: { symbol: string }) => one.symbol === "RSP").kind = "share";
        },
      },
      /series\[2\]\.kind: "fund"; expected "share"/,
    ],
    [
      "somebody who left and stayed",
      {
        "market/left.json": (c) => {
          c.left[0].symbol = "AXP";
        },
      },
      /left\.json at left: "AXP"/,
    ],
    ["no list at all", { "market/universe.json": () => null }, /universe\.json: nothing there; expected a file that can be read/],
  ])("stops at %s", async (_, files, message) => {
    const folder = await small(files);
    expect(() => checkMarketFile(folder)).toThrow(DataError);
    expect(() => checkMarketFile(folder)).toThrow(message);
  });
});
