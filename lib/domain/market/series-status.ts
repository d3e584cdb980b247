import type { Day, Instant } from "./series.ts";

/**
 * What a reader is looking at, per series. `asOf` of a snapshot is a day, of an answer from Yahoo the
 * instant it was given. `splitSince` is 1, or the factor by which Yahoo has divided levels since the snapshot.
 */
export type SeriesStatus =
  | { kind: "snapshot"; asOf: Day }
  /** Only Yahoo was asked: there is nothing to compare with. */
  | { kind: "yahoo"; asOf: Instant; cached: Cached | null }
  | { kind: "yahoo-agrees"; asOf: Instant; cached: Cached | null; snapshotAsOf: Day; newerDays: number; splitSince: number }
  | { kind: "yahoo-differs"; asOf: Instant; cached: Cached | null; snapshotAsOf: Day; newerDays: number; splitSince: number; days: Day[] }
  | { kind: "yahoo-unreachable"; asOf: Day; reason: UnreachableReason; detail: string };

/** Why an answer of Yahoo is an earlier one: it is being asked again, or could not be. */
export type Cached = { reason: "renewing" } | { reason: UnreachableReason; detail: string };

export type UnreachableReason = "not-allowed" | "not-found" | "invalid-answer" | "rate-limited" | "timeout" | "offline";
