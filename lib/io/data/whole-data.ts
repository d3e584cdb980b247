import { join } from "node:path";
import type { PriceSeries } from "../../domain/market/series.ts";
import { checkAcross } from "./article-checks.ts";
import { checkAgainstSessions } from "./calendar-schema.ts";
import { DataError } from "./data-error.ts";
import {
  articleSlugs,
  dataFolder,
  loadArticle,
  loadCalendars,
  loadCapex,
  loadChanges,
  loadCompositions,
  loadExchanges,
  loadInstruments,
  loadKnownDays,
  readIntradaySeries,
  readPriceSeries,
} from "./data-files.ts";
import { checkIntraday } from "./series-checks.ts";
import { jsonNames } from "./json-files.ts";
import { quotedAt } from "./instrument-checks.ts";
import { checkEventDays, checkSessions } from "./session-checks.ts";

/** How much of everything there is. */
export interface DataCounts {
  articles: number;
  claims: number;
  instruments: number;
  exchanges: number;
  compositions: number;
  companies: number;
  prices: number;
  intraday: number;
}

/**
 * Every file, read as the site reads it, and then held against all the others: too slow for a page,
 * done once before a start. Throws a `DataError` about the first thing that is wrong.
 */
export function checkWholeData(folder = dataFolder()): DataCounts {
  const instruments = loadInstruments(folder);
  const exchanges = loadExchanges(folder);
  const compositions = loadCompositions(folder);
  const capex = loadCapex(folder);
  const known = loadKnownDays(folder);
  loadChanges(folder);
  checkFolders(folder);
  const articles = articleSlugs(folder).map((slug) => loadArticle(slug, folder));
  const symbols = Object.keys(instruments);
  const prices = symbols.flatMap((symbol) => readPriceSeries(symbol, folder) ?? []);
  const intraday = symbols.flatMap((symbol) => readIntradaySeries(symbol, folder) ?? []);
  const series: Record<string, PriceSeries> = Object.fromEntries(prices.map((one) => [one.symbol, one]));

  for (const [kind, list] of Object.entries(known)) {
    for (const [at, { symbol }] of list.entries()) quotedAt("data/known-days.json", [kind, at, "symbol"], symbol, instruments);
  }
  const facts = { exchanges, instruments, series, known };
  checkSessions(facts);
  for (const article of articles) {
    const file = `data/articles/${article.slug}.json`;
    checkAcross(file, article, articles);
    checkEventDays(file, article, facts);
  }
  checkAgainstSessions("data/calendars.json", loadCalendars(folder), (id) => series[exchanges.find((one) => one.id === id)?.sessionsOf ?? ""]?.days ?? []);
  for (const one of intraday) {
    const daily = series[one.symbol];
    const exchange = exchanges.find(({ id }) => id === instruments[one.symbol]?.exchange);
    if (daily !== undefined && exchange !== undefined) checkIntraday(one, daily, exchange);
  }
  return {
    articles: articles.length,
    claims: articles.reduce((count, { claims }) => count + claims.length, 0),
    instruments: symbols.length,
    exchanges: exchanges.length,
    compositions: Object.keys(compositions).length,
    companies: capex.companies.length,
    prices: prices.length,
    intraday: intraday.length,
  };
}

/** A file of nobody is read by nobody: it is a misspelt one, or one left behind. */
function checkFolders(folder: string): void {
  const instruments = loadInstruments(folder);
  for (const kind of ["prices", "intraday"]) {
    for (const symbol of namesIn(folder, kind)) {
      const instrument = Object.hasOwn(instruments, symbol) ? instruments[symbol] : undefined;
      if (instrument === undefined || "none" in instrument.yahoo) {
        throw new DataError(`data/${kind}/${symbol}.json`, [], symbol, "the symbol of a quoted instrument of data/instruments.json");
      }
    }
  }
}

function namesIn(folder: string, kind: string): string[] {
  try {
    return jsonNames(join(folder, kind));
  } catch {
    throw new DataError(`data/${kind}`, [], undefined, "a folder that can be read");
  }
}
