import type { InstrumentKind } from "../../lib/domain/instruments.ts";
import type { PriceSeries } from "../../lib/domain/series.ts";
import { DataError } from "../../lib/io/data-error.ts";
import type { KnownDays } from "../../lib/io/known-days.ts";
import { doubtsAbout } from "../../lib/io/series-checks.ts";

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
