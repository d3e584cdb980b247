import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import type { Article } from "../../domain/article/article.ts";
import type { Capex } from "../../domain/article/capex.ts";
import type { Change } from "../../domain/edition.ts";
import type { Composition, Exchange, Instrument } from "../../domain/market/instruments.ts";
import type { IntradaySeries, PriceSeries } from "../../domain/market/series.ts";
import { calendarsSchema, checkCalendars } from "./calendar-schema.ts";
import type { HeldCalendar } from "./calendar-schema.ts";
import { checkArticle } from "./article-checks.ts";
import { articleSchema } from "./article-schema.ts";
import { changesSchema } from "./changes-schema.ts";
import { DataError, parseData } from "./data-error.ts";
import { checkCapex, checkCompositions, checkInstruments, checkSeries } from "./instrument-checks.ts";
import { capexSchema, compositionsSchema, instrumentsSchema } from "./instrument-schema.ts";
import { jsonNames } from "./json-files.ts";
import { knownDaysSchema } from "./known-days.ts";
import type { KnownDays } from "./known-days.ts";
import { doubtsAbout, refuseDoubts } from "./series-checks.ts";
import { intradaySeriesSchema, priceSeriesSchema } from "./series-schema.ts";

/** Where the facts are. Another folder is for tests. */
export function dataFolder(): string {
  return join(process.cwd(), "data");
}

/** By name; at least one. */
export function articleSlugs(folder = dataFolder()): string[] {
  const slugs = namesIn(join(folder, "articles"));
  if (slugs.length === 0) throw new DataError("data/articles", [], undefined, "at least one article, <slug>.json");
  return slugs;
}

export function loadArticle(slug: string, folder = dataFolder()): Article {
  return once(folder, `articles/${slug}.json`, (file) => {
    const article = read(folder, file, articleSchema);
    if (article.slug !== slug) throw new DataError(file, ["slug"], article.slug, `"${slug}", as the file is called`);
    checkArticle(file, article, loadInstruments(folder), loadCompositions(folder));
    return article;
  });
}

/** With the calendar each keeps, where one is held. */
export function loadExchanges(folder = dataFolder()): Exchange[] {
  return once(folder, "exchanges with calendars", () => {
    const calendars = loadCalendars(folder);
    return instrumentFacts(folder).exchanges.map((exchange) => {
      const held = calendars.find(({ exchanges }) => exchanges.includes(exchange.id));
      if (held === undefined) return exchange;
      const { from, until, closed, earlyCloses } = held;
      return { ...exchange, calendar: { from, until, closed, earlyCloses } };
    });
  });
}

/** Holidays and early closes, one list for exchanges that keep the same days. */
export function loadCalendars(folder = dataFolder()): HeldCalendar[] {
  return once(folder, "calendars.json", (file) => {
    const calendars = read(folder, file, calendarsSchema);
    checkCalendars(file, calendars, instrumentFacts(folder).exchanges);
    return calendars;
  });
}

export function loadInstruments(folder = dataFolder()): Record<string, Instrument> {
  return instrumentFacts(folder).instruments;
}

export function loadCompositions(folder = dataFolder()): Record<string, Composition> {
  return once(folder, "baskets.json", (file) => {
    const compositions = read(folder, file, compositionsSchema);
    checkCompositions(file, compositions, loadInstruments(folder));
    return Object.fromEntries(compositions.map((one) => [one.symbol, one]));
  });
}

export function loadCapex(folder = dataFolder()): Capex {
  return once(folder, "capex.json", (file) => {
    const capex = read(folder, file, capexSchema);
    checkCapex(file, capex, loadInstruments(folder));
    return capex;
  });
}

/** What changed in method and data, newest first. */
export function loadChanges(folder = dataFolder()): Change[] {
  return once(folder, "changes.json", (file) => read(folder, file, changesSchema));
}

/** Days the checks of series would stop at, with the reason why they are real. */
export function loadKnownDays(folder = dataFolder()): KnownDays {
  return once(folder, "known-days.json", (file) => read(folder, file, knownDaysSchema));
}

/** Daily bars of an instrument, or null where it is none of ours or nobody quotes it. */
export function readPriceSeries(symbol: string, folder = dataFolder()): PriceSeries | null {
  return readSeries("prices", symbol, folder, priceSeriesSchema, (file, series, { kind }) => {
    refuseDoubts(file, doubtsAbout(series, kind, loadKnownDays(folder)));
  });
}

/** 5-minute closes around the event, or null where we hold none. */
export function readIntradaySeries(symbol: string, folder = dataFolder()): IntradaySeries | null {
  return readSeries("intraday", symbol, folder, intradaySeriesSchema);
}

function instrumentFacts(folder: string): { exchanges: Exchange[]; instruments: Record<string, Instrument> } {
  return once(folder, "instruments.json", (file) => {
    const { exchanges, instruments } = read(folder, file, instrumentsSchema);
    checkInstruments(file, exchanges, instruments, (symbol) => existsSync(join(folder, "prices", `${symbol}.json`)));
    return { exchanges, instruments: Object.fromEntries(instruments.map((one) => [one.symbol, one])) };
  });
}

function readSeries<T extends PriceSeries | IntradaySeries>(
  kind: "prices" | "intraday",
  symbol: string,
  folder: string,
  schema: z.ZodType<T>,
  check: (file: string, series: T, instrument: Instrument) => void = () => {},
): T | null {
  // The allow-list comes first: a symbol from a URL never becomes a path.
  const { exchanges, instruments } = instrumentFacts(folder);
  const instrument = Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
  if (instrument === undefined || !existsSync(join(folder, kind, `${symbol}.json`))) return null;
  return once(folder, `${kind}/${symbol}.json`, (file) => {
    const series = read(folder, file, schema);
    checkSeries(file, series, instrument, exchanges);
    check(file, series, instrument);
    return series;
  });
}

/** Parsed once: the files do not change while a process lives. */
const known = new Map<string, unknown>();

/** @param file its path inside the folder, which with the folder tells what `load` gives */
function once<T>(folder: string, file: string, load: (file: string) => T): T {
  const key = join(folder, file);
  if (!known.has(key)) known.set(key, load(`data/${file}`));
  return known.get(key) as T;
}

function namesIn(path: string): string[] {
  try {
    return jsonNames(path);
  } catch {
    return [];
  }
}

/** @param file as a message calls it: `data/…` */
function read<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  const path = join(folder, file.slice("data/".length));
  return parseData(schema, json(path, file), file);
}

function json(path: string, file: string): unknown {
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch {
    throw new DataError(file, [], undefined, "a file that can be read");
  }
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new DataError(file, [], content.slice(0, 40), `JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}
