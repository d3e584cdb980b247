import { benchmarksOf } from "../article/article-groups.ts";
import type { Article } from "../article/article.ts";
import { addDays, wallClock } from "../market/calendar.ts";
import type { EventDay } from "../market/event-day.ts";
import { instrumentReport } from "./instrument-report.ts";
import type { InstrumentReport } from "./instrument-report.ts";
import type { Composition, Exchange, ExchangeId, Instrument } from "../market/instruments.ts";
import type { Absence, Day, IntradaySeries, PriceSeries } from "../market/series.ts";
import { eventDayOn } from "../moves/market-data.ts";
import type { MarketData } from "../moves/market-data.ts";

export type { InstrumentReport, PartReport, Provenance } from "./instrument-report.ts";

/** What has to be loaded for an article: pure data, made by `planReport`. */
export interface ReportPlan {
  slug: string;
  /** Symbols with a series of their own, benchmarks and constituents included, sorted. */
  symbols: string[];
  intraday: string[];
  benchmarks: string[];
  /** Every day since: horizons, and the change to the latest price, reach as far as the data. */
  from: Day;
}

/** The whole article beside the whole tape. JSON-safe: it is also what the API sends. */
export interface ImpactReport {
  article: Article;
  benchmarks: string[];
  /** One per exchange, in the order of the data. */
  eventDays: Record<ExchangeId, EventDay | Absence>;
  /** By symbol: every instrument of data/instruments.json. */
  instruments: Record<string, InstrumentReport>;
}

/** What an article is judged against: facts in files, read once. */
export interface ReportFacts {
  article: Article;
  instruments: Record<string, Instrument>;
  compositions: Record<string, Composition>;
  exchanges: Exchange[];
}

/** What was loaded for a plan. A symbol that could not be loaded is simply not there. */
export interface Loaded {
  series: Record<string, PriceSeries>;
  intraday: Record<string, IntradaySeries>;
}

/** Calendar days that hold 260 sessions before an event, with room for holidays: the estimation window reaches that far. */
const DAYS_BEFORE = 400;

/** Everything an article's report needs: each instrument with a quote, whatever defines sessions, every member behind a group or proxy. */
export function planReport({ article, instruments, compositions, exchanges }: ReportFacts): ReportPlan {
  const quoted = Object.values(instruments).filter((instrument) => "symbol" in instrument.yahoo);
  const members = Object.values(compositions).flatMap(symbolsBehind);
  const symbols = new Set([...quoted.map(({ symbol }) => symbol), ...members, ...exchanges.map((e) => e.sessionsOf)]);
  return {
    slug: article.slug,
    symbols: [...symbols].toSorted(),
    intraday: quoted
      .filter(({ kind, levels }) => kind !== "index" && levels === "market")
      .map(({ symbol }) => symbol)
      .toSorted(),
    benchmarks: benchmarksOf(article, instruments),
    from: addDays(wallClock(article.publishedAt, "UTC").day, -DAYS_BEFORE),
  };
}

function symbolsBehind(composition: Composition): string[] {
  return composition.kind === "group"
    ? [...composition.members, ...composition.apart].map(({ symbol }) => symbol)
    : composition.proxies.flatMap(({ members }) => members.map(({ symbol }) => symbol));
}

/** The loaded series on the article's clock. */
export function marketDataOf(plan: ReportPlan, { article, instruments, exchanges }: ReportFacts, loaded: Loaded): MarketData {
  return { ...loaded, publishedAt: article.publishedAt, instruments, exchanges, benchmarks: plan.benchmarks };
}

/** The whole report from what was loaded. Every instrument has its row, whether or not it has a price. */
export function concludeReport(plan: ReportPlan, facts: ReportFacts, loaded: Loaded): ImpactReport {
  const data = marketDataOf(plan, facts, loaded);
  return {
    article: facts.article,
    benchmarks: plan.benchmarks,
    eventDays: Object.fromEntries(facts.exchanges.map(({ id }) => [id, eventDayOn(data, id)])),
    instruments: Object.fromEntries(Object.values(facts.instruments).map((instrument) => [instrument.symbol, instrumentReport(instrument, facts, data)])),
  };
}
