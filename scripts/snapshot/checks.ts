import type { PriceSeries } from "../../lib/domain/series.ts";
import { knownJumps, reasonFor } from "./known-days.ts";

/** A day's return beyond this, either way, needs a line in `known-days.ts`. A 2:1 split missed is −50 %. */
const jumpBound = 0.45;

/** What the schema cannot see. Each entry is a reason to refuse the series. */
export function jumps(series: PriceSeries): string[] {
  const found: string[] = [];
  for (let at = 1; at < series.days.length; at++) {
    const day = series.days[at] ?? "";
    const before = series.adjclose[at - 1] ?? NaN;
    const now = series.adjclose[at] ?? NaN;
    const change = now / before - 1;
    if (Math.abs(change) <= jumpBound || reasonFor(knownJumps, series.symbol, day)) continue;
    found.push(`${day}: ${(change * 100).toFixed(1)} % in a day (${before} to ${now}) and no reason known`);
  }
  return found;
}

/** Rows the kept file has and the new one has not: history never gets shorter by itself. */
export function lost(kept: string[], fresh: string[]): string[] {
  const held = new Set(fresh);
  const gone = kept.filter((key) => !held.has(key));
  if (gone.length === 0) return [];
  return [`${gone.length} rows of the kept file are gone (${gone[0]} to ${gone.at(-1)})`];
}
