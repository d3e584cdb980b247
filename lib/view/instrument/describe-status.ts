import type { Cached, SeriesStatus, UnreachableReason } from "../../domain/market/series.ts";
import { failureWords } from "../words/failure-words.ts";
import { formatCount, formatDay, formatList } from "../words/format.ts";

/**
 * What a series is, in a few words beside it: live, an earlier answer and how old, or a dated snapshot.
 *
 * @param nowMs by the reader's clock; only whole minutes of it are said
 */
export function describeStatus(status: SeriesStatus, nowMs: number): string {
  switch (status.kind) {
    case "snapshot":
      return `snapshot of ${formatDay(status.asOf)}`;
    case "yahoo":
      return `${yahoo(status, nowMs)}${noted(status)}${why(status.cached)}`;
    case "yahoo-agrees":
      return `${yahoo(status, nowMs)}, agrees with the snapshot${newer(status.newerDays)}${noted(status)}${why(status.cached)}`;
    case "yahoo-differs":
      return `${yahoo(status, nowMs)}, differs on ${someDays(status.days)}${newer(status.newerDays)}${noted(status)}${why(status.cached)}`;
    case "yahoo-unreachable":
      return `snapshot of ${formatDay(status.asOf)}; Yahoo ${failureWords[status.reason]}`;
  }
}

/** "just now", "3 minutes ago", "2 hours ago", "4 days ago". A clock that is behind makes nothing of the future. */
export function describeAge(asOf: string, nowMs: number): string {
  const minutes = Math.floor((nowMs - Date.parse(asOf)) / 60_000);
  if (!(minutes >= 1)) return "just now";
  if (minutes < 60) return `${formatCount(minutes, "minute")} ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${formatCount(hours, "hour")} ago` : `${formatCount(Math.floor(hours / 24), "day")} ago`;
}

function yahoo({ cached, asOf }: { cached: Cached | null; asOf: string }, nowMs: number): string {
  return cached === null || cached.reason === "awaited" ? "Yahoo, live" : `Yahoo, cached ${describeAge(asOf, nowMs)}`;
}

function why(cached: Cached | null): string {
  if (cached?.reason === "awaited") return `; no figures yet of ${formatDay(cached.day, "long")}`;
  return cached === null || cached.reason === "renewing" ? "" : `; now it ${now[cached.reason]}`;
}

const now: Record<UnreachableReason, string> = { ...failureWords, "not-allowed": "is not asked", offline: "is out of reach" };

/** Days whose figure a reader should look at twice. Why is with the series. */
function noted({ notes = [] }: { notes?: { day: string }[] }): string {
  return notes.length === 0 ? "" : `; ${notes.length === 1 ? "an unusual move" : "unusual moves"} on ${someDays(notes.map(({ day }) => day))}`;
}

function newer(count: number): string {
  return count === 0 ? "" : `; ${formatCount(count, "newer day")}`;
}

function someDays(days: string[]): string {
  const named = days.slice(0, 3).map((day) => formatDay(day, "long"));
  const rest = days.length - named.length;
  return formatList(rest > 0 ? [...named, formatCount(rest, "other day")] : named);
}
