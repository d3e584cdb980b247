import type { IntradaySeries, PriceSeries } from "../../lib/domain/market/series.ts";
import { compareSeries } from "../../lib/io/prices/compare-series.ts";

/** What is different from the kept file, in words for the person at the terminal. Empty: nothing. */
export function priceChanges(kept: PriceSeries | null, fresh: PriceSeries): string[] {
  if (!kept) return [`new, ${fresh.days.length} rows`];
  const found: string[] = [];
  const added = fresh.days.filter((day) => !kept.days.includes(day));
  if (added.length > 0) found.push(`${added.length} rows added (${added[0]} to ${added.at(-1)})`);
  const gone = kept.days.filter((day) => !fresh.days.includes(day));
  if (gone.length > 0) found.push(`${gone.length} ROWS GONE (${gone[0]} to ${gone.at(-1)})`);
  for (const column of ["open", "close", "adjclose", "volume"] as const) {
    const changed = changedAt(kept.days, kept[column], fresh.days, fresh[column]);
    if (changed.length > 0) found.push(`${column} changed on ${changed.length} days (${list(changed)})`);
  }
  const { days, splitSince } = compareSeries(kept, fresh);
  if (splitSince !== 1) found.push(`HISTORY RESCALED: levels divided by ${splitSince.toFixed(4)}, a split?`);
  if (days.length > 0) found.push(`HISTORY CHANGED beyond 0.05 points on ${days.length} days (${list(days)})`);
  for (const field of ["currency", "timeZone", "levels", "asOf", "origin"] as const) {
    if (kept[field] !== fresh[field]) found.push(`${field}: ${kept[field]} -> ${fresh[field]}`);
  }
  if (JSON.stringify(kept.stubs) !== JSON.stringify(fresh.stubs)) found.push(`stubs: ${list(fresh.stubs.map(({ day }) => day))}`);
  return found;
}

export function intradayChanges(kept: IntradaySeries | null, fresh: IntradaySeries): string[] {
  if (!kept) return [`new, ${fresh.start.length} bars`];
  const found: string[] = [];
  const added = fresh.start.filter((start) => !kept.start.includes(start));
  if (added.length > 0) found.push(`${added.length} bars added (${added[0]} to ${added.at(-1)})`);
  const gone = kept.start.filter((start) => !fresh.start.includes(start));
  if (gone.length > 0) found.push(`${gone.length} BARS GONE (${gone[0]} to ${gone.at(-1)})`);
  for (const column of ["close", "session"] as const) {
    const changed = changedAt<string | number>(kept.start, kept[column], fresh.start, fresh[column]);
    if (changed.length > 0) found.push(`${column} changed in ${changed.length} bars (${list(changed)})`);
  }
  for (const field of ["currency", "timeZone", "asOf", "origin"] as const) {
    if (kept[field] !== fresh[field]) found.push(`${field}: ${kept[field]} -> ${fresh[field]}`);
  }
  return found;
}

/** Keys both have and whose values differ. */
function changedAt<T>(keptKeys: string[], kept: (T | null)[], freshKeys: string[], fresh: (T | null)[]): string[] {
  const before = new Map(keptKeys.map((key, at) => [key, kept[at]]));
  return freshKeys.filter((key, at) => before.has(key) && before.get(key) !== fresh[at]);
}

function list(days: string[]): string {
  return days.length <= 4 ? days.join(", ") : `${days.slice(0, 3).join(", ")}, … ${days.at(-1)}`;
}
