import type { LevelKind } from "../market/instruments.ts";
import type { Day, Instant, PriceSeries, SeriesStatus } from "../market/series.ts";

/**
 * `GET /api/tickers/{symbol}/prices`: columns of equal length. A derived series: changes, and levels
 * only where they are the prices printed that day (`levels` is "market"); else they are null.
 */
export interface PricesAnswer {
  symbol: string;
  currency: string;
  timeZone: string;
  levels: LevelKind;
  source: "snapshot" | "yahoo";
  asOf: Day | Instant;
  origin: string;
  status: SeriesStatus;
  /** The session whose close every change is counted from. */
  base: Day;
  days: Day[];
  open: (number | null)[];
  close: (number | null)[];
  /** Since the base's close, dividends and splits taken out. A fraction: −0.1697 is −16.97 %. */
  change: number[];
  stubs: { day: Day; reason: string }[];
}

/** Cuts a whole series to what was asked for. Without `base`, the first session shown is the base. */
export function pricesAnswer(series: PriceSeries, status: SeriesStatus, query: PricesQuery): PricesAnswer | QueryProblem {
  const first = series.days[0] ?? "";
  const last = series.days.at(-1) ?? "";
  const { from, to } = query;
  const start = from === null ? 0 : series.days.findIndex((day) => day >= from);
  const after = to === null ? -1 : series.days.findIndex((day) => day > to);
  const shown = { from: start, until: after === -1 ? series.days.length : after };
  if (start === -1 || shown.from >= shown.until) {
    const parameter = from === null ? "to" : "from";
    return { parameter, value: query[parameter] ?? "", allowed: [`a range that holds a session between ${first} and ${last}`] };
  }
  const base = query.base ?? series.days[start] ?? first;
  const basePrice = series.adjclose[series.days.indexOf(base)];
  if (basePrice === undefined) return { parameter: "base", value: base, allowed: sessionsAround(series.days, base) };

  const column = <T>(values: T[]): T[] => values.slice(shown.from, shown.until);
  const levels = (values: (number | null)[]) => column(values).map((level) => (series.levels === "market" ? level : null));
  const days = column(series.days);
  return {
    symbol: series.symbol,
    currency: series.currency,
    timeZone: series.timeZone,
    levels: series.levels,
    source: series.source,
    asOf: series.asOf,
    origin: series.origin,
    status,
    base,
    days,
    open: levels(series.open),
    close: levels(series.close),
    change: column(series.adjclose).map((price) => rounded(price / basePrice - 1)),
    stubs: series.stubs.filter(({ day }) => days.includes(day)),
  };
}

/** A ten-thousandth of a percent: beyond what prices of four decimals carry. */
function rounded(change: number): number {
  return Math.round(change * 1e6) / 1e6;
}

function sessionsAround(days: Day[], day: Day): Day[] {
  const after = days.findIndex((session) => session > day);
  if (after === -1) return days.slice(-2);
  return days.slice(Math.max(0, after - 1), after + 1);
}

/** What `/prices` is asked for. Null where the reader left it out. */
export interface PricesQuery {
  from: Day | null;
  to: Day | null;
  base: Day | null;
}

/** What a wrong question is answered with: which part, what it was, what it could be. */
export interface QueryProblem {
  parameter: string;
  value: string;
  allowed: string[];
}
