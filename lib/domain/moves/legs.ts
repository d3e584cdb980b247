import { msBetween, sessionClose, wallClock } from "../market/calendar.ts";
import type { EventDay } from "../market/event-day.ts";
import type { Exchange } from "../market/instruments.ts";
import { changeBetween, factorOn, noPriceOn, quotedClose } from "../market/levels.ts";
import type { Leg, Legs } from "./moves.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, Instant, IntradaySeries, PriceSeries } from "../market/series.ts";

const BAR_MS = 5 * 60_000;

/** From each of the three bases to the event day's close, or why not. */
export function legs(series: PriceSeries, intraday: IntradaySeries | null, event: EventDay, exchange: Exchange, publishedAt: Instant): Legs {
  const stub = series.stubs.find(({ day }) => day === event.eventDay || day === event.baseDay);
  if (stub !== undefined) {
    const why = absence("stub-session", stub.reason);
    return { close: why, publication: why, open: why };
  }
  return {
    close: legFromClose(series, event),
    publication: legFromPublication(series, intraday, event, exchange, publishedAt),
    open: legFromOpen(series, event),
  };
}

/** From the base day's close: the whole move, whatever was known before the publication. */
function legFromClose(series: PriceSeries, event: EventDay): Leg | Absence {
  const move = changeBetween(series, event.baseDay, event.eventDay);
  if (isAbsent(move)) return move;
  return {
    base: "close",
    baseDay: event.baseDay,
    eventDay: event.eventDay,
    basePrice: quotedClose(series, event.baseDay),
    eventPrice: quotedClose(series, event.eventDay),
    move,
  };
}

/** From the event day's open, the first price anyone could deal at in the session. */
function legFromOpen(series: PriceSeries, event: EventDay): Leg | Absence {
  const at = series.days.indexOf(event.eventDay);
  const adjclose = series.adjclose[at];
  if (adjclose === undefined) return noPriceOn(series, event.eventDay);
  const open = series.open[at] ?? null;
  const close = series.close[at] ?? null;
  if (open === null || close === null) {
    return absence("no-open", `The source has no opening price of ${series.symbol} for that day.`);
  }
  return {
    base: "open",
    baseDay: event.eventDay,
    eventDay: event.eventDay,
    basePrice: series.levels === "adjusted-only" ? null : open,
    eventPrice: quotedClose(series, event.eventDay),
    // The open is brought to the scale of adjusted closes by that day's own factor.
    move: adjclose / (open * (adjclose / close)) - 1,
  };
}

/**
 * From the last 5-minute price that stood when the article appeared. Refused where none was dealt
 * since the base close, and where closes were adjusted for a later split: 5-minute prices are as
 * printed, and the two scales would differ by the split.
 */
function legFromPublication(series: PriceSeries, intraday: IntradaySeries | null, event: EventDay, exchange: Exchange, publishedAt: Instant): Leg | Absence {
  if (intraday === null) {
    return absence("no-intraday", `No 5-minute prices of ${series.symbol} are held for these days.`);
  }
  if (series.levels !== "market") {
    return absence("no-intraday", `Daily closes of ${series.symbol} are adjusted and cannot be set against 5-minute prices.`);
  }
  const ended = (start: Instant) => msBetween(start, publishedAt) >= BAR_MS;
  const at = intraday.start.findLastIndex(ended);
  const start = intraday.start[at];
  const price = intraday.close[at];
  const baseClose = sessionClose(exchange, event.baseDay);
  if (start === undefined || price === undefined || msBetween(baseClose, start) < 0) {
    return absence("no-intraday", `No 5-minute price of ${series.symbol} between the close before and the publication.`);
  }
  const baseDay = wallClock(start, exchange.timeZone).day;
  const adjusted = price * (factorOn(series, baseDay) ?? factorOn(series, event.baseDay) ?? Number.NaN);
  const end = series.adjclose[series.days.indexOf(event.eventDay)];
  if (end === undefined || Number.isNaN(adjusted)) return noPriceOn(series, event.eventDay);
  return {
    base: "publication",
    baseDay,
    baseAt: new Date(Date.parse(start) + BAR_MS).toISOString(),
    eventDay: event.eventDay,
    basePrice: price,
    eventPrice: quotedClose(series, event.eventDay),
    move: end / adjusted - 1,
  };
}

/**
 * An equal-weight portfolio's leg: the plain mean of its members' legs. It needs every member. Exact
 * over one session, which every leg is; over more, the mean of returns is not the portfolio's.
 */
export function portfolioLeg(members: (Leg | Absence)[]): Leg | Absence {
  const found: Leg[] = [];
  for (const leg of members) {
    if (isAbsent(leg)) return leg;
    found.push(leg);
  }
  const first = found[0];
  if (first === undefined) return absence("no-price", "A portfolio without members has no price.");
  const oldest = found.map(({ baseAt }) => baseAt ?? "").toSorted()[0];
  return {
    base: first.base,
    baseDay: first.baseDay,
    ...(oldest ? { baseAt: oldest } : {}),
    eventDay: first.eventDay,
    basePrice: null,
    eventPrice: null,
    move: found.reduce((sum, { move }) => sum + move, 0) / found.length,
  };
}
