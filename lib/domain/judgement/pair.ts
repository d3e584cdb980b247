import type { Direction } from "../article/claim-test.ts";
import { SIGNIFICANCE } from "../study/stats.ts";
import { judged } from "./verdict.ts";
import type { Cause, Judged } from "./verdict.ts";

/**
 * One question asked with two benchmarks. SPY holds the shares under study, so a fall of theirs pulls
 * it down and hides part of itself; equal-weight RSP hardly does. A word needs both.
 */
export interface Pair {
  /** The estimates' common sign; 0 where they disagree. */
  sign: -1 | 0 | 1;
  /** The larger of the two p-values where the signs agree, else 1: both must reject (Berger 1982). */
  p: number;
  /** Each benchmark's own p-value, in the order given. */
  raw: number[];
}

/** @param estimates one per benchmark: its value, of any unit, and two-sided p */
export function pairOf(estimates: { value: number; p: number }[]): Pair {
  const raw = estimates.map(({ p }) => p);
  const signs = new Set(estimates.map(({ value }) => Math.sign(value)));
  const sign = signs.size !== 1 ? 0 : signs.has(1) ? 1 : signs.has(-1) ? -1 : 0;
  return { sign, p: sign === 0 ? 1 : Math.max(...raw), raw };
}

/**
 * The word of one two-sided test whose sign was claimed beforehand.
 *
 * @param adjusted the pair's p after the correction for how many tests were run
 */
export function judgePair(pair: Pair, adjusted: number, claimed: Direction): Judged {
  if (pair.sign !== 0 && adjusted <= SIGNIFICANCE) {
    return judged(pair.sign === signOf(claimed) ? "consistent" : "opposite");
  }
  return judged("not-detectable", causeOf(pair));
}

export function signOf(direction: Direction): -1 | 1 {
  return direction === "up" ? 1 : -1;
}

/** Why a pair that gave no word gave none. */
export function causeOf(pair: Pair): Cause {
  const alone = pair.raw.filter((p) => p <= SIGNIFICANCE).length;
  if (pair.sign === 0 || (alone > 0 && alone < pair.raw.length)) return "benchmark";
  return alone > 0 ? "multiplicity" : "size";
}
