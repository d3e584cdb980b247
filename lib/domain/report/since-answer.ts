import type { Instant, SeriesStatus } from "../market/series.ts";
import type { SinceRow } from "./since-article.ts";

/** `GET /api/tickers/{symbol}/since`: from the article to the latest price, and what each series behind it is. */
export interface SinceAnswer {
  symbol: string;
  benchmark: string;
  /**
   * The instrument's exchange by its hours, its published holidays and the sessions known; null where several
   * or none are behind it. `why` is the holiday it rests for or the reason it closes early today; `listed` says
   * whether a list of holidays reaches the day of `next`.
   */
  market: { phase: "open" | "closed"; next: Instant; timeZone: string; why: string | null; listed: boolean } | null;
  rows: SinceRow[];
  /** By symbol, the instrument's own or its members', and the benchmark's. */
  statuses: Record<string, SeriesStatus>;
}

/** Is it what a page relies on? An answer may come from another build, or from something in between. */
export function isSinceAnswer(answer: unknown): answer is SinceAnswer {
  if (typeof answer !== "object" || answer === null) return false;
  if (!("symbol" in answer && "benchmark" in answer && "market" in answer && "rows" in answer && "statuses" in answer)) return false;
  const { symbol, benchmark, market, rows, statuses } = answer;
  return (
    typeof symbol === "string" &&
    typeof benchmark === "string" &&
    (market === null ||
      (typeof market === "object" && "phase" in market && "next" in market && "timeZone" in market && "why" in market && "listed" in market)) &&
    Array.isArray(rows) &&
    rows.every(isRow) &&
    typeof statuses === "object" &&
    statuses !== null &&
    Object.values(statuses).every((status: unknown) => typeof status === "object" && status !== null && "kind" in status && "asOf" in status)
  );
}

function isRow(row: unknown): boolean {
  if (typeof row !== "object" || row === null || !("id" in row && "base" in row && "latest" in row && "move" in row && "excess" in row)) return false;
  return typeof row.latest === "object" && row.latest !== null && [row.move, row.excess].every((one) => Number.isFinite(one) || isWhy(one));
}

function isWhy(value: unknown): boolean {
  return typeof value === "object" && value !== null && "why" in value && typeof value.why === "string";
}
