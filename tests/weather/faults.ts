import type { UnreachableReason } from "../../lib/domain/market/series.ts";
import type { Mood } from "../fixtures/yahoo-moods.ts";

/** What our API may say of a series while Yahoo behaves like that, and nothing was held before. */
export type Honest = { says: "agrees" | "differs"; awaited?: true } | { says: "apart" } | { says: "unreachable"; reason: UnreachableReason };

const unreachable = (reason: UnreachableReason): Honest => ({ says: "unreachable", reason });
const agrees: Honest = { says: "agrees" };
const differs: Honest = { says: "differs" };
/** The last session's figures are not there, and that is said. */
const awaited: Honest = { says: "agrees", awaited: true };

/** Every way the stand-in can misbehave, and the first four in which it does not. */
export const faults: Record<Mood, Honest> = {
  normal: agrees,
  newer: agrees,
  midnight: agrees,
  "live-bar": agrees,

  "rate-limited": unreachable("rate-limited"),
  "rate-limited-wait": unreachable("rate-limited"),
  "rate-limited-skewed": unreachable("rate-limited"),
  "not-found": unreachable("not-found"),
  unauthorized: unreachable("offline"),
  forbidden: unreachable("offline"),
  "server-error": unreachable("offline"),
  "error-in-200": unreachable("invalid-answer"),
  "html-200": unreachable("invalid-answer"),
  consent: unreachable("offline"),
  truncated: unreachable("invalid-answer"),
  "null-result": unreachable("invalid-answer"),
  "empty-object": unreachable("invalid-answer"),
  empty: unreachable("invalid-answer"),
  "gzip-garbage": unreachable("invalid-answer"),
  huge: unreachable("invalid-answer"),
  hang: unreachable("timeout"),
  stall: unreachable("timeout"),
  drip: unreachable("timeout"),
  reset: unreachable("offline"),
  "cut-off": unreachable("offline"),

  "other-symbol": unreachable("invalid-answer"),
  "other-currency": unreachable("invalid-answer"),
  "other-zone": unreachable("invalid-answer"),
  "short-column": unreachable("invalid-answer"),
  unsorted: unreachable("invalid-answer"),
  negative: unreachable("invalid-answer"),
  slipped: unreachable("invalid-answer"),
  "split-late": unreachable("invalid-answer"),
  "dividend-late": unreachable("invalid-answer"),

  "another-company": { says: "apart" },
  lagging: awaited,
  "newest-null": awaited,
  "newest-lies": agrees,
  "hole-newer": agrees,
  jump: agrees,
  "dividend-of-0": agrees,
  "twice-then-null": agrees,

  nulls: differs,
  hole: differs,
  differs,
  dividend: agrees,
  split: agrees,
  "split-newer": agrees,
  "twice-last": agrees,
  "skewed-clock": agrees,
};
