import { z } from "zod";
import type { Exchange, ExchangeId } from "../../domain/market/instruments.ts";
import type { Day } from "../../domain/market/series.ts";
import { dayPlan } from "../../domain/market/trading-calendar.ts";
import type { TradingCalendar } from "../../domain/market/trading-calendar.ts";
import { DataError, exactly } from "./data-error.ts";
import { exchangeIdSchema } from "./instrument-schema.ts";
import { daySchema } from "./series-schema.ts";

/** One list of `data/calendars.json`, with the exchanges that keep it and where it was published. */
export interface HeldCalendar extends TradingCalendar {
  id: string;
  exchanges: ExchangeId[];
  origin: string;
}

const text = z.string().min(1, "some text");

/** `data/calendars.json` */
export const calendarsSchema = z.array(
  exactly<HeldCalendar>()(
    z.strictObject({
      id: text,
      exchanges: z.array(exchangeIdSchema).min(1, "at least one exchange"),
      from: daySchema,
      until: daySchema,
      origin: text,
      closed: z.array(z.strictObject({ day: daySchema, why: text })),
      earlyCloses: z.array(z.strictObject({ day: daySchema, close: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time HH:MM"), why: text })),
    }),
  ),
);

/** That each list is of weekdays in its own span, once each, in order, and of exchanges that no other list speaks of. */
export function checkCalendars(file: string, calendars: HeldCalendar[], exchanges: Exchange[]): void {
  const taken = new Set<ExchangeId>();
  for (const [at, calendar] of calendars.entries()) {
    for (const [i, id] of calendar.exchanges.entries()) {
      if (taken.has(id) || !exchanges.some((one) => one.id === id))
        throw new DataError(file, [at, "exchanges", i], id, "an exchange of data/instruments.json that no other list has");
      taken.add(id);
    }
    const { from, until, closed, earlyCloses } = calendar;
    for (const [list, days] of [
      ["closed", closed.map(({ day }) => day)],
      ["earlyCloses", earlyCloses.map(({ day }) => day)],
    ] as const) {
      for (const [i, day] of days.entries()) {
        if (day < from || day > until) throw new DataError(file, [at, list, i, "day"], day, `a day from ${from} to ${until}`);
        if (day <= (days[i - 1] ?? "")) throw new DataError(file, [at, list, i, "day"], day, `a day after ${days[i - 1]}, the one before it`);
        if (!dayPlan({ close: "" }, day).session) throw new DataError(file, [at, list, i, "day"], day, "a weekday");
      }
    }
    for (const [i, { day, close }] of earlyCloses.entries()) {
      if (closed.some((one) => one.day === day)) throw new DataError(file, [at, "earlyCloses", i, "day"], day, "a day that is not among those closed");
      const late = exchanges.find(({ id, open, close: usual }) => calendar.exchanges.includes(id) && !(open < close && close < usual));
      if (late !== undefined)
        throw new DataError(file, [at, "earlyCloses", i, "close"], close, `a time between ${late.open} and ${late.close}, the hours of ${late.name}`);
    }
  }
}

/** No day the data hold a session on may stand in a list as one of rest. The other way round is no error: a storm closes an exchange unannounced. */
export function checkAgainstSessions(file: string, calendars: HeldCalendar[], sessions: (exchange: ExchangeId) => Day[]): void {
  for (const [at, { exchanges, closed }] of calendars.entries()) {
    for (const exchange of exchanges) {
      const held = new Set(sessions(exchange));
      for (const [i, { day }] of closed.entries()) {
        if (held.has(day)) throw new DataError(file, [at, "closed", i, "day"], day, `a day on which ${exchange} had no session; the prices hold one`);
      }
    }
  }
}
