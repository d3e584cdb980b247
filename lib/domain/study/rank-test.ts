/**
 * How unusual a move is among the days the model was fitted on. No distribution is assumed, so fat
 * tails do not mislead it; with n comparisons p cannot go below 1/(n + 1).
 */
export interface RankTest {
  /** Sums of the window's length among the estimation residuals. Longer ones overlap, so they are not n separate chances. */
  n: number;
  overlapping: boolean;
  /** How many were at least as low, at least as high, and at least as far from zero. */
  asLow: number;
  asHigh: number;
  asFar: number;
  /** Two-sided: (1 + asFar)/(n + 1); the observed one counts among its equals (Davison & Hinkley 1997, eq. 4.11). */
  p: number;
}

/**
 * @param residuals of the estimation window, in order
 * @param observed the abnormal return summed over `length` days
 */
export function rankAmong(residuals: number[], observed: number, length: number): RankTest {
  let n = 0;
  let asLow = 0;
  let asHigh = 0;
  let asFar = 0;
  let sum = 0;
  for (let i = 0; i < residuals.length; i += 1) {
    sum += residuals[i] ?? NaN;
    if (i >= length) sum -= residuals[i - length] ?? NaN;
    if (i < length - 1) continue;
    n += 1;
    if (sum <= observed) asLow += 1;
    if (sum >= observed) asHigh += 1;
    if (Math.abs(sum) >= Math.abs(observed)) asFar += 1;
  }
  return { n, overlapping: length > 1, asLow, asHigh, asFar, p: (1 + asFar) / (n + 1) };
}
