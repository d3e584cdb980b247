import type { CorporateAction, PriceSeries } from "../../domain/market/series.ts";
import { wallClock } from "../../domain/market/calendar.ts";
import type { Quoted } from "../data/quoted-instruments.ts";
import { closeOn } from "../../domain/market/trading-calendar.ts";
import { yahooAnswerSchema } from "./yahoo-answer.ts";
import type { YahooAnswer } from "./yahoo-answer.ts";

type Columns = Pick<PriceSeries, "days" | "open" | "close" | "adjclose" | "volume">;
export type YahooBars = Columns & Pick<PriceSeries, "latest"> & { actions: CorporateAction[] };

/** After the bell the closing auction's price takes a while to arrive. */
export const settlingMinutes = 30;
/** A clock of Yahoo's may be this far ahead of ours. */
const skewMs = 10 * 60_000;

/**
 * Yahoo's answer -> our columns, or the reason to refuse it.
 *
 * - A timestamp is a session's opening instant (for the newest bar sometimes its last trade): its day
 *   is the one in the exchange's time zone, never UTC's or the machine's.
 * - A row without an adjusted close holds no price and is dropped. `open` or `close` of 0 or nothing
 *   become null: a 0 is never drawn.
 * - The session still running is no row: its "close" is only the latest price, and is kept as that.
 */
export function yahooBars(answer: unknown, instrument: Quoted, now: Date): YahooBars | { invalid: string } {
  const parsed = yahooAnswerSchema.safeParse(answer);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { invalid: `${issue?.path.join(".") || "the answer"}: ${issue?.message ?? "unknown shape"}` };
  }
  const { meta, timestamp = [], indicators } = parsed.data;
  if (meta.symbol !== instrument.vendorSymbol) return { invalid: "it is about another symbol" };
  if (meta.currency !== instrument.currency) return { invalid: `it is not in ${instrument.currency}` };
  if (meta.exchangeTimezoneName !== undefined && meta.exchangeTimezoneName !== instrument.timeZone) {
    return { invalid: `its days are not those of ${instrument.timeZone}` };
  }
  if (timestamp.length === 0) return { days: [], open: [], close: [], adjclose: [], volume: [], actions: [] };

  const quote = indicators.quote[0];
  // An index may come without an adjusted close, and has nothing to adjust.
  const adjusted = indicators.adjclose?.[0]?.adjclose ?? (instrument.kind === "index" ? quote?.close : undefined);
  if (!quote || !adjusted) return { invalid: "it has no adjusted closes" };
  if ([quote.open, quote.close, quote.volume, adjusted].some((column) => column.length !== timestamp.length)) {
    return { invalid: "its columns are not equally long" };
  }

  const levelsMislead = instrument.levels === "adjusted-only";
  const columns: Columns = { days: [], open: [], close: [], adjclose: [], volume: [] };
  const dayOf = daysIn(instrument.timeZone);
  const running = runningDay(instrument, now);
  let latest: PriceSeries["latest"];
  for (const [at, second] of timestamp.entries()) {
    const day = dayOf(second);
    const adjclose = adjusted[at] ?? null;
    if (adjclose === null) continue;
    if (day >= running) {
      latest = latestOf(adjclose, day, Math.max(second * 1000, meta.regularMarketTime ?? 0), instrument, now) ?? latest;
      continue;
    }
    // The newest session can come twice, as a bar and as the latest trade: the later one holds.
    if (columns.days.at(-1) === day && at === timestamp.length - 1) for (const column of Object.values(columns)) column.pop();
    columns.days.push(day);
    columns.open.push(levelsMislead ? null : level(quote.open[at]));
    columns.close.push(levelsMislead ? null : level(quote.close[at]));
    columns.adjclose.push(rounded(adjclose));
    columns.volume.push(instrument.kind === "index" ? null : (quote.volume[at] ?? null));
  }

  const bad = columns.days.findIndex((day, at) => {
    const before = columns.days[at - 1];
    return !((columns.adjclose[at] ?? 0) > 0) || (before !== undefined && before >= day);
  });
  if (bad !== -1) return { invalid: `its row of ${columns.days[bad]} is out of order or not a positive price` };
  return { ...columns, actions: actionsOf(parsed.data, instrument.timeZone), ...(latest === undefined ? {} : { latest }) };
}

/** The first day whose session is not over and settled: no row of it or later is a close. */
function runningDay({ timeZone, sessionClose, calendar }: Quoted, now: Date): string {
  const { day, time } = wallClock(now.toISOString(), timeZone);
  return minutes(time) < minutes(closeOn({ close: sessionClose, calendar }, day)) + settlingMinutes ? day : `${day}~`;
}

/** A price of today that somebody dealt at, not one from the future or of another day. */
function latestOf(price: number, day: string, at: number, { timeZone }: Quoted, now: Date): PriceSeries["latest"] {
  if (!(price > 0) || at > now.getTime() + skewMs) return undefined;
  const instant = new Date(Math.min(at, now.getTime())).toISOString();
  return wallClock(instant, timeZone).day === day ? { at: instant, adjclose: rounded(price) } : undefined;
}

/** Splits and dividends on the day they took effect, ascending. */
function actionsOf({ events }: YahooAnswer, timeZone: string): CorporateAction[] {
  const dayAt = (ms: number) => wallClock(new Date(ms).toISOString(), timeZone).day;
  const dividends = (events?.dividends ?? []).map(({ amount, date }) => ({ day: dayAt(date), kind: "dividend" as const, amount: rounded(amount) }));
  const splits = (events?.splits ?? []).map(({ numerator, denominator, date }) => ({ day: dayAt(date), kind: "split" as const, ratio: numerator / denominator }));
  return [...dividends, ...splits].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function level(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && value > 0 ? rounded(value) : null;
}

/** Yahoo sends 32-bit floats printed with 64 bits; four decimals are what was quoted. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** `HH:MM` -> minutes since midnight. */
function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Second since 1970 -> day on that zone's wall. One clock for a whole answer: it is asked for every row. */
function daysIn(timeZone: string): (second: number) => string {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  return (second) => clock.format(second * 1000);
}
