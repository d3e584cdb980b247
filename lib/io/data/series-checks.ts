import type { Exchange, InstrumentKind } from "../../domain/market/instruments.ts";
import type { Day, IntradaySeries, PriceSeries } from "../../domain/market/series.ts";
import { DataError } from "./data-error.ts";
import { reasonFor } from "./known-days.ts";
import type { KnownDays } from "./known-days.ts";
import { wallClock } from "../../domain/market/calendar.ts";

/** A reason to refuse one series: where in it, what stands there, and what was expected. */
export interface Doubt {
  path: PropertyKey[];
  value: unknown;
  expected: string;
}

/** A day's return beyond this, either way, needs a line in data/known-days.json. A 2:1 split missed is −50 %. */
const jumpBound = 0.45;
/** From a day's open to its close. The widest of a share held here is 30 %, of the volatility index 52 %. */
const openBound = { index: 0.6, other: 0.4 };
/** A close moves as its adjusted close does, but for a dividend; the largest held here is 5.8 %. */
const dividendBound = 0.1;

/** What the schema cannot see in one series: numbers of the right shape that are no prices of it. */
export function* doubtsAbout(series: PriceSeries, kind: InstrumentKind, known: KnownDays): Iterable<Doubt> {
  const { symbol, days, open, close, adjclose } = series;
  const widest = kind === "index" ? openBound.index : openBound.other;
  for (const [at, day] of days.entries()) {
    const weekday = weekdayOf(day);
    if ((weekday === 0 || weekday === 6) && reasonFor(known.strangers, symbol, day) === null) {
      yield { path: ["days", at], value: day, expected: `a weekday, not a ${weekday === 0 ? "Sunday" : "Saturday"}` };
    }
    const [opened, closed] = [open[at] ?? null, close[at] ?? null];
    if (opened !== null && closed !== null && Math.abs(opened / closed - 1) > widest) {
      yield { path: ["open", at], value: opened, expected: `an open within ${percent(widest)} of the close of ${day}, ${closed}` };
    }
    const [before, now] = [adjclose[at - 1], adjclose[at]];
    if (before === undefined || now === undefined) continue;
    const change = now / before - 1;
    if (Math.abs(change) > jumpBound && reasonFor(known.jumps, symbol, day) === null) {
      yield {
        path: ["adjclose", at],
        value: now,
        expected: `no more than ${percent(jumpBound)} from ${before} the session before (on ${day} it is ${(change * 100).toFixed(1)} %), or its reason in data/known-days.json`,
      };
    }
    const closedBefore = close[at - 1] ?? null;
    if (closed !== null && closedBefore !== null && Math.abs(closed / closedBefore - 1 - change) > dividendBound) {
      yield { path: ["close", at], value: closed, expected: `a close that moves as adjclose does on ${day}, by ${(change * 100).toFixed(1)} % from ${closedBefore}` };
    }
  }
  const { latest } = series;
  const last = adjclose.at(-1);
  if (latest !== undefined && last !== undefined && Math.abs(latest.adjclose / last - 1) > jumpBound) {
    yield { path: ["latest", "adjclose"], value: latest.adjclose, expected: `no more than ${percent(jumpBound)} from ${last}, the last close` };
  }
}

/** The first doubt as a `DataError`; nothing where there is none. */
export function refuseDoubts(file: string, doubts: Iterable<Doubt>): void {
  for (const { path, value, expected } of doubts) throw new DataError(file, path, value, expected);
}

/** 0 is Sunday. By arithmetic, since it is asked for every row: 1 January 1970 was a Thursday. */
const weekdayOf = (day: Day): number => (Date.parse(day) / 86_400_000 + 4) % 7;

const percent = (fraction: number): string => `${Math.round(fraction * 100)} %`;

/** A bar from the close of its day. The widest held here, Nvidia before the open of 27 January 2025, is 12 %. */
const closeBound = 0.3;

/** That 5-minute bars and daily bars of one instrument are of the same days, sessions and prices. */
export function checkIntraday(intraday: IntradaySeries, daily: PriceSeries, exchange: Exchange): void {
  const file = `data/intraday/${intraday.symbol}.json`;
  const rows = new Map(daily.days.map((day, at) => [day, at]));
  for (const [at, start] of intraday.start.entries()) {
    const { day, time } = wallClock(start, exchange.timeZone);
    const row = rows.get(day);
    if (row === undefined) throw new DataError(file, ["start", at], start, `a bar on a day of data/prices/${intraday.symbol}.json`);
    const session = time < exchange.open ? "pre" : time < exchange.close ? "regular" : "post";
    if (intraday.session[at] !== session) {
      throw new DataError(file, ["session", at], intraday.session[at], `"${session}" for a bar of ${time}, as ${exchange.name} is open from ${exchange.open} to ${exchange.close}`);
    }
    const close = daily.close[row] ?? null;
    const bar = intraday.close[at] ?? NaN;
    if (close !== null && !(Math.abs(bar / close - 1) <= closeBound)) {
      throw new DataError(file, ["close", at], bar, `a price within ${closeBound * 100} % of the close of ${day}, ${close}`);
    }
  }
}
