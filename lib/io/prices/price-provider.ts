import { isDay } from "../../domain/market/days.ts";
import type { Day, PriceSeries } from "../../domain/market/series.ts";

export { isDay };

/** Whole days, both ends included. Without `to`: as far as the provider has. */
export interface DayRange {
  from: Day;
  to?: Day | undefined;
}

/** Where history begins, here and in every file: the study of January 2025 needs a year and a half before it. */
export const firstDay: Day = "2023-06-01";

/** Anything that can give daily bars. Never throws and never rejects for what the world did wrong. */
export type PriceProvider = (symbol: string, range: DayRange, options?: { signal?: AbortSignal | undefined }) => Promise<PriceSeries | PriceFailure>;

export type PriceFailureKind =
  /** Not one of our quoted instruments, or no range: nobody was asked. */
  | "not-allowed"
  /** There is nothing for that symbol in that range. */
  | "not-found"
  /** There was an answer and it fails the checks. */
  | "invalid-answer"
  /** The vendor asks us to slow down. */
  | "rate-limited"
  /** No whole answer within the time limit. */
  | "timeout"
  /** No usable connection: no network, a refusal, or the vendor's server is down. */
  | "offline";

export interface PriceFailure {
  failed: PriceFailureKind;
  symbol: string;
  /** One plain sentence, our own words: never a vendor's page. */
  detail: string;
  /** How long the vendor asks to be left alone, where it says so. */
  retryAfterMs?: number;
}

export function priceFailure(failed: PriceFailureKind, symbol: string, detail: string, retryAfterMs?: number): PriceFailure {
  return { failed, symbol, detail, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

export function isPriceFailure(value: object): value is PriceFailure {
  return "failed" in value;
}

/** Why a range cannot be asked for, or null. */
export function rangeProblem(range: DayRange): string | null {
  if (!isDay(range.from)) return `"${range.from}" is not a day`;
  if (range.to === undefined) return null;
  if (!isDay(range.to)) return `"${range.to}" is not a day`;
  return range.from <= range.to ? null : `${range.from} is after ${range.to}`;
}

/** The bars inside the range; columns stay equally long. */
export function cutSeries(series: PriceSeries, range: DayRange): PriceSeries {
  const { from, to } = range;
  const first = series.days.findIndex((day) => day >= from);
  const after = to === undefined ? -1 : series.days.findIndex((day) => day > to);
  const start = first === -1 ? series.days.length : first;
  const end = after === -1 ? series.days.length : after;
  const { latest, actions, notes, ...rest } = series;
  const inside = ({ day }: { day: Day }) => day >= from && (to === undefined || day <= to);
  return {
    ...rest,
    days: series.days.slice(start, end),
    open: series.open.slice(start, end),
    close: series.close.slice(start, end),
    adjclose: series.adjclose.slice(start, end),
    volume: series.volume.slice(start, end),
    stubs: series.stubs.filter(inside),
    ...(actions === undefined ? {} : { actions: actions.filter(inside) }),
    ...(notes === undefined ? {} : { notes: notes.filter(inside) }),
    ...(latest === undefined || to !== undefined ? {} : { latest }),
  };
}
