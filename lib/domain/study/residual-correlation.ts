import { residualsOf } from "./event-study.ts";
import type { StudyFit } from "./event-study.ts";
import { correlation, mean } from "./stats.ts";

interface Column {
  offsets: number[];
  values: number[];
  /** The values with mean 0 and length 1, so that a product of two columns is their correlation; null where they do not vary. */
  unit: number[] | null;
}

/**
 * Mean of the pairwise correlations of the members' estimation residuals, r̄ of Kolari & Pynnönen
 * (2010): how much members whose event falls on the same day repeat each other. Each pair over the
 * days it shares.
 *
 * @returns null below two members, or where a pair shares fewer than two days or does not vary
 */
export function meanResidualCorrelation(fits: StudyFit[]): number | null {
  const columns = fits.map((fit): Column => {
    const values = residualsOf(fit);
    return { offsets: fit.estimation.offsets, values, unit: unitOf(values) };
  });
  const pairs: number[] = [];
  for (const [i, a] of columns.entries()) {
    for (const b of columns.slice(i + 1)) {
      const r = correlated(a, b);
      if (r === null) return null;
      pairs.push(r);
    }
  }
  return pairs.length === 0 ? null : mean(pairs);
}

function correlated(a: Column, b: Column): number | null {
  if (sameDays(a.offsets, b.offsets)) return a.unit === null || b.unit === null ? null : product(a.unit, b.unit);
  const [x, y] = onSharedDays(a, b);
  return x.length < 2 ? null : correlation(x, y);
}

function sameDays(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((offset, i) => offset === b[i]);
}

function unitOf(values: number[]): number[] | null {
  const centre = mean(values);
  const moved = values.map((value) => value - centre);
  const length = Math.sqrt(product(moved, moved));
  return length > 0 ? moved.map((value) => value / length) : null;
}

function product(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? NaN) * (b[i] ?? NaN);
  return sum;
}

function onSharedDays(a: Column, b: Column): [number[], number[]] {
  const x: number[] = [];
  const y: number[] = [];
  let j = 0;
  for (const [i, offset] of a.offsets.entries()) {
    while ((b.offsets[j] ?? Infinity) < offset) j += 1;
    if (b.offsets[j] !== offset) continue;
    x.push(a.values[i] ?? NaN);
    y.push(b.values[j] ?? NaN);
  }
  return [x, y];
}
