import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { InstrumentKind } from "../../domain/market/instruments.ts";
import { isAbsent } from "../../domain/market/series.ts";
import type { Day, PriceSeries } from "../../domain/market/series.ts";
import { compareSeries } from "./compare-series.ts";
import { DataError, parseData } from "../data/data-error.ts";
import { dataFolder, loadExchanges, loadInstruments, readPriceSeries } from "../data/data-files.ts";
import { checkIntraday, checkMoves, doubtsAbout, refuseDoubts } from "../data/series-checks.ts";
import { noKnownDays, reasonFor } from "../data/known-days.ts";
import { intradayDays, loadLeftListings, loadMarketIndex, loadUniverse, openMarket, readIntradayOn, readMarketSeries } from "../data/market-files.ts";
import { marketKnownDaysSchema } from "../data/market-schema.ts";
import type { MarketKind, MarketSeries } from "../data/market-schema.ts";

const file = "data/market/daily.parquet";

/** Of a day's return; two roundings of one price are less apart. */
const aheadBound = 0.001;

/** Its days are the sessions of New York, as for `data/prices`. */
const calendarOf = "SPY";

/**
 * What a start asks of the market: that the prices are the file `series.json` was written for once that
 * had passed `checkMarket`, and that both are about the same symbols. Gives how many.
 */
export function checkMarketFile(folder = dataFolder()): number {
  const { sha256, series } = loadMarketIndex(folder);
  const path = join(folder, "market/daily.parquet");
  if (!existsSync(path)) throw new DataError(file, [], undefined, "a Parquet file that can be read");
  const digest = createHash("sha256").update(readFileSync(path)).digest("hex");
  if (digest !== sha256)
    throw new DataError("data/market/series.json", ["sha256"], sha256, `${digest}, the digest of daily.parquet: write both with npm run import:market`);
  const held = new Set(openMarket(folder).symbols);
  const at = series.findIndex(({ symbol }) => !held.has(symbol));
  if (at !== -1) throw new DataError("data/market/series.json", ["series", at, "symbol"], series[at]?.symbol, "a symbol of daily.parquet");
  checkNames(folder);
  return series.length;
}

/** Whatever has prices has a name and is the same kind of thing in both files; who left is not listed. */
function checkNames(folder: string): void {
  const listed = new Map(loadUniverse(folder).listed.map((one) => [one.symbol, one]));
  const left = new Set(loadLeftListings(folder).left.map(({ symbol }) => symbol));
  for (const [at, { symbol, kind }] of loadMarketIndex(folder).series.entries()) {
    const one = listed.get(symbol);
    if (one === undefined && !left.has(symbol))
      throw new DataError("data/market/series.json", ["series", at, "symbol"], symbol, "a symbol of universe.json or left.json");
    if (one !== undefined && one.kind !== kind)
      throw new DataError("data/market/series.json", ["series", at, "kind"], kind, `"${one.kind}", as in universe.json`);
  }
  const both = [...left].find((symbol) => listed.has(symbol));
  if (both !== undefined) throw new DataError("data/market/left.json", ["left"], both, "a symbol that universe.json does not list");
}

/**
 * Holds every series of the market against its line of the index, the sessions of New York, the bounds of
 * `series-checks` and the file of the same symbol in `data/prices`. Throws a `DataError` about the first
 * thing that is wrong; gives how many series there are.
 */
export async function checkMarket(folder = dataFolder()): Promise<number> {
  const index = loadMarketIndex(folder);
  const prices = openMarket(folder);
  const listed = new Set(index.series.map(({ symbol }) => symbol));
  const stranger = prices.symbols.find((symbol) => !listed.has(symbol));
  if (stranger !== undefined) throw new DataError(file, ["row_groups"], stranger, "a symbol of data/market/series.json");

  const known = readKnown(folder);
  for (const [list, entries] of Object.entries(known)) {
    const at = entries.findIndex(({ symbol }) => !listed.has(symbol));
    if (at !== -1) throw new DataError("data/market/known-days.json", [list, at, "symbol"], entries[at]?.symbol, "a symbol of data/market/series.json");
  }
  const sessions = (await read(calendarOf, folder)).days;
  checkCalendar(sessions, folder);
  const place = new Map(sessions.map((day, at) => [day, at]));
  const instruments = loadInstruments(folder);
  for (const facts of index.series) {
    const series = await read(facts.symbol, folder);
    checkFacts(facts, series);
    checkSessions(series, sessions, place);
    refuseDoubts(`${file}, ${facts.symbol}`, doubtsAbout(series, instrumentKinds[facts.kind], { ...noKnownDays, jumps: known.jumps }));
    checkLevels(series);
    const other = Object.hasOwn(instruments, facts.symbol) ? readPriceSeries(facts.symbol, folder) : null;
    if (other === null) continue;
    const differing = compareSeries(levelsApart(other, series), series).days.find((day) => reasonFor(known.differences, facts.symbol, day) === null);
    if (differing !== undefined)
      throw new DataError(
        file,
        [facts.symbol, "days", series.days.indexOf(differing)],
        differing,
        `a return within 0.05 points of data/prices/${facts.symbol}.json, or its reason in data/market/known-days.json`,
      );
  }
  await checkBars(folder);
  return index.series.length;
}

