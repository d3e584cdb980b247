import { msBetween, isSession, previousSession, nextSession, sessionClose, sessionOnOrAfter, sessionOpen, wallClock } from "./calendar.ts";
import type { Exchange, ExchangeId } from "./instruments.ts";
import { absence } from "./series.ts";
import type { Absence, Day, Instant } from "./series.ts";

/** The first session of one exchange that could react to a publication, and the close before it. */
export interface EventDay {
  exchange: ExchangeId;
  timeZone: string;
  /** Publication as the exchange's wall clock saw it. */
  publishedDay: Day;
  /** `HH:MM` */
  publishedTime: string;
  phase: "before-open" | "in-session" | "after-close" | "no-session-that-day";
  /** Minutes from publication to the open of the event day, when published before that day's open on the same day; else null. */
  minutesToOpen: number | null;
  eventDay: Day;
  /** The last session that had closed before publication: the default base. */
  baseDay: Day;
}

/**
 * The first session of an exchange that could react to a publication: the first one whose close came
 * after it. The base is the session before, the last that had closed by then.
 *
 * @param sessions days on which the exchange was open, ascending, in its own time zone
 * @returns an absence where the data end before such a session, or start with it and leave no base
 */
export function eventDay(publishedAt: Instant, exchange: Exchange, sessions: Day[]): EventDay | Absence {
  const published = wallClock(publishedAt, exchange.timeZone);
  const today = isSession(sessions, published.day) ? published.day : null;
  const opensIn = today === null ? 0 : msBetween(publishedAt, sessionOpen(exchange, today));
  const closed = today !== null && msBetween(publishedAt, sessionClose(exchange, today)) <= 0;
  const event = closed ? nextSession(sessions, published.day) : sessionOnOrAfter(sessions, published.day);
  if (event === undefined) {
    return absence("no-session", `${exchange.name} has no session in the data that closed after the publication.`);
  }
  const base = previousSession(sessions, event);
  if (base === undefined) {
    return absence("no-session", `${exchange.name} has no session in the data that had closed before the publication.`);
  }
  const beforeOpen = today !== null && opensIn > 0;
  return {
    exchange: exchange.id,
    timeZone: exchange.timeZone,
    publishedDay: published.day,
    publishedTime: published.time,
    phase: today === null ? "no-session-that-day" : beforeOpen ? "before-open" : closed ? "after-close" : "in-session",
    minutesToOpen: beforeOpen ? Math.ceil(opensIn / 60_000) : null,
    eventDay: event,
    baseDay: base,
  };
}
