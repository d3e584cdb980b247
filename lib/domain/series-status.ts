import type { Day, Instant } from "./series.ts";

/**
 * What a reader is looking at, per series. `asOf` of a snapshot is a day, of an answer from Yahoo an
 * instant. `splitSince` is 1, or the factor by which Yahoo has divided levels since the snapshot.
 */
export type SeriesStatus =
  | { kind: "snapshot"; asOf: Day }
  /** Only Yahoo was asked: there is nothing to compare with. */
  | { kind: "yahoo"; asOf: Instant }
  | { kind: "yahoo-agrees"; asOf: Instant; snapshotAsOf: Day; newerDays: number; splitSince: number }
  | { kind: "yahoo-differs"; asOf: Instant; snapshotAsOf: Day; newerDays: number; splitSince: number; days: Day[] }
  | { kind: "yahoo-unreachable"; asOf: Day; reason: UnreachableReason; detail: string };

export type UnreachableReason = "not-allowed" | "not-found" | "invalid-answer" | "rate-limited" | "timeout" | "offline";
