import { mean, median, squaredDeviations, tTwoSided, tUpper } from "./stats.ts";

/** `f` has 1 and `df` degrees of freedom; `t` is its signed root, positive where the second sample is more spread out. */
export interface BrownForsythe {
  f: number;
  t: number;
  df: number;
  /** P(F ≥ f): the spreads differ, either way. */
  pTwoSided: number;
  /** The second sample is more spread out. */
  pUp: number;
}

/**
 * Brown & Forsythe's (1974) test that two samples have the same spread: Levene's one-way analysis of
 * variance on distances from each sample's *median*, which stays near its level when returns have
 * fat tails. With two samples F = t², so the one-sided p is that of t.
 *
 * @returns null where a sample has fewer than two values or the distances do not vary within samples
 */
export function brownForsythe(before: number[], after: number[]): BrownForsythe | null {
  if (before.length < 2 || after.length < 2) return null;
  const a = distances(before);
  const b = distances(after);
  const df = a.length + b.length - 2;
  const within = (squaredDeviations(a) + squaredDeviations(b)) / df;
  if (!(within > 0)) return null;
  const t = (mean(b) - mean(a)) / Math.sqrt(within * (1 / a.length + 1 / b.length));
  return { f: t * t, t, df, pTwoSided: tTwoSided(t, df), pUp: tUpper(t, df) };
}

function distances(values: number[]): number[] {
  const centre = median(values);
  return values.map((value) => Math.abs(value - centre));
}
