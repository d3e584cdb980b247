import type { CorporateAction, Day, PriceSeries } from "../../domain/market/series.ts";
import { wallClock } from "../../domain/market/calendar.ts";
import { actionDoubts } from "../data/action-checks.ts";
import type { ActionDoubt } from "../data/action-checks.ts";
import type { Quoted } from "../data/quoted-instruments.ts";
import { openBound } from "../data/series-checks.ts";
import { lastSettledDay } from "./session-calendar.ts";
import type { SessionCalendar } from "./session-calendar.ts";
import { yahooAnswerSchema } from "./yahoo-answer.ts";
import type { YahooAnswer } from "./yahoo-answer.ts";

type Columns = Pick<PriceSeries, "days" | "open" | "close" | "adjclose" | "volume">;
export type YahooBars = Columns &
  Pick<PriceSeries, "latest"> & {
    actions: CorporateAction[];
    /** Splits and dividends told that the figures do not follow. */
    doubts: ActionDoubt[];
    /** Rows left out because the exchange was shut that day. */
    strangers: Day[];
  };

/** A clock of Yahoo's may be this far ahead of ours. */
const skewMs = 10 * 60_000;

/**
 * Yahoo's answer -> our columns, or the reason to refuse it.
 *
 * - A timestamp is a session's opening instant (for the newest bar sometimes its last trade): its day
 *   is the one in the zone Yahoo dates the instrument in, never UTC's or the machine's.
 * - A row without an adjusted close holds no price and is dropped. `open` or `close` of 0 or nothing
 *   become null, and so does an open that cannot be of that day: a 0 is never drawn.
 * - A row of a weekday on which the exchange was shut is left out: Yahoo has such rows of ^VIX.
 * - The session still running is no row: its "close" is only the latest price, and is kept as that.
 */
export function yahooBars(answer: unknown, instrument: Quoted, now: Date, calendar: SessionCalendar): YahooBars | { invalid: string } {
  const parsed = yahooAnswerSchema.safeParse(answer);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { invalid: `${issue?.path.join(".") || "the answer"}: ${issue?.message ?? "unknown shape"}` };
  }
  const { meta, timestamp = [], indicators } = parsed.data;
  const zone = instrument.vendorTimeZone ?? instrument.timeZone;
  if (meta.symbol !== instrument.vendorSymbol) return { invalid: "it is about another symbol" };
  if (meta.currency !== instrument.currency) return { invalid: `it is not in ${instrument.currency}` };
  if (meta.exchangeTimezoneName !== undefined && meta.exchangeTimezoneName !== zone) return { invalid: `its days are not those of ${zone}` };
  if (timestamp.length === 0) return { days: [], open: [], close: [], adjclose: [], volume: [], actions: [], doubts: [], strangers: [] };

  const quote = indicators.quote[0];
  // An index may come without an adjusted close, and has nothing to adjust.
  const adjusted = indicators.adjclose?.[0]?.adjclose ?? (instrument.kind === "index" ? quote?.close : undefined);
  if (!quote || !adjusted) return { invalid: "it has no adjusted closes" };
  if ([quote.open, quote.close, quote.volume, adjusted].some((column) => column.length !== timestamp.length)) {
    return { invalid: "its columns are not equally long" };
  }

  const columns: Columns = { days: [], open: [], close: [], adjclose: [], volume: [] };
  const dayOf = daysIn(zone);
  const settled = lastSettledDay(instrument, now.getTime());
  const strangers: Day[] = [];
  let latest: PriceSeries["latest"];
  for (const [at, second] of timestamp.entries()) {
    const day = dayOf(second);
    const adjclose = adjusted[at] ?? null;
    if (adjclose === null) continue;
    if (isShut(calendar, instrument, day)) {
      strangers.push(day);
      continue;
    }
    if (day > settled) {
      latest = latestOf(adjclose, day, Math.max(second * 1000, meta.regularMarketTime ?? 0), instrument, now) ?? latest;
      continue;
    }
    // A session can come twice, as a bar and as its last trade: the later one holds. Two prices of one
    // day with a session after it are no last trade, and the order below refuses them.
    const twice = columns.days.at(-1) === day && (isNewest(timestamp, at, day, settled, dayOf) || columns.adjclose.at(-1) === rounded(adjclose));
    if (twice) for (const column of Object.values(columns)) column.pop();
    columns.days.push(day);
    columns.open.push(level(quote.open[at]));
    columns.close.push(level(quote.close[at]));
    columns.adjclose.push(rounded(adjclose));
    columns.volume.push(instrument.kind === "index" ? null : (quote.volume[at] ?? null));
  }

  const bad = columns.days.findIndex((day, at) => {
    const before = columns.days[at - 1];
    return !((columns.adjclose[at] ?? 0) > 0) || (before !== undefined && before >= day);
  });
  if (bad !== -1) return { invalid: `its row of ${columns.days[bad]} is out of order or not a positive price` };
  const actions = actionsOf(parsed.data, zone);
  const doubts = [...actionDoubts(columns, actions)];
  return { ...shown(columns, instrument), actions, doubts, strangers, ...(latest === undefined ? {} : { latest }) };
}

