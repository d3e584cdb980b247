import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { LRUCache } from "lru-cache";
import type { z } from "zod";
import { isDay } from "../../domain/market/days.ts";
import { absence } from "../../domain/market/series.ts";
import type { Absence, Day, IntradaySeries, PriceSeries } from "../../domain/market/series.ts";
import { DataError, parseData } from "./data-error.ts";
import { dataFolder } from "./data-files.ts";
import { openMarketPrices } from "./market-prices.ts";
import type { MarketPrices } from "./market-prices.ts";
import { capitalisationSchema, marketIndexSchema } from "./market-schema.ts";
import type { Capitalisation, MarketIndex, MarketSeries } from "./market-schema.ts";
import { leftListingsSchema, universeSchema } from "./universe-schema.ts";
import type { LeftListings, Universe } from "./universe-schema.ts";
import { intradaySeriesSchema } from "./series-schema.ts";

/** All of the market trades in New York, in dollars. */
const [currency, timeZone] = ["USD", "America/New_York"];

/** Series kept parsed at a time, about 100 kB each; the file itself stays packed. */
const keptSeries = 128;

/** What is held of the market, without its prices. */
export function loadMarketIndex(folder = dataFolder()): MarketIndex {
  return once(folder, "series.json", (file) => readJson(folder, file, marketIndexSchema));
}

/** What the index says of a symbol, or null where it holds no prices of it. */
export function marketSeriesOf(symbol: string, folder = dataFolder()): MarketSeries | null {
  return bySymbol(folder).get(symbol) ?? null;
}

/**
 * Daily bars of a symbol of the market, up to its own last day; an absence where our sources disagree;
 * null where nothing is known of it. Throws a `DataError` where the file is not what it has to be.
 */
export async function readMarketSeries(symbol: string, folder = dataFolder()): Promise<PriceSeries | Absence | null> {
  const index = loadMarketIndex(folder);
  const facts = marketSeriesOf(symbol, folder);
  if (facts === null) {
    const reason = index.disagree.find((one) => one.symbol === symbol)?.reason;
    return reason === undefined ? null : absence("no-price", reason);
  }
  const key = join(folder, symbol);
  const kept = series.get(key);
  if (kept !== undefined) return kept;
  const reading = parsed(facts, index, folder);
  series.set(key, reading);
  // What could not be read is asked for again, not remembered.
  reading.catch(() => series.delete(key));
  return reading;
}

/** Who is quoted in the United States, with names, aliases and classes; more of them than have prices. */
export function loadUniverse(folder = dataFolder()): Universe {
  return once(folder, "universe.json", (file) => readJson(folder, file, universeSchema));
}

/** Who was in the universe and is no longer, under the symbol it had. */
export function loadLeftListings(folder = dataFolder()): LeftListings {
  return once(folder, "left.json", (file) => readJson(folder, file, leftListingsSchema));
}

/** What companies were worth on a day, in dollars, or null where that day is not held. */
export function loadCapitalisation(day: Day, folder = dataFolder()): Capitalisation | null {
  if (!isDay(day) || !existsSync(join(folder, "market", `capitalisation-${day}.json`))) return null;
  return once(folder, `capitalisation-${day}.json`, (file) => readJson(folder, file, capitalisationSchema));
}

/**
 * 5-minute closes of a symbol around an event day, or null where none are held: those of
 * `data/intraday/<day>`, and else those beside it that have bars of that day.
 */
export function readIntradayOn(day: Day, symbol: string, folder = dataFolder()): IntradaySeries | null {
  // Neither ever becomes a path unless it has the shape of one of ours.
  if (!isDay(day) || !/^\^?[A-Z0-9][A-Z0-9.-]*$/.test(symbol)) return null;
  for (const file of [`data/intraday/${day}/${symbol}.json`, `data/intraday/${symbol}.json`]) {
    if (!existsSync(join(folder, file.slice("data/".length)))) continue;
    const bars = once(folder, file, () => readJson(folder, file, intradaySeriesSchema));
    if (bars.start.some((start) => start.startsWith(day))) return bars;
  }
  return null;
}

/** The event days `data/intraday` holds bars of, and the symbols of each. */
export function intradayDays(folder = dataFolder()): { day: Day; symbols: string[] }[] {
  return readdirSync(join(folder, "intraday"))
    .filter(isDay)
    .toSorted()
    .map((day) => ({
      day,
      symbols: readdirSync(join(folder, "intraday", day))
        .map((name) => name.replace(/\.json$/, ""))
        .toSorted(),
    }));
}

/** All symbols with prices, in the file's order, to hold them against each other. */
export function openMarket(folder = dataFolder()): MarketPrices {
  return once(folder, "daily.parquet", (file) => openMarketPrices(join(folder, file.slice("data/".length)), file));
}

async function parsed(facts: MarketSeries, index: MarketIndex, folder: string): Promise<PriceSeries> {
  const file = "data/market/daily.parquet";
  const rows = await openMarket(folder).rows(facts.symbol);
  if (rows === null) throw new DataError(file, [facts.symbol], undefined, "a row group, as data/market/series.json lists it");
  const origins = facts.sources.map((source) => index.origins[source] ?? source);
  // The reader has checked every number and every day; a schema would look at 4,000 cells once more.
  return {
    symbol: facts.symbol,
    currency,
    timeZone,
    levels: facts.levels,
    source: "snapshot",
    asOf: index.asOf,
    origin: [...origins, ...(facts.levelsUntil === null ? [] : [`open, close and volume: ${index.levelsOrigin}`])].join("; "),
    ...rows,
    stubs: [],
  };
}

const series = new LRUCache<string, Promise<PriceSeries>>({ max: keptSeries });

function bySymbol(folder: string): Map<string, MarketSeries> {
  return once(folder, "by symbol", () => new Map(loadMarketIndex(folder).series.map((one) => [one.symbol, one])));
}

/** Parsed once: the files do not change while a process lives. */
const known = new Map<string, unknown>();

/** @param name in `data/market`, or a whole path that begins with `data/` */
function once<T>(folder: string, name: string, load: (file: string) => T): T {
  const file = name.startsWith("data/") ? name : `data/market/${name}`;
  const key = join(folder, file);
  if (!known.has(key)) known.set(key, load(file));
  return known.get(key) as T;
}

function readJson<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  let content: string;
  try {
    content = readFileSync(join(folder, file.slice("data/".length)), "utf8");
  } catch {
    throw new DataError(file, [], undefined, "a file that can be read");
  }
  try {
    return parseData(schema, JSON.parse(content), file);
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(file, [], content.slice(0, 40), `JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}
