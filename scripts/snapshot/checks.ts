import type { InstrumentKind } from "../../lib/domain/market/instruments.ts";
import type { PriceSeries } from "../../lib/domain/market/series.ts";
import { compareSeries } from "../../lib/io/prices/compare-series.ts";
import { DataError } from "../../lib/io/data/data-error.ts";
import type { KnownDays } from "../../lib/io/data/known-days.ts";
import { doubtsAbout } from "../../lib/io/data/series-checks.ts";

/** What a start would refuse the series for, in its words: better refused before it is written. */
export function doubts(series: PriceSeries, kind: InstrumentKind, known: KnownDays): string[] {
  return [...doubtsAbout(series, kind, known)].map(({ path, value, expected }) => new DataError("the new series", path, value, expected).message);
}

/** Rows the kept file has and the new one has not: history never gets shorter by itself. */
export function lost(kept: string[], fresh: string[]): string[] {
  const held = new Set(fresh);
  const gone = kept.filter((key) => !held.has(key));
  if (gone.length === 0) return [];
  return [`${gone.length} rows of the kept file are gone (${gone[0]} to ${gone.at(-1)})`];
}

/** A split since the kept file: levels are no longer those printed, which a person has to write down before they are taken. */
export function rescaled(kept: PriceSeries, fresh: PriceSeries): string[] {
  const { splitSince } = compareSeries(kept, fresh);
  if (splitSince === 1 || fresh.levels !== "market") return [];
  return [
    `levels are divided by ${splitSince.toFixed(4)} since the kept file, by a split: say levels "split-adjusted" and the laterSplit of ${fresh.symbol} in data/instruments.json first`,
  ];
}