const instrumentKinds: Record<MarketKind, InstrumentKind> = { share: "equity", fund: "etf", index: "index", preferred: "equity", note: "equity" };

async function read(symbol: string, folder: string): Promise<PriceSeries> {
  const series = await readMarketSeries(symbol, folder);
  if (series === null || isAbsent(series))
    throw new DataError("data/market/series.json", ["series"], undefined, `${symbol}, whose days are the sessions of New York`);
  return series;
}

/** Bars of an event day against the daily rows of their symbol. */
async function checkBars(folder: string): Promise<void> {
  const exchange = loadExchanges(folder).find(({ sessionsOf }) => sessionsOf === calendarOf);
  if (exchange === undefined) return;
  for (const { day, symbols } of intradayDays(folder)) {
    for (const symbol of symbols) {
      const name = `data/intraday/${day}/${symbol}.json`;
      const bars = readIntradayOn(day, symbol, folder);
      if (bars === null) throw new DataError(name, ["start"], undefined, `bars of ${day}`);
      if (bars.symbol !== symbol) throw new DataError(name, ["symbol"], bars.symbol, `"${symbol}", as the file is called`);
      const daily = await readMarketSeries(symbol, folder);
      if (daily === null || isAbsent(daily)) throw new DataError(name, ["symbol"], symbol, "a symbol of data/market/series.json");
      checkIntraday(bars, daily, exchange, name);
      checkMoves(bars, daily, exchange, name);
    }
  }
}

function readKnown(folder: string) {
  const name = "data/market/known-days.json";
  const path = join(folder, "market/known-days.json");
  if (!existsSync(path)) throw new DataError(name, [], undefined, "a file that can be read");
  return parseData(marketKnownDaysSchema, JSON.parse(readFileSync(path, "utf8")), name);
}

function checkFacts({ symbol, first, last, levelsUntil }: MarketSeries, { days, close }: PriceSeries): void {
  const at = close.findLastIndex((level) => level !== null);
  const held = { first: days[0], last: days.at(-1), levelsUntil: at === -1 ? null : days[at] };
  for (const [field, said] of Object.entries({ first, last, levelsUntil })) {
    const is = Reflect.get(held, field);
    if (said !== is) throw new DataError("data/market/series.json", ["series", symbol, field], said, `${is}, as in daily.parquet`);
  }
}

/** A dividend makes a close fall short of its adjusted close, never get ahead of it: such a row is no close. */
function checkLevels({ symbol, days, close, adjclose }: PriceSeries): void {
  for (const [at, day] of days.entries()) {
    const [before, now] = [close[at - 1] ?? null, close[at] ?? null];
    if (before === null || now === null) continue;
    const ahead = now / before - (adjclose[at] ?? NaN) / (adjclose[at - 1] ?? NaN);
    if (ahead > aheadBound)
      throw new DataError(file, [symbol, "close", at], now, `a close that rises no more than ${aheadBound * 100} points above the adjusted one on ${day}`);
  }
}

/** Two takings of one calendar: the sessions are those of `data/prices` as far as that goes. */
function checkCalendar(sessions: Day[], folder: string): void {
  const older = readPriceSeries(calendarOf, folder)?.days ?? [];
  const [first = "", last = ""] = [older[0], older.at(-1)];
  const ours = sessions.filter((day) => first <= day && day <= last);
  const theirs = older.filter((day) => day >= (sessions[0] ?? ""));
  const at = ours.findIndex((day, i) => day !== theirs[i]);
  if (at !== -1 || ours.length !== theirs.length)
    throw new DataError(file, [calendarOf, "days"], ours[at] ?? theirs[ours.length], `the sessions of data/prices/${calendarOf}.json`);
}

/** Between its first and its last day a series has a row for every session, and for nothing else. */
function checkSessions({ symbol, days }: PriceSeries, sessions: Day[], place: Map<Day, number>): void {
  const from = place.get(days[0] ?? "");
  const at = days.findIndex((day, i) => from === undefined || sessions[from + i] !== day);
  if (at === -1) return;
  const wanted = from === undefined ? "a session of New York" : `${sessions[from + at] ?? "nothing more"}, the next session of New York`;
  throw new DataError(file, [symbol, "days", at], days[at], wanted);
}

/** Levels of two takings lie on either side of a later split; where one has none, returns alone are compared. */
function levelsApart(older: PriceSeries, newer: PriceSeries): PriceSeries {
  return newer.levels === "adjusted-only" ? { ...older, close: older.close.map(() => null) } : older;
}
