import { z } from "zod";
import type { Day } from "../../domain/market/series.ts";
import { daySchema } from "./series-schema.ts";

/** A day on which a check would stop, and why what stands there is real. */
export interface KnownDay {
  symbol: string;
  day: Day;
  reason: string;
}

/**
 * `data/known-days.json`. A new day needs a line there, with its reason, before its series is taken:
 * a split that was not applied looks exactly like a crash, and a lost row like a holiday.
 */
export interface KnownDays {
  /** Returns beyond the bound of `series-checks` that happened. */
  jumps: KnownDay[];
  /** Splits and dividends that Yahoo tells and its figures rightly do not follow. */
  actions: KnownDay[];
  /** Rows with one price and no volume. */
  stubs: KnownDay[];
  /** Sessions an instrument has no row for; of a `sessionsOf` instrument, weekdays its exchange stayed shut around an event. */
  gaps: KnownDay[];
  /** Rows on a day that was no session of the exchange. */
  strangers: KnownDay[];
}

export const knownDaySchema: z.ZodType<KnownDay> = z.strictObject({
  symbol: z.string().min(1, "some text"),
  day: daySchema,
  reason: z.string().min(1, "some text"),
});

const days = z.array(knownDaySchema);

export const knownDaysSchema: z.ZodType<KnownDays> = z.strictObject({ jumps: days, actions: days, stubs: days, gaps: days, strangers: days });

export const noKnownDays: KnownDays = { jumps: [], actions: [], stubs: [], gaps: [], strangers: [] };

export function reasonFor(known: KnownDay[], symbol: string, day: Day): string | null {
  return known.find((entry) => entry.symbol === symbol && entry.day === day)?.reason ?? null;
}
