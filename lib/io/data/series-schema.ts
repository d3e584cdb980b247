import { z } from "zod";
import { isDay } from "../../domain/market/days.ts";
import type { IntradaySeries, PriceSeries } from "../../domain/market/series.ts";
import { problems } from "./data-error.ts";
import type { Problem } from "./data-error.ts";

export const daySchema = z.string().refine(isDay, "a day YYYY-MM-DD of the calendar").meta({ format: "date" });

/** With offset or Z, never the machine's own time. */
export const instantSchema = z.string().refine(isInstant, "an instant with offset or Z").meta({ format: "date-time" });

export const levelKindSchema = z.enum(["market", "split-adjusted", "adjusted-only"]);

const text = z.string().min(1, "some text");
const price = z.number("a number").positive("a number above 0");
const count = z.number("a number").nonnegative("a number not below 0");

const actionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ day: daySchema, kind: z.literal("split"), ratio: price }),
  z.strictObject({ day: daySchema, kind: z.literal("dividend"), amount: price }),
]);

/** Daily bars as `data/prices/<symbol>.json` keeps them, and as any provider must give them. */
export const priceSeriesSchema: z.ZodType<PriceSeries> = z
  .strictObject({
    symbol: text,
    currency: text,
    timeZone: text,
    levels: levelKindSchema,
    source: z.enum(["snapshot", "yahoo"]),
    asOf: z.union([daySchema, instantSchema]),
    origin: text,
    days: z.array(daySchema).min(1, "at least one day"),
    open: z.array(price.nullable()),
    close: z.array(price.nullable()),
    adjclose: z.array(price),
    volume: z.array(count.nullable()),
    stubs: z.array(z.strictObject({ day: daySchema, reason: text })),
    actions: z.array(actionSchema).exactOptional(),
    notes: z.array(z.strictObject({ day: daySchema, note: text })).exactOptional(),
    latest: z.strictObject({ at: instantSchema, adjclose: price }).exactOptional(),
  })
  .check(
    problems(function* (series: PriceSeries) {
      yield* ascending("days", series.days, (day) => day);
      const { open, close, adjclose, volume } = series;
      yield* equallyLong(series.days.length, { open, close, adjclose, volume }, "days");
      if (series.days.some((day) => day > series.asOf.slice(0, 10))) {
        yield { path: ["asOf"], expected: "no day after the day the figures were taken down" };
      }
      if (series.levels === "adjusted-only") {
        for (const column of ["open", "close"] as const) {
          const at = series[column].findIndex((level) => level !== null);
          if (at !== -1) yield { path: [column, at], expected: "null: only adjusted closes exist, and they are no price" };
        }
      }
      const { latest, actions = [] } = series;
      if (latest !== undefined && series.source === "snapshot") yield { path: ["latest"], expected: "nothing: a snapshot holds whole sessions" };
      const disorder = actions.findIndex(({ day }, at) => at > 0 && day < (actions[at - 1]?.day ?? day));
      if (disorder !== -1) yield { path: ["actions", disorder, "day"], expected: "not a day before the one before" };
      const days = new Set(series.days);
      for (const [at, stub] of series.stubs.entries()) {
        if (!days.has(stub.day)) yield { path: ["stubs", at, "day"], expected: "a day of the series" };
      }
    }),
  );

/** 5-minute closes as `data/intraday/<symbol>.json` keeps them. */
export const intradaySeriesSchema: z.ZodType<IntradaySeries> = z
  .strictObject({
    symbol: text,
    currency: text,
    timeZone: text,
    asOf: daySchema,
    origin: text,
    start: z.array(instantSchema).min(1, "at least one bar"),
    session: z.array(z.enum(["pre", "regular", "post"])),
    close: z.array(price),
  })
  .check(
    problems(function* (series: IntradaySeries) {
      yield* ascending("start", series.start, Date.parse);
      const { session, close } = series;
      yield* equallyLong(series.start.length, { session, close }, "bars");
    }),
  );

function* ascending<T extends string | number>(column: string, values: string[], rank: (value: string) => T): Iterable<Problem> {
  const ranks = values.map(rank);
  const at = ranks.findIndex((value, i) => i > 0 && value <= (ranks[i - 1] ?? value));
  if (at !== -1) yield { path: [column, at], expected: `something later than the one before, ${values[at - 1]}` };
}

function* equallyLong(wanted: number, columns: Record<string, unknown[]>, what: string): Iterable<Problem> {
  for (const [column, { length }] of Object.entries(columns)) {
    if (length !== wanted) yield { path: [column, "length"], expected: `${wanted}, as many as there are ${what}` };
  }
}

function isInstant(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value) && Number.isFinite(Date.parse(value)) && isDay(value.slice(0, 10));
}
