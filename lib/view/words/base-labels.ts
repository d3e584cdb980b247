import type { EventDay } from "../../domain/market/event-day.ts";
import type { Base } from "../../domain/moves/moves.ts";
import type { InstrumentReport } from "../../domain/report/report.ts";
import { type Absence, isAbsent } from "../../domain/market/series.ts";
import { formatDay, formatTime, cityOf } from "./format.ts";

/** How the bases are called on one exchange's clock. */
export interface BaseLabels {
  /** In a list of links. */
  choice: Record<Base, string>;
  /** In a sentence: "0 % is …", "From … to the close of the event day". */
  note: Record<Base, string>;
  /** After an equals sign: "0 % = close, Fri 24 Jan 2025". */
  short: Record<Base, string>;
  /** Where a chart's description counts from. */
  since: Record<Base, string>;
  /** Over the line that marks the publication. */
  publicationMark: string;
}

export function baseLabels(event: EventDay | Absence): BaseLabels {
  if (isAbsent(event)) {
    const plain = { close: "the last close", publication: "the price at publication", open: "the first open" };
    return { choice: plain, note: plain, short: plain, since: plain, publicationMark: "published" };
  }
  const { baseDay, eventDay, publishedTime, timeZone } = event;
  const weekday = { base: formatDay(baseDay, "weekday"), event: formatDay(eventDay, "weekday") };
  return {
    choice: { close: `${weekday.base}’s close`, publication: "the price at publication", open: `${weekday.event}’s open` },
    note: {
      close: `the last close before publication, ${formatDay(baseDay, "full")} in ${cityOf(timeZone)}`,
      publication: `the last price before publication, ${formatTime(publishedTime, timeZone)}`,
      open: `${weekday.event}’s open, the first official price after publication`,
    },
    short: {
      close: `close, ${formatDay(baseDay, "short")} ${baseDay.slice(0, 4)}`,
      publication: `price at ${publishedTime}, ${formatDay(eventDay, "short")} ${eventDay.slice(0, 4)}`,
      open: `open, ${formatDay(eventDay, "short")} ${eventDay.slice(0, 4)}`,
    },
    since: {
      close: `the close of ${formatDay(baseDay, "short")}`,
      publication: `the price at ${formatTime(publishedTime, timeZone)}`,
      open: `the open of ${formatDay(eventDay, "short")}`,
    },
    publicationMark: `published ${publishedTime}`,
  };
}

/** Instruments whose event day is another than the page's, in words: "9984.T from Monday’s close to Tuesday’s". */
export function otherClocks(reports: InstrumentReport[], event: EventDay | Absence): string[] {
  if (isAbsent(event)) return [];
  return reports.flatMap(({ instrument, eventDay }) => {
    if (isAbsent(eventDay) || eventDay.eventDay === event.eventDay) return [];
    const [from, to] = [formatDay(eventDay.baseDay, "weekday"), formatDay(eventDay.eventDay, "weekday")];
    return [`${instrument.symbol} is counted from ${from}’s close in ${cityOf(eventDay.timeZone)}; its event day is ${to}.`];
  });
}
