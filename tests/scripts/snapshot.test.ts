import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadKnownDays } from "../../lib/io/data/data-files.ts";
import { firstDay } from "../../lib/io/prices/price-provider.ts";
import { yahooProvider } from "../../lib/io/prices/yahoo.ts";
import { openFigures } from "../../scripts/snapshot/figures.ts";
import { takeSnapshot } from "../../scripts/snapshot/take.ts";
import { yahooFigures } from "../../scripts/snapshot/yahoo-figures.ts";
import { copyOfData } from "../fixtures/copy-of-data.ts";
import { quoted } from "../fixtures/quoted.ts";
import { snapshotFile } from "../fixtures/snapshot-file.ts";
import { startYahooStandIn } from "../fixtures/yahoo-stand-in.ts";

const good = ["2025-01-23,145,148,143,147.22,147.2,100", "2025-01-24,148,149,142,142.62,142.6,100", "2025-01-27,125,128,117,118.42,118.4,100"];
const header = "date,open,high,low,close,adjclose,volume";
const nvda = [...quoted.values()].filter(({ symbol }) => symbol === "NVDA");

let root: string;
let csv: string;
let data: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "claimtape-snapshot-"));
  csv = join(root, "csv");
  data = join(root, "data");
  for (const kind of ["daily", "intraday"]) mkdirSync(join(csv, kind), { recursive: true });
  writeFileSync(join(csv, "MANIFEST.csv"), "symbol,source\nNVDA,someone+figures\n");
});
afterEach(() => rmSync(root, { recursive: true }));

function daily(rows: string[], symbol = "NVDA"): void {
  writeFileSync(join(csv, "daily", `${symbol}.csv`), [header, ...rows].join("\n"));
}

async function take(instruments = nvda, options: { allowShorter?: boolean } = {}) {
  const lines: string[] = [];
  const outcome = await takeSnapshot({
    instruments,
    figures: openFigures(csv, { known: loadKnownDays() }),
    known: loadKnownDays(),
    dataFolder: data,
    print: (line) => lines.push(line),
    ...options,
  });
  return { outcome, log: lines.join("\n") };
}

const written = (symbol = "NVDA") => readFileSync(join(data, "prices", `${symbol}.json`), "utf8");

describe("a good folder", () => {
  it("becomes one line per column, with origin and day", async () => {
    daily(good);
    const { outcome, log } = await take();
    expect(outcome).toEqual({ written: 1, unchanged: 0, failed: 0 });
    expect(log).toContain("new, 3 rows");
    expect(written()).toContain('\n  "close": [147.22,142.62,118.42],\n');
    expect(JSON.parse(written())).toMatchObject({ asOf: "2025-01-27", origin: "Yahoo Finance, via the public repository someone/figures", stubs: [] });
  });

  it("says nothing changed, or what did", async () => {
    daily(good);
    await take();
    expect((await take()).outcome).toEqual({ written: 0, unchanged: 1, failed: 0 });
    daily([...good.slice(0, 2), "2025-01-27,125,128,117,118.58,118.56,100", "2025-01-28,121,129,116,128.99,128.97,100"]);
    const { log } = await take();
    expect(log).toContain("1 rows added (2025-01-28 to 2025-01-28)");
    expect(log).toContain("close changed on 1 days (2025-01-27)");
    expect(log).toContain("HISTORY CHANGED beyond 0.05 points on 1 days (2025-01-27)");
  });

  it("takes an index's close for adjusted and drops the levels of a fund that has none", async () => {
    daily(["2025-01-24,21900,22100,21800,22000,,", "2025-01-27,21500,21600,21100,21200.5,,"], "^VIX");
    daily(["2025-01-24,,,,,179.9,", "2025-01-27,,,,,180.1,"], "RSP");
    await take([...quoted.values()].filter(({ symbol }) => symbol === "^VIX" || symbol === "RSP"));
    expect(JSON.parse(written("^VIX"))).toMatchObject({ adjclose: [22000, 21200.5], volume: [null, null] });
    expect(JSON.parse(written("RSP"))).toMatchObject({ close: [null, null], adjclose: [179.9, 180.1] });
  });

  it("marks a row with one price and no volume", async () => {
    daily([...good, "2025-01-28,120,120,120,120,120,0"]);
    await take();
    expect(JSON.parse(written()).stubs).toMatchObject([{ day: "2025-01-28" }]);
  });
});

