/** One-sentence descriptions, read from the data they describe. They say what came when, never why. */
import type { EventDay } from "../../domain/market/event-day.ts";
import type { ImpactReport, Provenance } from "../../domain/report/report.ts";
import { isAbsent } from "../../domain/market/series.ts";
import type { Absence, Instant } from "../../domain/market/series.ts";
import { formatDay, formatDuration, formatList, formatTime, cityOf } from "../words/format.ts";

/** When the article appeared on one exchange's clock, and which price came first after it. */
export function describeEventDay(event: EventDay | Absence): string {
  if (isAbsent(event)) return event.why;
  const published = formatTime(event.publishedTime, event.timeZone);
  const first = formatDay(event.eventDay, "full");
  switch (event.phase) {
    case "before-open": {
      const wait = event.minutesToOpen === null ? "before the open" : `${formatDuration(event.minutesToOpen)} before the open`;
      return `Published at ${published}, ${wait}; the first price is ${formatDay(event.eventDay, "weekday")}’s open.`;
    }
    case "in-session":
      return `Published at ${published}, during the session; its event day is ${first}, measured from the close of ${formatDay(event.baseDay, "full")}.`;
    case "after-close":
      return `Published at ${published}, after the close; the first session that could react is ${first}.`;
    case "no-session-that-day":
      return `Published at ${published} on ${formatDay(event.publishedDay, "full")}, no trading day there; the first session that could react is ${first}.`;
  }
}

/** One sentence per way in which the exchanges' clocks stood, in the order of the data, places that agree named together. */
export function clockSentences(report: ImpactReport): string[] {
  const events = Object.values(report.eventDays).flatMap((event) => (isAbsent(event) ? [] : [event]));
  const open = events.filter((event) => event.phase !== "after-close");
  const closed = events.filter((event) => event.phase === "after-close");
  const sentences = open.map(describeEventDay);
  for (const day of new Set(closed.map((event) => event.eventDay))) {
    const places = [...new Set(closed.filter((event) => event.eventDay === day).map((event) => cityOf(event.timeZone)))];
    const whose = places.length === 1 ? "its" : "their";
    sentences.push(`${formatList(places)} had closed: ${whose} first session is ${formatDay(day, "full")}.`);
  }
  return [...new Set(sentences)];
}

/** Where the figures come from and how far they reach. */
export function describeProvenance(provenance: Provenance): string {
  const taken = provenance.source === "snapshot" ? `snapshot of ${formatDay(dayOf(provenance.asOf))}` : "live answer";
  return `${provenance.origin}; ${taken}, used from ${formatDay(provenance.first)} to ${formatDay(provenance.last)}.${levelNote(provenance)}`;
}

function levelNote({ levels }: Provenance): string {
  switch (levels) {
    case "market":
      return "";
    case "split-adjusted":
      return " Prices are divided by a later split, so they are not those printed at the time.";
    case "adjusted-only":
      return " Only closes adjusted for dividends exist, so moves are shown and prices are not.";
  }
}

function dayOf(asOf: Instant): string {
  return asOf.slice(0, 10);
}
