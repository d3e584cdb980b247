/**
 * An exchange's own list of the weekdays it rests on and of those it closes early, as far as it has
 * been published; days are `YYYY-MM-DD`. What it cannot hold is a closure that nobody announced: a storm, a day of mourning.
 */
export interface TradingCalendar {
  /** First and last day the list speaks of. */
  from: string;
  until: string;
  closed: { day: string; why: string }[];
  /** `close` is `HH:MM` on the exchange's wall clock. */
  earlyCloses: { day: string; close: string; why: string }[];
}

/** What a day is by its date alone: a weekend, a listed holiday, or a session that closes at `close`, early where there is a reason. */
export type DayPlan = { session: false; why: string | null } | { session: true; close: string; why: string | null };

/** @param close `HH:MM`, the usual one; without a calendar every weekday is a session that ends then */
export function dayPlan({ close, calendar }: { close: string; calendar?: TradingCalendar | undefined }, day: string): DayPlan {
  if (isWeekend(day)) return { session: false, why: null };
  const rest = calendar?.closed.find((one) => one.day === day);
  if (rest !== undefined) return { session: false, why: rest.why };
  const early = calendar?.earlyCloses.find((one) => one.day === day);
  return { session: true, close: early?.close ?? close, why: early?.why ?? null };
}

/** When a session of that day ends, `HH:MM`. */
export function closeOn(hours: { close: string; calendar?: TradingCalendar | undefined }, day: string): string {
  return hours.calendar?.earlyCloses.find((one) => one.day === day)?.close ?? hours.close;
}

/** Does a list say what that day is? */
export function isListed(calendar: TradingCalendar | undefined, day: string): boolean {
  return calendar !== undefined && calendar.from <= day && day <= calendar.until;
}

/** 1 January 1970 was a Thursday; 0 is Sunday. */
function isWeekend(day: string): boolean {
  const weekday = (Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 4) % 7;
  return weekday === 0 || weekday === 6;
}
