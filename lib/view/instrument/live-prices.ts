import type { PricesAnswer } from "../../domain/report/prices-answer.ts";

/** What /api/tickers/{symbol}/prices answers, as far as a page reads it. */
export type LivePrices = Pick<PricesAnswer, "symbol" | "status" | "base" | "days" | "change">;

/** Is it what a page relies on? An answer may come from another build, or from something in between. */
export function isLivePrices(answer: unknown): answer is LivePrices {
  if (typeof answer !== "object" || answer === null) return false;
  if (!("symbol" in answer && "status" in answer && "base" in answer && "days" in answer && "change" in answer)) return false;
  const { symbol, status, base, days, change } = answer;
  return (
    typeof symbol === "string" &&
    typeof base === "string" &&
    typeof status === "object" &&
    status !== null &&
    "kind" in status &&
    typeof status.kind === "string" &&
    Array.isArray(days) &&
    days.every((day) => typeof day === "string") &&
    Array.isArray(change) &&
    change.every((one) => Number.isFinite(one)) &&
    days.length === change.length
  );
}
