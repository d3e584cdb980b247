/**
 * The small statistics every test is made of. Functions take plain columns of finite numbers and say
 * how many they need; callers refuse shorter input before they ask.
 */
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantileOf from "@stdlib/stats-base-dists-t-quantile";

/** The level every word is decided at. */
export const SIGNIFICANCE = 0.05;

/** Arithmetic mean of at least one number. */
export function mean(values: number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Sum of squared deviations from the mean, by the two-pass formula: stable where the mean is far from zero. */
export function squaredDeviations(values: number[]): number {
  const centre = mean(values);
  let sum = 0;
  for (const value of values) sum += (value - centre) ** 2;
  return sum;
}

/** Unbiased sample variance, divisor n − 1, of at least two numbers. */
export function variance(values: number[]): number {
  return squaredDeviations(values) / (values.length - 1);
}

export function standardDeviation(values: number[]): number {
  return Math.sqrt(variance(values));
}

/** Middle value of at least one number; the mean of the middle two where their count is even. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? NaN)) / 2;
}

/** Pearson's product-moment correlation, or null where either column does not vary. Columns of equal length. */
export function correlation(x: number[], y: number[]): number | null {
  const meanX = mean(x);
  const meanY = mean(y);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  x.forEach((value, i) => {
    const dx = value - meanX;
    const dy = (y[i] ?? NaN) - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  });
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

/** P(|T| ≥ |t|) for Student's t. Two tails are twice the lower one, which keeps its digits far out. */
export function tTwoSided(t: number, df: number): number {
  return 2 * tCdf(-Math.abs(t), df);
}

/** P(T ≥ t) for Student's t. */
export function tUpper(t: number, df: number): number {
  return tCdf(-t, df);
}

/** The point below which a share `p` of Student's t lies, 0 < p < 1. */
export function tQuantile(p: number, df: number): number {
  const key = `${p} ${df}`;
  const known = quantiles.get(key) ?? tQuantileOf(p, df);
  quantiles.set(key, known);
  return known;
}

/** Every interval of an article asks for the same few, and each takes an iteration to find. */
const quantiles = new Map<string, number>();

/** P(|Z| ≥ |z|) for the standard normal. */
export function normalTwoSided(z: number): number {
  return 2 * normalCdf(-Math.abs(z), 0, 1);
}