/** Weekends are left for the checks of series: a row there is the sign of a wrong zone. */
function isShut(calendar: SessionCalendar, instrument: Quoted, day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && calendar.dealt(instrument, day) === false;
}

/** Does no row of a later finished session follow? Rows of the session still running may. */
function isNewest(timestamp: number[], at: number, day: Day, settled: Day, dayOf: (second: number) => Day): boolean {
  return timestamp.slice(at + 1).every((second) => {
    const later = dayOf(second);
    return later === day || later > settled;
  });
}

/** The levels a reader may see: none where ours are adjusted only, and no open that is of another footing than its close. */
function shown(columns: Columns, { levels, kind }: Quoted): Columns {
  const none = columns.days.map(() => null);
  if (levels === "adjusted-only") return { ...columns, open: none, close: none };
  const widest = kind === "index" ? openBound.index : openBound.other;
  const open = columns.open.map((opened, at) => {
    const closed = columns.close[at] ?? null;
    return opened !== null && closed !== null && Math.abs(opened / closed - 1) > widest ? null : opened;
  });
  return { ...columns, open };
}

/** A price of today that somebody dealt at, not one from the future or of another day. */
function latestOf(price: number, day: string, at: number, { timeZone }: Quoted, now: Date): PriceSeries["latest"] {
  if (!(price > 0) || at > now.getTime() + skewMs) return undefined;
  const instant = new Date(Math.min(at, now.getTime())).toISOString();
  return wallClock(instant, timeZone).day === day ? { at: instant, adjclose: rounded(price) } : undefined;
}

/** Splits, dividends and gains paid out, on the day they took effect, ascending. What is told with a 0 in it is no event. */
function actionsOf({ events }: YahooAnswer, timeZone: string): CorporateAction[] {
  const dayAt = (ms: number) => wallClock(new Date(ms).toISOString(), timeZone).day;
  const paid = [...(events?.dividends ?? []), ...(events?.capitalGains ?? [])];
  const dividends = paid.flatMap(({ amount, date }) => (amount ? [{ day: dayAt(date), kind: "dividend" as const, amount: precise(amount) }] : []));
  const splits = (events?.splits ?? []).flatMap(({ numerator, denominator, date }) =>
    numerator && denominator && numerator !== denominator ? [{ day: dayAt(date), kind: "split" as const, ratio: numerator / denominator }] : [],
  );
  return [...dividends, ...splits].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function level(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && value > 0 ? rounded(value) : null;
}

/** Yahoo sends 32-bit floats printed with 64 bits; four decimals are what was quoted. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** A dividend of the past, divided by later splits, may be less than a ten-thousandth. */
function precise(value: number): number {
  return Number(value.toPrecision(7));
}

/** Second since 1970 -> day on that zone's wall. One clock for a whole answer: it is asked for every row. */
function daysIn(timeZone: string): (second: number) => string {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  return (second) => clock.format(second * 1000);
}
