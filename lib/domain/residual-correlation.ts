import { residualsOf } from "./event-study.ts";
import type { StudyFit } from "./event-study.ts";
import { correlation, mean } from "./stats.ts";

interface Column {
  offsets: number[];
  values: number[];
}

/**
 * Mean of the pairwise correlations of the members' estimation residuals, r̄ of Kolari & Pynnönen
 * (2010): how much members whose event falls on the same day repeat each other. Each pair over the
 * days it shares.
 *
 * @returns null below two members, or where a pair shares fewer than two days or does not vary
 */
export function meanResidualCorrelation(fits: StudyFit[]): number | null {
  const columns = fits.map((fit) => ({ offsets: fit.estimation.offsets, values: residualsOf(fit) }));
  const pairs: number[] = [];
  for (const [i, a] of columns.entries()) {
    for (const b of columns.slice(i + 1)) {
      const [x, y] = onSharedDays(a, b);
      const r = x.length < 2 ? null : correlation(x, y);
      if (r === null) return null;
      pairs.push(r);
    }
  }
  return pairs.length === 0 ? null : mean(pairs);
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
