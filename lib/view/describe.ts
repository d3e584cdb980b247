/** One-sentence descriptions, read from the data they describe. They say what came when, never why. */
import type { EventDay } from "../domain/event-day.ts";
import type { BaseMove, Path } from "../domain/moves.ts";
import type { ImpactReport, Provenance } from "../domain/report.ts";
import { isAbsent } from "../domain/series.ts";
import type { Absence, Instant } from "../domain/series.ts";
import { formatDay, formatDuration, formatInstant, formatList, formatMove, formatPrice, formatTime, placeOf } from "./format.ts";

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

/** One sentence per way in which the exchanges' clocks stood, New York first, places that agree named together. */
export function clockSentences(report: ImpactReport): string[] {
  const events = Object.values(report.eventDays).flatMap((event) => (isAbsent(event) ? [] : [event]));
  const open = events.filter((event) => event.phase !== "after-close");
  const closed = events.filter((event) => event.phase === "after-close");
  const sentences = open.map(describeEventDay);
  for (const day of new Set(closed.map((event) => event.eventDay))) {
    const places = [...new Set(closed.filter((event) => event.eventDay === day).map((event) => placeOf(event.timeZone)))];
    const whose = places.length === 1 ? "its" : "their";
    sentences.push(`${formatList(places)} had closed: ${whose} first session is ${formatDay(day, "full")}.`);
  }
  return [...new Set(sentences)];
}

/** A line of a chart in words: start, end, lowest, highest, and the event day's move. */
export function describePath(name: string, path: Path | Absence): string {
  if (isAbsent(path)) return `${name}: ${path.why}`;
  const points = path.days.map((day, i) => ({ day, offset: path.offsets[i] ?? 0, change: path.change[i] ?? 0 }));
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return `${name}: no session yet.`;
  const lowest = points.reduce((low, point) => (point.change < low.change ? point : low));
  const highest = points.reduce((high, point) => (point.change > high.change ? point : high));
  const base = points.find((point) => point.offset === -1);
  const event = points.find((point) => point.offset === 0);
  const since = base === undefined ? "the base close" : `the close of ${formatDay(base.day, "short")}`;
  const onEvent = event === undefined ? "" : ` ${formatMove(event.change)} on ${formatDay(event.day, "short")};`;
  const at = (point: { day: string; change: number }) => `${formatMove(point.change)} on ${formatDay(point.day, "short")}`;
  return (
    `${name}, change since ${since}:${onEvent} from ${at(first)} to ${at(last)},` +
    ` lowest ${at(lowest)}, highest ${at(highest)}.`
  );
}

/** A move with the two prices it lies between, where they are prices: "−16.97 %, from $142.62 to $118.42". */
export function describeMove(move: BaseMove | Absence, currency: string | null): string {
  if (isAbsent(move)) return move.why;
  if (move.basePrice === null || move.eventPrice === null) return formatMove(move.move);
  return `${formatMove(move.move)}, from ${formatPrice(move.basePrice, currency)} to ${formatPrice(move.eventPrice, currency)}`;
}

/** From where a move is counted: "the close of Friday 24 January 2025". */
export function describeBase(move: BaseMove, timeZone: string): string {
  switch (move.base) {
    case "close":
      return `the close of ${formatDay(move.baseDay, "full")}`;
    case "open":
      return `the open of ${formatDay(move.baseDay, "full")}`;
    case "publication":
      return `the price at ${move.baseAt === undefined ? "publication" : formatInstant(move.baseAt, timeZone)}, ${formatDay(move.baseDay, "full")}`;
  }
}

/** Where the figures come from and how far they reach. */
export function describeProvenance(provenance: Provenance): string {
  const taken = provenance.source === "snapshot" ? `snapshot of ${formatDay(dayOf(provenance.asOf))}` : "live answer";
  const span = `${formatDay(provenance.first)} to ${formatDay(provenance.last)}`;
  return `${provenance.origin}; ${taken}, ${span}.${levelNote(provenance)}`;
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
