import type { Day, Instant } from "./series.ts";

/**
 * What a reader is looking at, per series. `asOf` of a snapshot is a day, of an answer from Yahoo the
 * instant it was given. `splitSince` is 1, or the factor by which Yahoo has divided levels since the snapshot.
 */
export type SeriesStatus =
  | { kind: "snapshot"; asOf: Day }
  /** Only Yahoo was asked: there is nothing to compare with. */
  | ({ kind: "yahoo"; asOf: Instant; cached: Cached | null } & Noted)
  | ({ kind: "yahoo-agrees"; asOf: Instant; cached: Cached | null; snapshotAsOf: Day; newerDays: number; splitSince: number } & Noted)
  | ({ kind: "yahoo-differs"; asOf: Instant; cached: Cached | null; snapshotAsOf: Day; newerDays: number; splitSince: number; days: Day[] } & Noted)
  | { kind: "yahoo-unreachable"; asOf: Day; reason: UnreachableReason; detail: string };

/** Days whose figure looks wrong and was taken all the same, or is held back, each with why. Left out where there is none. */
interface Noted {
  notes?: { day: Day; note: string }[];
}

/** Why an answer of Yahoo is not all there is: it is being asked again, could not be, or has no figures yet of the session that ended last. */
export type Cached = { reason: "renewing" } | { reason: "awaited"; day: Day } | { reason: UnreachableReason; detail: string };

/** `nothing-in-common`: Yahoo's series and the snapshot share too few days to say that they are one. */
export type UnreachableReason = "nothing-in-common" | "not-allowed" | "not-found" | "invalid-answer" | "rate-limited" | "timeout" | "offline";