describe("a bad folder keeps the old file", () => {
  const [first = "", second = "", third = ""] = good;
  const bad: [string, string[], string][] = [
    ["unsorted", [second, first, third], "days[1]"],
    ["a day twice", [first, second, second, third], "days[2]"],
    ["negative", [first, second, third.replaceAll("118.4", "-118.4")], "-118.4"],
    ["zero", [first, second, third.replace(",118.4,", ",0,")], "adjclose[2]: 0"],
    ["NaN", [first, second, third.replace("118.42", "NaN")], 'line 4, close: "NaN" is not a number'],
    ["infinite", [first, second, third.replace("118.42", "Infinity")], '"Infinity" is not a number'],
    ["thousands", [first, second, third.replace("118.42", '"1,118.42"')], "is not a number"],
    ["no adjusted close", [first, second, third.replace(",118.4,", ",,")], "line 4, adjclose: blank"],
    ["no such day", [first, second, third.replace("01-27", "02-30")], "2025-02-30"],
    ["shrunken", [first, second], "1 rows of the kept file are gone (2025-01-27 to 2025-01-27)"],
    ["a row less in the middle", [first, third], "1 rows of the kept file are gone (2025-01-24 to 2025-01-24)"],
    ["empty", [], "no rows"],
    [
      "a missed split",
      [first, second, "2025-01-27,12,12,11,11.842,11.84,100"],
      "adjclose[2]: 11.84; expected no more than 45 % from 142.6 the session before (on 2025-01-27 it is -91.7 %), or its reason in data/known-days.json",
    ],
    [
      "an open of another split",
      [first, second, third.replace(",125,", ",250,")],
      "open[2]: 250; expected an open within 40 % of the close of 2025-01-27, 118.42",
    ],
    ["a Saturday", [first, second, third.replace("01-27", "01-25")], 'days[2]: "2025-01-25"; expected a weekday'],
    ["a row too short", [first, second, "2025-01-27,125"], ""],
  ];
  it.each(bad)("%s", async (_, rows, said) => {
    daily(good);
    await take();
    const before = written();
    daily(rows);
    const { outcome, log } = await take();
    expect(outcome).toEqual({ written: 0, unchanged: 0, failed: 1 });
    expect(log).toContain("REFUSED");
    expect(log).toContain("the old file stays");
    expect(log).toContain(said);
    expect(written()).toBe(before);
    expect(readdirSync(join(data, "prices"))).toEqual(["NVDA.json"]);
  });

  it("other columns, or no file", async () => {
    writeFileSync(join(csv, "daily", "NVDA.csv"), "date,close\n2025-01-27,118.42\n");
    expect((await take()).log).toContain("columns date,close, expected date,open,high,low,close,adjclose,volume");
    rmSync(join(csv, "daily", "NVDA.csv"));
    const { outcome, log } = await take();
    expect(outcome.failed).toBe(1);
    expect(log).toContain("no file written");
  });

  it("one bad symbol does not stop the others", async () => {
    daily(good.toReversed());
    daily(good, "SPY");
    const { outcome } = await take([...quoted.values()].filter(({ symbol }) => symbol === "NVDA" || symbol === "SPY"));
    expect(outcome).toEqual({ written: 1, unchanged: 0, failed: 1 });
  });

  it("takes a shorter series from a person who says so", async () => {
    daily(good);
    await take();
    daily(good.slice(1));
    expect((await take(nvda, { allowShorter: true })).outcome.written).toBe(1);
  });
});

describe("5-minute closes", () => {
  it("go beside, or keep their old file", async () => {
    daily(good);
    const file = join(csv, "intraday", "NVDA.csv");
    const bars = ["2025-01-27T14:25:00Z,pre,124.8,0", "2025-01-27T14:30:00Z,rth,126.1,100"];
    writeFileSync(file, ["bar_start_utc,session,close,volume", ...bars].join("\n"));
    await take();
    const intraday = join(data, "intraday", "NVDA.json");
    expect(JSON.parse(readFileSync(intraday, "utf8"))).toMatchObject({ session: ["pre", "regular"], close: [124.8, 126.1], asOf: "2025-01-27" });
    writeFileSync(file, ["bar_start_utc,session,close,volume", ...bars.toReversed()].join("\n"));
    expect((await take()).outcome).toEqual({ written: 0, unchanged: 1, failed: 1 });
    expect(JSON.parse(readFileSync(intraday, "utf8"))).toMatchObject({ close: [124.8, 126.1] });
  });
});

