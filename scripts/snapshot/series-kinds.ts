import { existsSync, readFileSync } from "node:fs";
import type { z } from "zod";
import type { IntradaySeries, PriceSeries } from "../../lib/domain/market/series.ts";
import type { KnownDays } from "../../lib/io/data/known-days.ts";
import type { Quoted } from "../../lib/io/data/quoted-instruments.ts";
import { intradaySeriesSchema, priceSeriesSchema } from "../../lib/io/data/series-schema.ts";
import { intradayChanges, priceChanges } from "./changes.ts";
import { doubts, rescaled } from "./checks.ts";

/** What is to be known of a kind of series to take it. */
export interface SeriesKind<T> {
  name: string;
  schema: z.ZodType<T>;
  keys(series: T): string[];
  doubts(series: T, quoted: Quoted, known: KnownDays): string[];
  refused(kept: T, fresh: T): string[];
  changes(kept: T | null, fresh: T): string[];
}

export const dailyKind: SeriesKind<PriceSeries> = {
  name: "daily   ",
  schema: priceSeriesSchema,
  keys: (series) => series.days,
  doubts: (series, { kind }, known) => doubts(series, kind, known),
  refused: rescaled,
  changes: priceChanges,
};

export const intradayKind: SeriesKind<IntradaySeries> = {
  name: "intraday",
  schema: intradaySeriesSchema,
  keys: (series) => series.start,
  doubts: () => [],
  refused: () => [],
  changes: intradayChanges,
};

/** The file in place; one that is not readable is no reason to keep it. */
export function readKept<T>(file: string, kind: SeriesKind<T>): T | null {
  if (!existsSync(file)) return null;
  try {
    const parsed = kind.schema.safeParse(JSON.parse(readFileSync(file, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
