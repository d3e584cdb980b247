import { wallClock } from "../../domain/market/calendar.ts";
import type { Exchange } from "../../domain/market/instruments.ts";
import { closeOn } from "../../domain/market/trading-calendar.ts";
import type { IntradaySeries, PriceSeries } from "../../domain/market/series.ts";
import { DataError } from "./data-error.ts";

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
      throw new DataError(file, ["session", at], intraday.session[at], `"${session}" for a bar of ${time}, as ${exchange.name} is open from ${exchange.open} to ${close}`);
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
    if (!(Math.abs(apart) <= moveBound)) throw new DataError(file, ["close", at], close[at], `a last bar of ${day} that moved from ${before} as the daily close did, within ${moveBound * 100} points`);
  }
}
