import type { UnreachableReason } from "../../domain/market/series.ts";

/** What a vendor did instead of answering: "Yahoo did not answer in time". */
export const failureWords: Record<UnreachableReason, string> = {
  "nothing-in-common": "has no days in common with it",
  "not-allowed": "was not asked",
  "not-found": "has nothing for it",
  "invalid-answer": "gave an answer that fails our checks",
  "rate-limited": "asks us to wait",
  timeout: "did not answer in time",
  offline: "out of reach",
};
