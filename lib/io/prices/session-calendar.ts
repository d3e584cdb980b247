import { addDays, wallClock } from "../../domain/market/calendar.ts";
import type { Day } from "../../domain/market/series.ts";
import { closeOn, dayPlan, isListed } from "../../domain/market/trading-calendar.ts";
import type { Quoted } from "../data/quoted-instruments.ts";

/** After the bell the closing auction's price takes a while to arrive. */
export const settlingMinutes = 30;

/** On which days an exchange deals, as far as anybody here knows. */
export interface SessionCalendar {
  /** Null: a weekday that neither kept prices nor a list of holidays reaches. */
  dealt(instrument: Quoted, day: Day): boolean | null;
}

/**
 * Kept sessions decide where they reach: they know the days of mourning that no list has. After them the
 * exchange's list of holidays decides for the years it holds.
 *
 * @param daysOf the kept sessions of an exchange by its `sessionsOf` symbol, ascending
 */
export function sessionCalendar(daysOf: (symbol: string) => readonly Day[] | undefined = () => undefined): SessionCalendar {
  const kept = new Map<string, { days: ReadonlySet<Day>; first: Day; last: Day } | null>();

  function sessions(symbol: string) {
    const known = kept.get(symbol);
    if (known !== undefined) return known;
    const days = daysOf(symbol) ?? [];
    const [first, last] = [days[0], days.at(-1)];
    const found = first === undefined || last === undefined ? null : { days: new Set(days), first, last };
    kept.set(symbol, found);
    return found;
  }

  return {
    dealt(instrument, day) {
      if (isWeekend(day)) return false;
      const held = sessions(instrument.sessionsOf);
      if (held !== null && held.first <= day && day <= held.last) return held.days.has(day);
      return isListed(instrument.calendar, day) ? dayPlan({ close: instrument.sessionClose, calendar: instrument.calendar }, day).session : null;
    },
  };
}

/** The newest day whose session, if there was one, is over and settled. It may be a weekend or a holiday. */
export function lastSettledDay({ timeZone, sessionClose, calendar }: Quoted, nowMs: number): Day {
  const { day, time } = wallClock(new Date(nowMs).toISOString(), timeZone);
  return minutes(time) < minutes(closeOn({ close: sessionClose, calendar }, day)) + settlingMinutes ? addDays(day, -1) : day;
}

/**
 * Sessions that are over and that a series has no row of, ascending, from its first day on. A day nobody
 * knows counts where the exchange's own series, if one is held, has a row of it; a day that series lacks
 * although it goes on after it was no session after all.
 *
 * @param exchangeDays what the vendor's own series of the exchange's sessions holds; null: nothing is held, or it is this one
 */
export function missingSessions(
  calendar: SessionCalendar,
  instrument: Quoted,
  days: readonly Day[],
  exchangeDays: readonly Day[] | null,
  nowMs: number,
): Day[] {
  const [first, until] = [days[0], lastSettledDay(instrument, nowMs)];
  if (first === undefined) return [];
  const held = new Set(days);
  const dealt = new Set(exchangeDays ?? []);
  const lastDealt = exchangeDays?.at(-1) ?? "";
  const missing: Day[] = [];
  for (let day = first; day <= until; day = addDays(day, 1)) {
    if (held.has(day)) continue;
    const known = calendar.dealt(instrument, day);
    if (known === false) continue;
    if (day <= lastDealt ? dealt.has(day) : known === true) missing.push(day);
  }
  return missing;
}

/** By arithmetic, since it is asked for every day: 1 January 1970 was a Thursday, and 0 is Sunday. */
function isWeekend(day: Day): boolean {
  const weekday = (Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 4) % 7;
  return weekday === 0 || weekday === 6;
}

/** `HH:MM` -> minutes since midnight. */
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
