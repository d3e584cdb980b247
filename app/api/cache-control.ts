import type { SeriesStatus } from "../../lib/domain/market/series.ts";

/** Yahoo's own answer may be kept a minute; one that stands in for a better one only until that may be there. */
export function cacheControl(statuses: SeriesStatus[]): string {
  const standsIn = statuses.some((status) => status.kind === "yahoo-unreachable" || ("cached" in status && status.cached !== null));
  const settled = statuses.every(({ kind }) => kind === "snapshot");
  return `public, max-age=${standsIn ? 5 : settled ? 300 : 60}`;
}
