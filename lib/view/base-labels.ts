import type { Base } from "../domain/moves.ts";
import type { ImpactReport } from "../domain/report.ts";
import { isAbsent } from "../domain/series.ts";
import { formatDay, formatTime } from "./format.ts";

/** How the three bases are called on a page of this article, read from New York's clock. */
export interface BaseLabels {
  choice: Record<Base, string>;
  note: Record<Base, string>;
  publicationMark: string;
}

export function baseLabels(report: ImpactReport): BaseLabels {
  const newYork = report.eventDays.NASDAQ;
  if (isAbsent(newYork)) {
    const plain = { close: "the last close", publication: "the price at publication", open: "the first open" };
    return { choice: plain, note: plain, publicationMark: "published" };
  }
  const baseDay = formatDay(newYork.baseDay, "weekday");
  const eventDay = formatDay(newYork.eventDay, "weekday");
  const time = formatTime(newYork.publishedTime, newYork.timeZone);
  return {
    choice: {
      close: `${baseDay}’s close`,
      publication: `the price at publication`,
      open: `${eventDay}’s open`,
    },
    note: {
      close: `the last close before publication, ${formatDay(newYork.baseDay, "full")} in New York`,
      publication: `the last price before publication, ${time}`,
      open: `${eventDay}’s open, the first official price after publication`,
    },
    publicationMark: `published ${newYork.publishedTime}`,
  };
}
