import type { Day } from "./days.ts";
import type { LevelKind } from "./instruments.ts";

export type { Day };
/** An ISO 8601 instant with offset or Z. */
export type Instant = string;

/**
 * Daily bars as columns of equal length. `days` ascend and are unique. `adjclose` is adjusted for
 * splits and dividends and is always finite and positive: returns come from it. `open` and `close`
 * are split-adjusted levels, null where the source has none or where they would mislead.
 */
export interface PriceSeries {
  symbol: string;
  currency: string;
  timeZone: string;
  levels: LevelKind;
  source: "snapshot" | "yahoo";
  /** When the figures were taken down. A day for a snapshot, an instant for a live answer. */
  asOf: Day | Instant;
  /** Who the figures come from, for the provenance line. */
  origin: string;
  days: Day[];
  open: (number | null)[];
  close: (number | null)[];
  adjclose: number[];
  volume: (number | null)[];
  /** Days whose row is no full session (a half-day stub): shown, never tested. */
  stubs: { day: Day; reason: string }[];
  /** Splits and dividends the source tells of, ascending; left out where it tells of none. */
  actions?: CorporateAction[];
  /** Days whose figure was taken although it looks wrong, or held back, each with why in a sentence or two. Ascending. */
  notes?: { day: Day; note: string }[];
  /** The price of a session still running, on the footing of `adjclose`. Only a live answer has one. */
  latest?: { at: Instant; adjclose: number };
}

/** What changed the footing of earlier prices, on the first day traded without it. */
export type CorporateAction =
  /** 4 for a 4:1 split. */
  | { day: Day; kind: "split"; ratio: number }
  /** Per share, in the series' currency. */
  | { day: Day; kind: "dividend"; amount: number };

/** 5-minute closes around the event, as columns. Instants are bar starts in UTC. */
export interface IntradaySeries {
  symbol: string;
  currency: string;
  timeZone: string;
  asOf: Day;
  origin: string;
  start: Instant[];
  session: ("pre" | "regular" | "post")[];
  close: number[];
}

/** Why a number is not there. Absence is a value with a reason, never 0 or an empty chart. */
export interface Absence {
  absent: AbsenceReason;
  /** One plain sentence a reader understands. */
  why: string;
}

export const ABSENCE_REASONS = [
  "not-listed",
  "no-public-quote",
  "no-price",
  "no-open",
  "no-intraday",
  "no-benchmark",
  "no-session",
  "stub-session",
  "too-few-days",
  "series-ends",
  "same-as-benchmark",
  "constant-benchmark",
  "no-residual-variance",
  "no-reference",
  "no-amount",
  "not-judged",
] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

export function absence(absent: AbsenceReason, why: string): Absence {
  return { absent, why };
}

export function isAbsent(value: unknown): value is Absence {
  return typeof value === "object" && value !== null && "absent" in value;
}

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
export const UNREACHABLE_REASONS = ["nothing-in-common", "not-allowed", "not-found", "invalid-answer", "rate-limited", "timeout", "offline"] as const;
export type UnreachableReason = (typeof UNREACHABLE_REASONS)[number];
