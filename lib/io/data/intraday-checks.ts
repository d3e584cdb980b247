import { wallClock } from "../../domain/market/calendar.ts";
import type { Exchange } from "../../domain/market/instruments.ts";
import type { IntradaySeries, PriceSeries } from "../../domain/market/series.ts";
import { DataError } from "./data-error.ts";

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
