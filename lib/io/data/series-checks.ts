import { wallClock } from "../../domain/market/calendar.ts";
import { closeOn } from "../../domain/market/trading-calendar.ts";
import type { Exchange } from "../../domain/market/instruments.ts";
import type { IntradaySeries } from "../../domain/market/series.ts";
import type { InstrumentKind } from "../../domain/market/instruments.ts";
import type { Day, PriceSeries } from "../../domain/market/series.ts";
import { paidOut } from "./action-checks.ts";
import { DataError } from "./data-error.ts";
import { reasonFor } from "./known-days.ts";
import type { KnownDays } from "./known-days.ts";

/** A reason to refuse one series: where in it, what stands there, and what was expected. */
export interface Doubt {
  path: PropertyKey[];
  value: unknown;
  expected: string;
}

/** A day's return beyond this, either way, needs a line in data/known-days.json. A 2:1 split missed is −50 %. */
export const jumpBound = 0.45;
/** From a day's open to its close. The widest of a share held here is 30 %, of the volatility index 52 %. */
export const openBound = { index: 0.6, other: 0.4 };
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
    if (closed !== null && closedBefore !== null && Math.abs(closed / closedBefore - 1 - change) > dividendBound && !isPaidOut(series, at)) {
      yield {
        path: ["close", at],
        value: closed,
        expected: `a close that moves as adjclose does on ${day}, by ${(change * 100).toFixed(1)} % from ${closedBefore}`,
      };
    }
  }
  const { latest } = series;
  const last = adjclose.at(-1);
  if (latest !== undefined && last !== undefined && Math.abs(latest.adjclose / last - 1) > jumpBound) {
    yield { path: ["latest", "adjclose"], value: latest.adjclose, expected: `no more than ${percent(jumpBound)} from ${last}, the last close` };
  }
}

/** Is what the two part by on a row the dividend that is told for it? */
function isPaidOut(series: PriceSeries, at: number): boolean {
  const told = (series.actions ?? []).reduce((sum, action) => (action.kind === "dividend" && action.day === series.days[at] ? sum + action.amount : sum), 0);
  const found = paidOut(series, at);
  return told > 0 && found !== null && Math.abs(found - told / (series.close[at - 1] ?? NaN)) < 0.003;
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
export function checkIntraday(intraday: IntradaySeries, daily: PriceSeries, exchange: Exchange, file = `data/intraday/${intraday.symbol}.json`): void {
  const rows = new Map(daily.days.map((day, at) => [day, at]));
  for (const [at, start] of intraday.start.entries()) {
    const { day, time } = wallClock(start, exchange.timeZone);
    const row = rows.get(day);
    if (row === undefined) throw new DataError(file, ["start", at], start, `a bar on a day of data/prices/${intraday.symbol}.json`);
    const close = closeOn(exchange, day);
    const session = time < exchange.open ? "pre" : time < close ? "regular" : "post";
    if (intraday.session[at] !== session) {
      throw new DataError(
        file,
        ["session", at],
        intraday.session[at],
        `"${session}" for a bar of ${time}, as ${exchange.name} is open from ${exchange.open} to ${close}`,
      );
    }
    const closing = daily.close[row] ?? null;
    const bar = intraday.close[at] ?? NaN;
    if (closing !== null && !(Math.abs(bar / closing - 1) <= closeBound)) {
      throw new DataError(file, ["close", at], bar, `a price within ${closeBound * 100} % of the close of ${day}, ${closing}`);
    }
  }
}

/** From one day's last regular bar to the next, and from close to close; the widest held here are 0.2 points apart. */
const moveBound = 0.005;

/** That bars move from day to day as their instrument does: those of another company do not. */
export function checkMoves({ start, session, close }: IntradaySeries, { days, adjclose }: PriceSeries, exchange: Exchange, file: string): void {
  const lasts = new Map<string, number>();
  for (const [at, instant] of start.entries()) if (session[at] === "regular") lasts.set(wallClock(instant, exchange.timeZone).day, at);
  const bars = [...lasts];
  for (const [i, [day, at]] of bars.entries()) {
    const [before, from] = bars[i - 1] ?? [];
    const [row, rowBefore] = [days.indexOf(day), days.indexOf(before ?? "")];
    if (from === undefined || row === -1 || rowBefore === -1) continue;
    const apart = (close[at] ?? NaN) / (close[from] ?? NaN) - (adjclose[row] ?? NaN) / (adjclose[rowBefore] ?? NaN);
    if (!(Math.abs(apart) <= moveBound))
      throw new DataError(
        file,
        ["close", at],
        close[at],
        `a last bar of ${day} that moved from ${before} as the daily close did, within ${moveBound * 100} points`,
      );
  }
}
