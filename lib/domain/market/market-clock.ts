import { addDays, instantAt, isSession, wallClock } from "./calendar.ts";
import type { Day, Instant } from "./series.ts";

/** When an exchange deals: wall-clock times `HH:MM` in its own zone. */
export interface MarketHours {
  timeZone: string;
  open: string;
  close: string;
}

export interface MarketClock {
  phase: "open" | "closed";
  /** The day on the exchange's wall. */
  day: Day;
  /** When the phase may change: the close, or the next weekday's open. Holidays to come are not known. */
  next: Instant;
  /** The last close by the hours, on a weekday: no earlier session can still change. */
  lastClose: Instant;
}

/**
 * Does an exchange deal at an instant? By its hours and the week, and by the sessions the data hold
 * where they reach that far: a weekday inside them that is no session was a holiday.
 *
 * @param sessions ascending; may end before the instant
 */
export function marketClock(hours: MarketHours, at: Instant, sessions: Day[] = []): MarketClock {
  const { day, time } = wallClock(at, hours.timeZone);
  const dealt = (one: Day) => isWeekday(one) && (one > (sessions.at(-1) ?? "") || isSession(sessions, one));
  const today = dealt(day);
  const closed = today && time >= hours.close;
  const last = closed ? day : before(day, dealt);
  const lastClose = instantAt(last, hours.close, hours.timeZone);
  if (today && time >= hours.open && !closed) return { phase: "open", day, next: instantAt(day, hours.close, hours.timeZone), lastClose };
  const opens = today && !closed ? day : after(day, dealt);
  return { phase: "closed", day, next: instantAt(opens, hours.open, hours.timeZone), lastClose };
}

function before(day: Day, is: (day: Day) => boolean): Day {
  let one = addDays(day, -1);
  // Two weeks is longer than any exchange was shut; where the data say so all the same, the week decides.
  for (let n = 0; n < 14 && !is(one); n += 1) one = addDays(one, -1);
  return one;
}

function after(day: Day, is: (day: Day) => boolean): Day {
  let one = addDays(day, 1);
  for (let n = 0; n < 14 && !is(one); n += 1) one = addDays(one, 1);
  return one;
}

/** 1 January 1970 was a Thursday; 0 is Sunday. */
function isWeekday(day: Day): boolean {
  const weekday = (Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 4) % 7;
  return weekday !== 0 && weekday !== 6;
}
