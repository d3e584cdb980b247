import { msBetween, sessionClose, sessionOpen, sessionsOf } from "../market/calendar.ts";
import { eventDay } from "../market/event-day.ts";
import type { EventDay } from "../market/event-day.ts";
import type { Exchange, ExchangeId, Instrument, Member } from "../market/instruments.ts";
import { legs, portfolioLeg } from "./legs.ts";
import type { AdjustedCloses } from "../market/levels.ts";
import { movesOf } from "./moves.ts";
import type { BenchmarkLegs, Legs, Moves, Path } from "./moves.ts";
import { AROUND, path } from "./path.ts";
import type { Reach } from "./path.ts";
import { equalWeightIndex } from "../market/portfolio.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, Day, Instant, IntradaySeries, PriceSeries } from "../market/series.ts";

/** What the market did around one publication: the series, read on its clock. */
export interface MarketData {
  publishedAt: Instant;
  instruments: Record<string, Instrument>;
  exchanges: Exchange[];
  /** Symbols, in the order in which they are shown. */
  benchmarks: string[];
  series: Record<string, PriceSeries>;
  /** By the symbol that tells an exchange's sessions, where they reach further than that series: one may be behind the others. */
  sessions?: Record<string, { days: Day[] }>;
  intraday: Record<string, IntradaySeries>;
}

/** One line of it: an instrument's, or a portfolio's. */
export interface Track {
  eventDay: EventDay | Absence;
  moves: Moves | Absence;
  path: Path | Absence;
}

/** When an exchange could first react, from its own sessions. */
export function eventDayOn(data: MarketData, id: ExchangeId): EventDay | Absence {
  const exchange = exchangeOf(data, id);
  const sessions = isAbsent(exchange) ? exchange : sessionsOf(exchange, data.sessions ?? data.series);
  if (isAbsent(exchange)) return exchange;
  return isAbsent(sessions) ? sessions : eventDay(data.publishedAt, exchange, sessions);
}

/** The track of an instrument with a series of its own; its path as far as asked. */
export function trackOf(data: MarketData, symbol: string, reach: Reach = AROUND): Track {
  const trading = tradingOf(data, symbol);
  if (isAbsent(trading)) return untracked(trading);
  const { event, series } = trading;
  return {
    eventDay: event,
    moves: movesOf(legsOf(data, symbol, trading), benchmarkLegs(data, symbol, trading)),
    path: path(series, event, trading.sessions, reach),
  };
}

/** The track of an equal-weight portfolio. It needs every member, and one event day for them all. */
export function trackOfPortfolio(data: MarketData, id: string, members: Member[], reach: Reach = AROUND): Track {
  const tradings: Trading[] = [];
  for (const { symbol } of members) {
    const trading = tradingOf(data, symbol);
    if (isAbsent(trading)) return untracked(trading);
    tradings.push(trading);
  }
  const first = tradings[0];
  if (first === undefined) return untracked(absence("no-price", `${id} has no members.`));
  if (!tradings.every((trading) => sameSession(trading, first))) {
    return untracked(absence("no-session", `The members of ${id} do not trade in the same session.`));
  }
  const each = members.map(({ symbol }, i) => legsOf(data, symbol, tradings[i] ?? first));
  const own: Legs = {
    close: portfolioLeg(each.map((leg) => leg.close)),
    publication: portfolioLeg(each.map((leg) => leg.publication)),
    open: portfolioLeg(each.map((leg) => leg.open)),
  };
  const index = portfolioCloses(data, id, members);
  return {
    eventDay: first.event,
    moves: movesOf(own, benchmarkLegs(data, id, first)),
    path: isAbsent(index) ? index : path(index, first.event, first.sessions, reach),
  };
}

/** A portfolio's index in the shape of a series. */
function portfolioCloses(data: Pick<MarketData, "series">, id: string, members: Member[]): AdjustedCloses | Absence {
  const index = equalWeightIndex(id, members, data.series);
  return isAbsent(index) ? index : { symbol: id, days: index.days, adjclose: index.level };
}

/** Where and when an instrument trades around the publication. */
interface Trading {
  exchange: Exchange;
  sessions: Day[];
  event: EventDay;
  series: PriceSeries;
}

function tradingOf(data: MarketData, symbol: string): Trading | Absence {
  const id = data.instruments[symbol]?.exchange ?? null;
  const series = data.series[symbol];
  if (id === null || series === undefined || series.days.length === 0) {
    return absence("no-price", `There are no prices of ${symbol} in the data.`);
  }
  const exchange = exchangeOf(data, id);
  if (isAbsent(exchange)) return exchange;
  const sessions = sessionsOf(exchange, data.sessions ?? data.series);
  if (isAbsent(sessions)) return sessions;
  const event = eventDay(data.publishedAt, exchange, sessions);
  return isAbsent(event) ? event : { exchange, sessions, event, series };
}

function exchangeOf(data: MarketData, id: ExchangeId): Exchange | Absence {
  return data.exchanges.find((exchange) => exchange.id === id) ?? absence("no-session", `The hours of ${id} are not in the data.`);
}

function legsOf(data: MarketData, symbol: string, { series, event, exchange }: Trading): Legs {
  return legs(series, data.intraday[symbol] ?? null, event, exchange, data.publishedAt);
}

function benchmarkLegs(data: MarketData, symbol: string, trading: Trading): BenchmarkLegs[] {
  return data.benchmarks.map((benchmark) => ({ benchmark, legs: benchmarkLegsFor(data, symbol, trading, benchmark) }));
}

function benchmarkLegsFor(data: MarketData, symbol: string, trading: Trading, benchmark: string): Legs | Absence {
  if (symbol === benchmark) return absence("same-as-benchmark", `${symbol} is this benchmark.`);
  if (data.instruments[symbol]?.volatilityIndex === true) {
    return absence("no-benchmark", `${symbol} is a level of expected volatility: its change is not a return to set against one.`);
  }
  const other = tradingOf(data, benchmark);
  if (isAbsent(other)) return other;
  if (!sameSession(trading, other)) {
    return absence("no-benchmark", `A day of ${trading.exchange.name} ends before that day of ${other.exchange.name} begins: the two hold different news.`);
  }
  return legsOf(data, benchmark, other);
}

/** Same days, and hours that overlap: a day in Tokyo is over before the same day in New York begins. */
function sameSession(a: Trading, b: Trading): boolean {
  if (a.event.eventDay !== b.event.eventDay || a.event.baseDay !== b.event.baseDay) return false;
  const [early, late] = [a, b].toSorted((x, y) => msBetween(openOf(y), openOf(x)));
  return early === undefined || late === undefined || msBetween(openOf(late), closeOf(early)) > 0;
}

const openOf = (trading: Trading) => sessionOpen(trading.exchange, trading.event.eventDay);
const closeOf = (trading: Trading) => sessionClose(trading.exchange, trading.event.eventDay);

function untracked(why: Absence): Track {
  return { eventDay: why, moves: why, path: why };
}
