import type { Cached, SeriesStatus, UnreachableReason } from "../../domain/market/series.ts";
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
      return `${yahoo(status, nowMs)}${why(status.cached)}`;
    case "yahoo-agrees":
      return `${yahoo(status, nowMs)}, agrees with the snapshot${newer(status.newerDays)}${why(status.cached)}`;
    case "yahoo-differs":
      return `${yahoo(status, nowMs)}, differs on ${someDays(status.days)}${newer(status.newerDays)}${why(status.cached)}`;
    case "yahoo-unreachable":
      return `snapshot of ${formatDay(status.asOf)}; Yahoo ${reasons[status.reason]}`;
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

const reasons: Record<UnreachableReason, string> = {
  "not-allowed": "was not asked",
  "not-found": "has nothing for it",
  "invalid-answer": "gave an answer that fails our checks",
  "rate-limited": "asks us to wait",
  timeout: "did not answer in time",
  offline: "out of reach",
};

function yahoo({ cached, asOf }: { cached: Cached | null; asOf: string }, nowMs: number): string {
  return cached === null ? "Yahoo, live" : `Yahoo, cached ${describeAge(asOf, nowMs)}`;
}

function why(cached: Cached | null): string {
  return cached === null || cached.reason === "renewing" ? "" : `; now it ${now[cached.reason]}`;
}

const now: Record<UnreachableReason, string> = { ...reasons, "not-allowed": "is not asked", offline: "is out of reach" };

function newer(count: number): string {
  return count === 0 ? "" : `; ${formatCount(count, "newer day")}`;
}

function someDays(days: string[]): string {
  const named = days.slice(0, 3).map((day) => formatDay(day, "long"));
  const rest = days.length - named.length;
  return formatList(rest > 0 ? [...named, formatCount(rest, "other day")] : named);
}
