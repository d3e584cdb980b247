import type { SeriesStatus, UnreachableReason } from "../domain/series-status.ts";
import { formatCount, formatDay, formatList } from "./format.ts";

/** What a series is, in a few words beside it. */
export function describeStatus(status: SeriesStatus): string {
  switch (status.kind) {
    case "snapshot":
      return `snapshot of ${formatDay(status.asOf)}`;
    case "yahoo":
      return "Yahoo, live";
    case "yahoo-agrees":
      return `Yahoo, live, agrees with the snapshot${newer(status.newerDays)}`;
    case "yahoo-differs":
      return `Yahoo differs on ${someDays(status.days)}${newer(status.newerDays)}`;
    case "yahoo-unreachable":
      return `snapshot of ${formatDay(status.asOf)}; Yahoo ${reasons[status.reason]}`;
  }
}

const reasons: Record<UnreachableReason, string> = {
  "not-allowed": "was not asked",
  "not-found": "has nothing for it",
  "invalid-answer": "gave an answer that fails our checks",
  "rate-limited": "asks us to wait",
  timeout: "did not answer in time",
  offline: "out of reach",
};

function newer(count: number): string {
  return count === 0 ? "" : `; ${formatCount(count, "newer day")}`;
}

function someDays(days: string[]): string {
  const named = days.slice(0, 3).map((day) => formatDay(day, "long"));
  const rest = days.length - named.length;
  return formatList(rest > 0 ? [...named, formatCount(rest, "other day")] : named);
}
