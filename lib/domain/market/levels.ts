import { dayText } from "./day-text.ts";
import { absence } from "./series.ts";
import type { Absence, Day, PriceSeries } from "./series.ts";

/** All that a move or a path needs: a price series, or a portfolio's index as if it were one. */
export interface AdjustedCloses {
  symbol: string;
  days: Day[];
  adjclose: number[];
}

/** Return between two days from adjusted closes, as a fraction. */
export function changeBetween(closes: AdjustedCloses, from: Day, to: Day): number | Absence {
  const start = closes.adjclose[closes.days.indexOf(from)];
  const end = closes.adjclose[closes.days.indexOf(to)];
  if (start === undefined) return noPriceOn(closes, from);
  if (end === undefined) return noPriceOn(closes, to);
  return end / start - 1;
}

/** Why there is no price on a day: the series had not begun, has ended, or skips it. */
export function noPriceOn(closes: AdjustedCloses, day: Day): Absence {
  const first = closes.days[0];
  const last = closes.days.at(-1);
  if (first === undefined || last === undefined) return absence("no-price", `No prices of ${closes.symbol}.`);
  if (day > last) return absence("series-ends", `Prices of ${closes.symbol} end on ${dayText(last)}.`);
  if (day < first) return absence("no-price", `Prices of ${closes.symbol} begin on ${dayText(first)}.`);
  return absence("no-price", `No price of ${closes.symbol} on ${dayText(day)}.`);
}

/** A close as a level; null where only adjusted closes exist, which are never a price. */
export function quotedClose(series: PriceSeries, day: Day): number | null {
  return series.levels === "adjusted-only" ? null : (series.close[series.days.indexOf(day)] ?? null);
}

/** What turns a price of that day into the scale of adjusted closes. */
export function factorOn(series: PriceSeries, day: Day): number | null {
  const at = series.days.indexOf(day);
  const close = series.close[at] ?? null;
  const adjclose = series.adjclose[at];
  return close === null || adjclose === undefined ? null : adjclose / close;
}
