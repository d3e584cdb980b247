import { z } from "zod";
import { problems } from "./data-error.ts";
import { knownDaySchema } from "./known-days.ts";
import { daySchema, levelKindSchema } from "./series-schema.ts";

const text = z.string().min(1, "some text");
const symbol = z.string().regex(/^\^?[A-Z][A-Z0-9.-]*$/, "a symbol such as NVDA, BRK-B or ^VIX");

/** What a symbol of the market is. Only a share is a company; a note or a preferred share pays a rate and hardly moves with one. */
export const marketKindSchema = z.enum(["share", "fund", "index", "preferred", "note"]);
export type MarketKind = z.infer<typeof marketKindSchema>;

const marketSeriesSchema = z.strictObject({
  symbol,
  kind: marketKindSchema,
  first: daySchema,
  last: daySchema,
  /** As in `data/prices`: what a level means, where there is one. */
  levels: levelKindSchema,
  /** The last day with open, close and volume; null where there are adjusted closes alone. */
  levelsUntil: daySchema.nullable(),
  /** Keys of `origins`. */
  sources: z.array(text).min(1, "at least one source"),
  /** What a reader of this series has to know, in whole sentences; null where there is nothing. */
  note: text.nullable(),
});
export type MarketSeries = z.infer<typeof marketSeriesSchema>;

const withoutPrice = z.strictObject({ symbol, reason: text });

/** `data/market/series.json`: what stands in `daily.parquet`, a line per symbol, and which symbols do not and why. */
export const marketIndexSchema = z
  .strictObject({
    asOf: daySchema,
    /** Of `daily.parquet`, written once that had passed every check: a start asks for no more than this. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits"),
    origins: z.record(text, text),
    levelsOrigin: text,
    series: z.array(marketSeriesSchema).min(1, "at least one series"),
    /** Sources contradict each other: no price is shown. */
    disagree: z.array(withoutPrice),
  })
  .check(
    problems(function* ({ asOf, origins, series, disagree }) {
      const seen = new Set<string>();
      for (const [at, one] of series.entries()) {
        const path = ["series", at];
        if (seen.has(one.symbol)) yield { path: [...path, "symbol"], expected: "a symbol that is not listed already" };
        seen.add(one.symbol);
        if (one.first > one.last || one.last > asOf) yield { path: [...path, "last"], expected: `a day from ${one.first} to ${asOf}` };
        if ((one.levelsUntil === null) !== (one.levels === "adjusted-only"))
          yield { path: [...path, "levelsUntil"], expected: "a day where there are levels, and null where there are none" };
        if (one.levelsUntil !== null && one.levelsUntil > one.last) yield { path: [...path, "levelsUntil"], expected: `no day after ${one.last}` };
        const unknown = one.sources.findIndex((source) => !Object.hasOwn(origins, source));
        if (unknown !== -1) yield { path: [...path, "sources", unknown], expected: "one of the origins" };
      }
      for (const [at, one] of disagree.entries()) {
        if (seen.has(one.symbol)) yield { path: ["disagree", at, "symbol"], expected: "a symbol without a series" };
      }
    }),
  );
export type MarketIndex = z.infer<typeof marketIndexSchema>;

const knownDays = z.array(knownDaySchema);

/** `data/market/known-days.json`: days the checks would stop at, with the reason why the row stands all the same. */
export const marketKnownDaysSchema = z.strictObject({
  /** Returns beyond the bound of `series-checks` that happened. */
  jumps: knownDays,
  /** Days on which `data/prices` gives another return. */
  differences: knownDays,
});

/** `data/market/corrections.json`: kept by hand, read by the import. Every entry says why. */
export const marketCorrectionsSchema = z.strictObject({
  /** Rows outside `from` and `until` are not taken. */
  cuts: z.array(z.strictObject({ symbol, from: daySchema.exactOptional(), until: daySchema.exactOptional(), reason: text })),
  kinds: z.array(z.strictObject({ symbol, kind: marketKindSchema, reason: text })),
  spinOffs: z.array(z.strictObject({ symbol, day: daySchema, what: text })),
  /** Open, close and volume after `until` are not taken. */
  levelCuts: z.array(z.strictObject({ symbol, until: daySchema, reason: text })),
  /** Levels divided by a split that came after they were printed, inside the series. */
  splits: z.array(z.strictObject({ symbol, reason: text })),
  /** A day whose row `source` took during the session; a series that `confirmedBy` holds as well has its close. */
  unfinished: z.strictObject({ day: daySchema, source: text, confirmedBy: text, reason: text }),
  disagree: z.array(withoutPrice),
});
export type MarketCorrections = z.infer<typeof marketCorrectionsSchema>;

/** `data/market/capitalisation-<day>.json`: columns of equal length, by value, highest first. */
export const capitalisationSchema = z
  .strictObject({
    day: daySchema,
    origin: text,
    note: text,
    symbol: z.array(symbol),
    /** US dollars, as printed that day. */
    close: z.array(z.number().positive("a number above 0")),
    /** US dollars, of the whole company: each class of shares carries all of it. */
    marketCap: z.array(z.number().positive("a number above 0")),
  })
  .check(
    problems(function* ({ symbol: symbols, close, marketCap }) {
      for (const [column, { length }] of Object.entries({ close, marketCap })) {
        if (length !== symbols.length) yield { path: [column, "length"], expected: `${symbols.length}, as many as there are symbols` };
      }
      const twice = symbols.findIndex((one, at) => symbols.indexOf(one) !== at);
      if (twice !== -1) yield { path: ["symbol", twice], expected: "a symbol that is not listed already" };
    }),
  );
export type Capitalisation = z.infer<typeof capitalisationSchema>;