describe("from Yahoo", () => {
  it("takes what agrees, and keeps the old file of what fails", async () => {
    const standIn = await startYahooStandIn({ until: "2026-05-15" });
    cpSync(join(import.meta.dirname, "../../data/prices"), join(data, "prices"), { recursive: true });
    const before = written("SPY");
    standIn.setMood("SPY", "server-error");
    standIn.setMood("NVDA", "newer");
    const lines: string[] = [];
    const now = () => new Date("2026-05-25T09:00:00Z");
    const outcome = await takeSnapshot({
      instruments: [...quoted.values()].filter(({ symbol }) => symbol === "NVDA" || symbol === "SPY"),
      figures: yahooFigures({
        provider: yahooProvider({ quoted, known: loadKnownDays(), log: () => undefined, origin: standIn.origin, now, timeoutMs: 30_000 }),
        from: firstDay,
        known: loadKnownDays(),
        pauseMs: 0,
        waitsMs: [],
      }),
      known: loadKnownDays(),
      dataFolder: data,
      print: (line) => lines.push(line),
    });
    await standIn.close();
    expect(outcome).toEqual({ written: 1, unchanged: 0, failed: 1 });
    expect(lines.join("\n")).toContain("offline: Yahoo's server failed (500); the old file stays");
    expect(written("SPY")).toBe(before);
    expect(JSON.parse(written())).toMatchObject({ source: "snapshot", asOf: "2026-05-25", origin: "Yahoo Finance" });
    expect(lines.join("\n")).toContain("3 rows added (2026-05-18 to 2026-05-20)");
  });
});

describe("a run that ends early", () => {
  const three = [...quoted.values()].filter(({ symbol }) => ["NVDA", "RSP", "SPY", "^VIX"].includes(symbol));

  it("moves nothing when Yahoo goes away, and goes on from there when it is run again", async () => {
    const standIn = await startYahooStandIn({ mood: "newer", until: "2026-05-15" });
    cpSync(join(import.meta.dirname, "../../data/prices"), join(data, "prices"), { recursive: true });
    const before = written();
    const now = () => new Date("2026-05-25T09:00:00Z");
    const provider = yahooProvider({ quoted, known: loadKnownDays(), log: () => undefined, origin: standIn.origin, now, timeoutMs: 30_000 });
    const run = async () => {
      const lines: string[] = [];
      const figures = yahooFigures({ provider, from: firstDay, known: loadKnownDays(), pauseMs: 0, waitsMs: [] });
      const outcome = await takeSnapshot({
        instruments: three,
        figures,
        known: loadKnownDays(),
        dataFolder: data,
        resumable: "Yahoo",
        print: (line) => lines.push(line),
      });
      return { outcome, log: lines.join("\n") };
    };
    for (const symbol of ["SPY", "RSP", "^VIX"]) standIn.setMood(symbol, "rate-limited");
    const first = await run();
    expect(first.outcome).toEqual({ written: 0, unchanged: 0, failed: 4 });
    expect(first.log).toContain("Nothing was moved; the next run goes on from here.");
    expect(first.log).toMatch(/NVDA +daily +waiting/);
    expect(written()).toBe(before);

    for (const symbol of ["SPY", "RSP", "^VIX"]) standIn.setMood(symbol, "newer");
    standIn.requests.length = 0;
    const second = await run();
    await standIn.close();
    expect(second.outcome).toEqual({ written: 4, unchanged: 0, failed: 0 });
    expect(standIn.requests.map((path) => decodeURIComponent(path.split(/[/?]/)[4] ?? ""))).toEqual(["SPY", "RSP", "^VIX"]);
    expect(second.log).toContain("taken before");
    expect(second.log).toMatch(/4 of 4, (about \d+ s|a moment) left {2}\^VIX/);
    expect(JSON.parse(written())).toMatchObject({ asOf: "2026-05-25" });
    expect(readdirSync(data).toSorted()).toEqual(["intraday", "prices"]);
  });

  it("waits before it asks again, as long as Yahoo says", async () => {
    const standIn = await startYahooStandIn({ mood: "rate-limited-wait" });
    const provider = yahooProvider({ quoted, known: loadKnownDays(), log: () => undefined, origin: standIn.origin, timeoutMs: 30_000 });
    const figures = yahooFigures({ provider, from: firstDay, known: loadKnownDays(), pauseMs: 0, waitsMs: [1] });
    const start = performance.now();
    const [one] = nvda;
    await expect(one === undefined ? undefined : figures.daily(one)).rejects.toThrow("rate-limited");
    await standIn.close();
    expect(performance.now() - start).toBeGreaterThan(990);
    expect(standIn.requests).toHaveLength(2);
  });
});

