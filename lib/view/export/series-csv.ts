import type { Line } from "../../domain/report/line.ts";
import { isAbsent } from "../../domain/market/series.ts";
import { csvText } from "../words/text-escape.ts";

/**
 * Every session of lines as one long table, counted from the base close. Prices as quoted stand beside
 * only where the deployment gives them away.
 */
export function dailyCsv(lines: Line[], withPrices: boolean): string {
  const head = ["line", "day", "session", "change", ...(withPrices ? ["close", "currency"] : [])];
  return csvText([
    head,
    ...lines.flatMap(({ id, days, offsets, change, close, currency }) =>
      days.map((day, i) => [id, day, offsets[i] ?? null, change[i] ?? null, ...(withPrices ? [isAbsent(close) ? null : (close[i] ?? null), currency] : [])]),
    ),
  ]);
}

/** The same for the 5-minute bars around the event; `start` is when a bar begins, in UTC. */
export function minutesCsv(lines: Line[], withPrices: boolean): string {
  const head = ["line", "start", "hours", "change", ...(withPrices ? ["close", "currency"] : [])];
  return csvText([
    head,
    ...lines.flatMap(({ id, minutes, currency }) =>
      isAbsent(minutes)
        ? []
        : minutes.start.map((start, i) => [
            id,
            start,
            minutes.session[i] ?? null,
            minutes.change[i] ?? null,
            ...(withPrices ? [minutes.close[i] ?? null, currency] : []),
          ]),
    ),
  ]);
}
