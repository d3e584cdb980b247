import { z } from "zod";
import type { PriceSeries } from "../domain/series.ts";
import type { Quoted } from "./quoted-instruments.ts";

type Columns = Pick<PriceSeries, "days" | "open" | "close" | "adjclose" | "volume">;

/** After the bell the closing auction's price takes a while to arrive. */
const settlingMinutes = 30;

const price = z.number().nullable();

/** One result of Yahoo's chart answer, the parts that are read. */
const answerSchema = z.object({
  meta: z.object({
    symbol: z.string(),
    currency: z.string(),
    dataGranularity: z.literal("1d").optional(),
  }),
  timestamp: z.array(z.int().positive()).optional(),
  indicators: z.object({
    quote: z
      .array(z.object({ open: z.array(price), close: z.array(price), volume: z.array(price) }))
      .max(1),
    adjclose: z.array(z.object({ adjclose: z.array(price).optional() })).max(1).optional(),
  }),
});

/**
 * Yahoo's answer -> our columns, or the reason to refuse it.
 *
 * - A timestamp is a session's opening instant (for the newest bar sometimes its last trade): its day
 *   is the one in the exchange's time zone, never UTC's or the machine's.
 * - A row without an adjusted close holds no price and is dropped. `open` or `close` of 0 or nothing
 *   become null: a 0 is never drawn.
 * - The session still running is left out: its "close" is only the latest price.
 */
export function yahooBars(answer: unknown, instrument: Quoted, now: Date): Columns | { invalid: string } {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { invalid: `${issue?.path.join(".") || "the answer"}: ${issue?.message ?? "unknown shape"}` };
  }
  const { meta, timestamp = [], indicators } = parsed.data;
  if (meta.symbol !== instrument.vendorSymbol) return { invalid: "it is about another symbol" };
  if (meta.currency !== instrument.currency) return { invalid: `it is not in ${instrument.currency}` };

  const columns: Columns = { days: [], open: [], close: [], adjclose: [], volume: [] };
  if (timestamp.length === 0) return columns;
  const quote = indicators.quote[0];
  // An index may come without an adjusted close, and has nothing to adjust.
  const adjusted = indicators.adjclose?.[0]?.adjclose ?? (instrument.kind === "index" ? quote?.close : undefined);
  if (!quote || !adjusted) return { invalid: "it has no adjusted closes" };
  if ([quote.open, quote.close, quote.volume, adjusted].some((column) => column.length !== timestamp.length)) {
    return { invalid: "its columns are not equally long" };
  }

  const levelsMislead = instrument.levels === "adjusted-only";
  const clock = wallClock(instrument.timeZone);
  const [today, time] = clock(now);
  timestamp.forEach((second, at) => {
    const [day] = clock(new Date(second * 1000));
    const running = day > today || (day === today && minutes(time) < minutes(instrument.sessionClose) + settlingMinutes);
    const adjclose = adjusted[at] ?? null;
    if (running || adjclose === null) return;
    // The newest session can come twice, as a bar and as the latest trade: the later one holds.
    if (columns.days.at(-1) === day && at === timestamp.length - 1) for (const column of Object.values(columns)) column.pop();
    columns.days.push(day);
    columns.open.push(levelsMislead ? null : level(quote.open[at]));
    columns.close.push(levelsMislead ? null : level(quote.close[at]));
    columns.adjclose.push(rounded(adjclose));
    columns.volume.push(instrument.kind === "index" ? null : (quote.volume[at] ?? null));
  });

  const bad = columns.days.findIndex((day, at) => {
    const before = columns.days[at - 1];
    return !((columns.adjclose[at] ?? 0) > 0) || (before !== undefined && before >= day);
  });
  if (bad !== -1) return { invalid: `its row of ${columns.days[bad]} is out of order or not a positive price` };
  return columns;
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

/** Instant -> day and `HH:MM` on that zone's wall. */
function wallClock(timeZone: string): (instant: Date) => [day: string, time: string] {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return (instant) => {
    const [day = "", time = ""] = format.format(instant).split(" ");
    return [day, time];
  };
}