describe("where the series that says which days were sessions is not taken", () => {
  const some = (...symbols: string[]) => [...quoted.values()].filter(({ symbol }) => symbols.includes(symbol));
  /** One session more than the file in place; a series that fails. */
  const oneMore = (failing: string) => ({
    daily({ symbol }: { symbol: string }) {
      if (symbol === failing) throw new Error("offline: out of reach");
      const { days, open, close, adjclose, volume, ...rest } = snapshotFile(symbol);
      const again = <T>(column: T[]) => [...column, ...column.slice(-1)];
      return {
        ...rest,
        asOf: "2026-05-18",
        days: [...days, "2026-05-18"],
        open: again(open),
        close: again(close),
        adjclose: again(adjclose),
        volume: again(volume),
      };
    },
    intraday: () => null,
  });
  const run = async (folder: string, symbols: string[], failing = "") =>
    takeSnapshot({ instruments: some(...symbols), figures: oneMore(failing), known: loadKnownDays(), dataFolder: folder, print: () => undefined });

  it("the others are taken: days after its last are not known to it", async () => {
    const folder = copyOfData({});
    expect(await run(folder, ["SPY", "NVDA", "RSP"], "SPY")).toEqual({ written: 2, unchanged: 0, failed: 1 });
    rmSync(folder, { recursive: true });
  });

  it("nor does it matter that it is not among them", async () => {
    const folder = copyOfData({});
    expect(await run(folder, ["NVDA", "RSP"])).toEqual({ written: 2, unchanged: 0, failed: 0 });
    rmSync(folder, { recursive: true });
  });
});

describe("a run about a few instruments", () => {
  it("leaves what an interrupted run has waiting", async () => {
    const waiting = join(data, ".taking", "prices", "SPY.json");
    mkdirSync(join(data, ".taking", "prices"), { recursive: true });
    writeFileSync(join(data, ".taking", "source.json"), '{ "source": "Yahoo" }');
    writeFileSync(waiting, "waiting");
    const figures = { daily: ({ symbol }: { symbol: string }) => snapshotFile(symbol), intraday: () => null };
    for (const anew of [false, true]) {
      await takeSnapshot({ instruments: nvda, figures, known: loadKnownDays(), dataFolder: data, resumable: "Yahoo", anew, print: () => undefined });
      expect(readFileSync(waiting, "utf8")).toBe("waiting");
      expect(readdirSync(join(data, ".taking", "prices"))).toEqual(["SPY.json"]);
    }
  });
});

describe("new files that do not go with the others", () => {
  const two = [...quoted.values()].filter(({ symbol }) => symbol === "NVDA" || symbol === "SPY");

  it("keep their old ones, and the rest is moved", async () => {
    const folder = copyOfData({});
    const figures = {
      daily: ({ symbol }: { symbol: string }) => {
        const series = snapshotFile(symbol);
        const at = series.days.indexOf("2025-03-04");
        const without = <T>(column: T[]) => (symbol === "NVDA" ? column.toSpliced(at, 1) : column);
        return {
          ...series,
          asOf: "2026-05-16",
          days: without(series.days),
          open: without(series.open),
          close: without(series.close),
          adjclose: without(series.adjclose),
          volume: without(series.volume),
        };
      },
      intraday: () => null,
    };
    const lines: string[] = [];
    const outcome = await takeSnapshot({
      instruments: two,
      figures,
      known: loadKnownDays(),
      dataFolder: folder,
      allowShorter: true,
      print: (line) => lines.push(line),
    });
    expect(outcome).toEqual({ written: 1, unchanged: 0, failed: 1 });
    expect(lines.join("\n")).toContain("a row for 2025-03-04, a session of its exchange");
    const asOf = (symbol: string) => JSON.parse(readFileSync(join(folder, "prices", `${symbol}.json`), "utf8")).asOf;
    expect([asOf("NVDA"), asOf("SPY")]).toEqual(["2026-05-15", "2026-05-16"]);
    rmSync(folder, { recursive: true });
  });

  it("are refused after a split, until a person has written it down", async () => {
    daily(good);
    await take();
    daily(["2025-01-23,36.25,37,35.75,36.805,36.8,100", "2025-01-24,37,37.25,35.5,35.655,35.65,100", "2025-01-27,31.25,32,29.25,29.605,29.6,100"]);
    const { outcome, log } = await take();
    expect(outcome.failed).toBe(1);
    expect(log).toContain('levels are divided by 4.0000 since the kept file, by a split: say levels "split-adjusted"');
  });

  it("end in a table of what changed", async () => {
    daily(good);
    const { log } = await take();
    expect(log.split("\n").slice(-4)).toEqual([
      "",
      "symbol  series  result   rows  last        what changed, or why not",
      "NVDA    daily   written  3     2025-01-27  new, 3 rows",
      "",
    ]);
  });
});
