import { countBefore } from "./days.ts";
import type { Exchange } from "./instruments.ts";
import { absence } from "./series.ts";
import type { Absence, Day, Instant } from "./series.ts";
import { closeOn } from "./trading-calendar.ts";

/**
 * Sessions come from the data: a day on which the exchange's `sessionsOf` instrument traded is a
 * session. No list of holidays can then miss a day like 9 January 2025, when New York stayed shut.
 */
export function sessionsOf(exchange: Exchange, series: Record<string, { days: Day[] }>): Day[] | Absence {
  const days = series[exchange.sessionsOf]?.days;
  if (days === undefined || days.length === 0) {
    return absence("no-price", `No prices of ${exchange.sessionsOf}, which would say on which days ${exchange.name} was open.`);
  }
  return days;
}

/** What a clock on the wall in a time zone showed at an instant. Time is `HH:MM`, seconds cut off. */
export function wallClock(instant: Instant, timeZone: string): { day: Day; time: string } {
  const parts = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** A zone's rules take a while to look up and do not change: one clock per zone is kept. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  clocks.set(timeZone, clock);
  return clock;
}

/**
 * The instant at which a wall clock showed `time` on `day`. Reads the clock as if it were UTC, asks
 * what the zone's clock showed then, and moves by the difference; twice, because the first step may
 * cross a change of the clocks. Not for times that the clocks skipped: no exchange opens at one.
 */
export function instantAt(day: Day, time: string, timeZone: string): Instant {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  let at = wanted;
  for (let step = 0; step < 2; step += 1) {
    const shown = wallClock(new Date(at).toISOString(), timeZone);
    at += wanted - Date.parse(`${shown.day}T${shown.time}:00Z`);
  }
  return new Date(at).toISOString();
}

/** When a session opens. */
export function sessionOpen(exchange: Exchange, session: Day): Instant {
  return instantAt(session, exchange.open, exchange.timeZone);
}

/** When a session closes: early on the days its exchange has published, else at the usual time. */
export function sessionClose(exchange: Exchange, session: Day): Instant {
  return instantAt(session, closeOn(exchange, session), exchange.timeZone);
}

/** Milliseconds from `from` to `to`: instants carry different offsets and cannot be compared as text. */
export function msBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** The first session on or after a day, or undefined where the data end before. */
export function sessionOnOrAfter(sessions: Day[], day: Day): Day | undefined {
  return sessions[countBefore(sessions, day)];
}

/** The first session after a day, which need not be a session itself. */
export function nextSession(sessions: Day[], day: Day): Day | undefined {
  return sessions[countBefore(sessions, day) + (isSession(sessions, day) ? 1 : 0)];
}

/** The last session before a day, which need not be a session itself. */
export function previousSession(sessions: Day[], day: Day): Day | undefined {
  return sessions[countBefore(sessions, day) - 1];
}

export function isSession(sessions: Day[], day: Day): boolean {
  return sessions[countBefore(sessions, day)] === day;
}

/** A calendar day `count` days later. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
