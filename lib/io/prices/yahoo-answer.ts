import { z } from "zod";

const price = z.number().nullable();
const part = z.number().nonnegative().nullable();

/** Seconds as Yahoo sends them, or the `Date` its client makes of them: an instant in milliseconds. */
const instant = z.union([z.number().transform((seconds) => seconds * 1000), z.date().transform((date) => date.getTime())]);

/** By timestamp; the array some versions of the client make of it does as well. */
const listOf = <T extends z.ZodType>(item: T) => z.union([z.array(item), z.record(z.string(), item).transform((byTime) => Object.values(byTime))]).optional();

/** One result of Yahoo's chart answer, the parts that are read. This decides, not the client's own schema. */
export const yahooAnswerSchema = z.object({
  meta: z.object({
    symbol: z.string(),
    currency: z.string(),
    exchangeTimezoneName: z.string().optional(),
    dataGranularity: z.literal("1d").optional(),
    regularMarketTime: instant.optional(),
  }),
  timestamp: z.array(z.int().positive()).optional(),
  events: z
    .object({
      // Yahoo also lists dividends of nothing, and parts of a split that are no numbers: those are no events.
      dividends: listOf(z.object({ amount: part, date: instant })),
      capitalGains: listOf(z.object({ amount: part, date: instant })),
      splits: listOf(z.object({ numerator: part, denominator: part, date: instant })),
    })
    .optional(),
  indicators: z.object({
    quote: z.array(z.object({ open: z.array(price), close: z.array(price), volume: z.array(price) })).max(1),
    adjclose: z
      .array(z.object({ adjclose: z.array(price).optional() }))
      .max(1)
      .optional(),
  }),
});

export type YahooAnswer = z.infer<typeof yahooAnswerSchema>;
