import { addDays, sessionClose, sessionsOf } from "../../domain/market/calendar.ts";
import { eventDay } from "../../domain/market/event-day.ts";
import type { Article } from "../../domain/article/article.ts";
import type { Exchange, Instrument } from "../../domain/market/instruments.ts";
import { isAbsent } from "../../domain/market/series.ts";
import type { Day, PriceSeries } from "../../domain/market/series.ts";
import { DataError } from "./data-error.ts";
import { reasonFor } from "./known-days.ts";
import type { KnownDays } from "./known-days.ts";

interface Facts {
  exchanges: Exchange[];
  instruments: Record<string, Instrument>;
  series: Record<string, PriceSeries>;
  known: KnownDays;
}

/** Exchanges that share one series for their sessions share one calendar. */
export function checkSessions(facts: Facts): void {
  for (const symbol of new Set(facts.exchanges.map((exchange) => exchange.sessionsOf))) {
    const calendar = facts.series[symbol];
    if (calendar === undefined) continue;
    const sharing = new Set(facts.exchanges.flatMap((exchange) => (exchange.sessionsOf === symbol ? [exchange.id] : [])));
    const others = Object.values(facts.series).filter((one) => {
      const exchange = facts.instruments[one.symbol]?.exchange ?? null;
      return one.symbol !== symbol && exchange !== null && sharing.has(exchange);
    });
    checkCalendar(calendar, others, facts.known);
    for (const one of others) checkDays(one, calendar, facts.known);
  }
}

/** A day on which most others traded was a session: then the series that says so has lost a row, not they gained one. */
function checkCalendar(calendar: PriceSeries, others: PriceSeries[], known: KnownDays): void {
  const held = new Set(calendar.days);
  const end = calendar.days.at(-1) ?? "";
  const traded = new Map<Day, number>();
  // Of days after its end it knows nothing where the others were taken later; taken with them, it is cut short.
  for (const { days, asOf } of others)
    for (const day of days) if (!held.has(day) && (day <= end || asOf <= calendar.asOf)) traded.set(day, (traded.get(day) ?? 0) + 1);
  for (const [day, count] of [...traded].toSorted(([a], [b]) => a.localeCompare(b))) {
    const living = others.filter(({ days }) => (days[0] ?? day) <= day && day <= (days.at(-1) ?? day)).length;
    if (count * 2 > living && living > 1 && reasonFor(known.gaps, calendar.symbol, day) === null) {
      throw new DataError(
        priceFile(calendar),
        ["days"],
        neighbours(calendar.days, day),
        `a row for ${day}, on which ${count} others of the same sessions traded, or its reason in data/known-days.json`,
      );
    }
  }
}

/** Between its first and its last day an instrument has a row for every session, and for nothing else. */
function checkDays(series: PriceSeries, calendar: PriceSeries, known: KnownDays): void {
  const sessions = new Set(calendar.days);
  const end = calendar.days.at(-1) ?? "";
  for (const [at, day] of series.days.entries()) {
    // One series may have been taken later than the one that says which days were sessions.
    if (day > end || sessions.has(day) || reasonFor(known.strangers, series.symbol, day) !== null) continue;
    throw new DataError(
      priceFile(series),
      ["days", at],
      day,
      `a session of its exchange, which are the days of ${calendar.symbol}, or its reason in data/known-days.json`,
    );
  }
  const held = new Set(series.days);
  const [first = "", last = ""] = [series.days[0], series.days.at(-1)];
  const lost = calendar.days.find((day) => first < day && day < last && !held.has(day) && reasonFor(known.gaps, series.symbol, day) === null);
  if (lost !== undefined) {
    throw new DataError(
      priceFile(series),
      ["days"],
      neighbours(series.days, lost),
      `a row for ${lost}, a session of its exchange, or its reason in data/known-days.json`,
    );
  }
}

/**
 * Every exchange's sessions hold the event day of an article and the day before it, and those are the
 * weekdays next to the publication: a row lost there would move the event without a word.
 */
export function checkEventDays(file: string, { publishedAt }: Article, { exchanges, series, known }: Facts): void {
  for (const exchange of exchanges) {
    const sessions = sessionsOf(exchange, series);
    const event = isAbsent(sessions) ? sessions : eventDay(publishedAt, exchange, sessions);
    if (isAbsent(event))
      throw new DataError(
        file,
        ["publishedAt"],
        publishedAt,
        `an instant with sessions of ${exchange.name} before and after it in data/prices/${exchange.sessionsOf}.json`,
      );
    const days = series[exchange.sessionsOf]?.days ?? [];
    const open = (day: Day) => isWeekday(day) && reasonFor(known.gaps, exchange.sessionsOf, day) === null;
    const wanted = firstOf(event.publishedDay, 1, (day) => open(day) && Date.parse(sessionClose(exchange, day)) > Date.parse(publishedAt));
    const before = firstOf(addDays(wanted, -1), -1, open);
    for (const [what, day] of [
      ["event day", wanted],
      ["session before the event", before],
    ] as const) {
      if (days.includes(day)) continue;
      throw new DataError(
        `data/prices/${exchange.sessionsOf}.json`,
        ["days"],
        neighbours(days, day),
        `a row for ${day}, the ${what} of ${file} in ${exchange.name}, or its reason in data/known-days.json`,
      );
    }
  }
}

const priceFile = ({ symbol }: PriceSeries): string => `data/prices/${symbol}.json`;

const isWeekday = (day: Day): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

function firstOf(from: Day, step: 1 | -1, is: (day: Day) => boolean): Day {
  let day = from;
  while (!is(day)) day = addDays(day, step);
  return day;
}

/** What stands where the day should be: the days around it. */
function neighbours(days: Day[], day: Day): Day[] {
  const after = days.findIndex((one) => one > day);
  return after === -1 ? days.slice(-1) : days.slice(Math.max(0, after - 1), after + 1);
}
