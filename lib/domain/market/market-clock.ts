import { addDays, instantAt, isSession, wallClock } from "./calendar.ts";
import type { Day, Instant } from "./series.ts";
import { closeOn, dayPlan, isListed } from "./trading-calendar.ts";
import type { TradingCalendar } from "./trading-calendar.ts";

/** When an exchange deals: wall-clock times `HH:MM` in its own zone, and its days of rest and early closes where a list is held. */
export interface MarketHours {
  timeZone: string;
  open: string;
  close: string;
  calendar?: TradingCalendar | undefined;
}

export interface MarketClock {
  phase: "open" | "closed";
  /** The day on the exchange's wall. */
  day: Day;
  /** When the phase changes: the close, or the open of the next session. */
  next: Instant;
  /** The last close that has passed: no earlier session can still change. */
  lastClose: Instant;
  /** The holiday the exchange rests for now, or the reason why it closes early today; null on an ordinary day. */
  why: string | null;
  /** Whether a list of holidays speaks of the day of `next`; if not, that day may turn out to be one. */
  listed: boolean;
}

/**
 * Does an exchange deal at an instant? Where the sessions the data hold reach that far they decide:
 * a weekday inside them that is no session was a holiday, announced or not. After them the exchange's
 * own list does, and the week where there is none.
 *
 * @param sessions ascending; may end before the instant
 */
export function marketClock(hours: MarketHours, at: Instant, sessions: Day[] = []): MarketClock {
  const { timeZone, open, calendar } = hours;
  const { day, time } = wallClock(at, timeZone);
  const isDealt = (one: Day) => {
    const plan = dayPlan(hours, one);
    return one <= (sessions.at(-1) ?? "") ? isSession(sessions, one) : plan.session;
  };
  const today = isDealt(day);
  const close = closeOn(hours, day);
  const isOver = today && time >= close;
  const last = isOver ? day : before(day, isDealt);
  const lastClose = instantAt(last, closeOn(hours, last), timeZone);
  const plan = dayPlan(hours, day);
  if (today && time >= open && !isOver)
    return { phase: "open", day, next: instantAt(day, close, timeZone), lastClose, why: plan.session ? plan.why : null, listed: true };
  const opens = today && !isOver ? day : after(day, isDealt);
  const listed = isListed(calendar, opens) || opens <= (sessions.at(-1) ?? "");
  return { phase: "closed", day, next: instantAt(opens, open, timeZone), lastClose, why: today || plan.session ? null : plan.why, listed };
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
