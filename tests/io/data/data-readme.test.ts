import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadInstruments, readIntradaySeries } from "../../../lib/io/data/data-files.ts";
import { loadCapitalisation, loadLeftListings, loadMarketIndex } from "../../../lib/io/data/market-files.ts";
import { snapshotFile } from "../../fixtures/snapshot-file.ts";

/** One line, so that a sentence is found wherever it is broken. */
const readme = readFileSync(join(import.meta.dirname, "../../../data/README.md"), "utf8").replace(/\s+/g, " ");
const symbols = readdirSync(join(import.meta.dirname, "../../../data/prices")).map((name) => name.replace(/\.json$/, ""));
const files = symbols.map(snapshotFile);
const months = "January February March April May June July August September October November December".split(" ");
const written = (day = "") => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
const list = (names: string[]) => names.join(", ").replace(/, ([^,]*)$/, " and $1");

/** Runs of rows that have all three levels, or none. */
function stretches(symbol: string): { levels: boolean; from: string; to: string; rows: number }[] {
  const { days, open, close, volume } = snapshotFile(symbol);
  const found: { levels: boolean; from: string; to: string; rows: number }[] = [];
  for (const [at, day] of days.entries()) {
    const has = [open, close, volume].map((column) => column[at] !== null);
    expect(new Set(has).size, `${symbol} ${day}`).toBe(1);
    const last = found.at(-1);
    if (last !== undefined && last.levels === has[0]) [last.to, last.rows] = [day, last.rows + 1];
    else found.push({ levels: has[0] === true, from: day, to: day, rows: 1 });
  }
  return found;
}

describe("what data/README.md says of the prices", () => {
  const parted = files.filter(({ levels, close }) => levels !== "adjusted-only" && close.includes(null)).map(({ symbol }) => symbol);

  test("which series have levels for a while only, from when to when, in how many rows", () => {
    expect(parted).toEqual(["CCJ", "DTCR", "MAGS", "UTES"]);
    for (const symbol of ["UTES", "MAGS", "CCJ"]) {
      expect(stretches(symbol)).toMatchObject([{ levels: true, rows: 452, to: "2025-03-20" }, { levels: false }]);
    }
    expect(readme).toContain("UTES, MAGS and CCJ have `open`, `close` and `volume` for their first 452 rows, until 20 March 2025,");
    const [before, held, after, ...more] = stretches("DTCR");
    expect([before?.levels, held?.levels, after?.levels, more]).toEqual([false, true, false, []]);
    expect(readme).toContain(
      `DTCR has them only from ${written(held?.from)} to ${written(held?.to)}, ${held?.rows} rows: the ${before?.rows} before and the ${after?.rows} after are adjusted closes alone.`,
    );
  });

  test("which have adjusted closes alone, and which a later split", () => {
    const adjusted = files.filter(({ levels }) => levels === "adjusted-only").map(({ symbol }) => symbol);
    const [said = ""] = /`adjusted-only`: (.*?) have only/.exec(readme)?.slice(1) ?? [];
    expect(said.split(/, | and /).toSorted()).toEqual(adjusted.toSorted());
    const split = files.filter(({ levels }) => levels === "split-adjusted").map(({ symbol }) => `${symbol} ${loadInstruments()[symbol]?.laterSplit}`);
    expect(readme).toContain(`(${split.join(", ")})`);
  });

  test("which begin late and which end early", () => {
    const first = files.map(({ days }) => days[0] ?? "").toSorted()[0];
    const last = files
      .map(({ days }) => days.at(-1) ?? "")
      .toSorted()
      .at(-1);
    const young = files.filter(({ days }) => days[0] !== first);
    expect(young).toHaveLength(4);
    for (const { symbol, days } of young) expect(readme).toContain(`${symbol} from ${written(days[0])}`);
    for (const end of new Set(files.map(({ days }) => days.at(-1) ?? "").filter((day) => day !== last))) {
      const named = files.filter(({ days }) => days.at(-1) === end).map(({ symbol }) => symbol);
      const either = [list(named), list(named.toReversed())].map((names) => `${names} (${written(end)})`);
      expect(
        either.some((words) => readme.includes(words)),
        either[0],
      ).toBe(true);
    }
  });

  test("which rows are marked, and what New York's calendar lacks", () => {
    expect(snapshotFile("0700.HK").stubs.map(({ day }) => day)).toContain("2025-01-28");
    expect(snapshotFile("TLN").stubs).toHaveLength(3);
    expect(readme).toContain("Three rows of TLN");
    expect(files.filter(({ stubs }) => stubs.length > 0).map(({ symbol }) => symbol)).toEqual(["0700.HK", "TLN"]);
    expect(snapshotFile("0700.HK").days.find((day) => day > "2025-01-28")).toBe("2025-02-03");
    for (const day of ["2025-01-09", "2025-01-20"]) expect(snapshotFile("SPY").days).not.toContain(day);
  });

  test("where 5-minute bars begin, and their last one of Nvidia's event day", () => {
    const tesla = readIntradaySeries("TSLA");
    expect(tesla?.start[0]).toBe("2025-01-27T10:30:00Z"); // 05:30 in New York
    expect(tesla?.start.every((start) => start.startsWith("2025-01-27"))).toBe(true);
    const nvidia = readIntradaySeries("NVDA");
    const at = nvidia?.start.indexOf("2025-01-27T20:55:00Z") ?? -1;
    const daily = snapshotFile("NVDA");
    expect(readme).toContain(`(${nvidia?.close[at]} against ${daily.close[daily.days.indexOf("2025-01-27")]})`);
  });

  test("what is left out is not there", () => {
    const [said = ""] = /\*\*Left out\*\*, because nothing here draws it: (.*?)\. /.exec(readme)?.slice(1) ?? [];
    expect(said.split(", ").length).toBeGreaterThan(20);
    expect(said.split(", ").filter((symbol) => symbols.includes(symbol))).toEqual([]);
  });
});

describe("what data/README.md says of the market", () => {
  const { series, disagree } = loadMarketIndex();
  const lastOf = (symbol: string) => series.find((one) => one.symbol === symbol)?.last;

  test("how much there is", () => {
    expect(readme).toContain(`of ${series.length.toLocaleString("en")} shares, funds and indices`);
    expect(readme).toContain(`open, close and volume of ${series.filter(({ levelsUntil }) => levelsUntil !== null).length} of them`);
    expect(readme).toContain(`${loadCapitalisation("2025-01-24")?.symbol.length.toLocaleString("en")} companies that day`);
    const { left } = loadLeftListings();
    expect(readme).toContain(`holds ${left.length} that were`);
    expect(readme).toContain(`became of ${left.filter(({ on, became }) => on !== undefined || became !== undefined).length} of them`);
  });

  test("who ends when", () => {
    const corrected = series.filter(({ note }) => note?.includes("second taking")).map(({ symbol }) => symbol);
    expect(readme).toContain(`(${corrected.join(", ")}) have the second one's return`);
    const funds = series.filter(({ kind, last }) => kind === "fund" && last === "2026-07-14").map(({ symbol }) => symbol);
    expect(funds.toSorted()).toEqual(["EWT", "EWY", "IGV", "INDA", "RSP", "TLT"]);
    for (const symbol of ["GOOG", "SMH", "KWEB"]) expect(lastOf(symbol), symbol).toBe("2026-07-13");
    const most = (kind: string, day: string) =>
      series.filter((one) => one.kind === kind && one.last === day).length / series.filter((one) => one.kind === kind).length;
    expect(most("share", "2026-08-21")).toBeGreaterThan(0.9);
    expect(most("fund", "2026-07-13")).toBeGreaterThan(0.8);
  });

  test("what is no share, and what has no price", () => {
    const count = (kind: string) => series.filter((one) => one.kind === kind).length;
    expect([count("note"), count("preferred")]).toEqual([19, 3]);
    expect(readme).toContain(`${count("note")} symbols that a list of companies holds as shares are notes, and three are preferred shares`);
    expect(readme).toContain(`${list(disagree.map(({ symbol }) => symbol))}: our sources disagree`);
    for (const symbol of ["DBX", "POWL", "0700.HK", "9984.T", "APLD", "OKLO", "SMR", "SRVR"]) expect(lastOf(symbol), symbol).toBeUndefined();
  });

  test("every origin is named where it says what a copy may pass on", () => {
    const republish = readme.slice(readme.indexOf("## If you want to republish"));
    for (const origin of ["Yahoo Finance", "Polygon", "Financial Modeling Prep", "Nasdaq", "Interactive Brokers", "dst", "zoomies", "klevera", "guydekowski"])
      expect(republish, origin).toContain(origin);
    expect(republish).toContain("None of them grants a right to pass on levels");
  });
});
