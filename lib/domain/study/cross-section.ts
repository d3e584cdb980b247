import { abnormalReturn, cumulativeError } from "./market-model.ts";
import type { StudyFit } from "./event-study.ts";
import { meanResidualCorrelation } from "./residual-correlation.ts";
import { slice } from "./returns.ts";
import { absence } from "../market/series.ts";
import type { Absence } from "../market/series.ts";
import { mean, normalTwoSided, standardDeviation, tTwoSided } from "./stats.ts";

/** A statistic with its two-sided p. */
export interface Tested {
  statistic: number;
  p: number;
}

/**
 * What the members of a group did together over one window. Shown and never a verdict. Patell asks
 * whether the members' moves were large beside their own noise; BMP and Kolari-Pynnönen ask whether
 * the members moved *alike*; only the portfolio asks whether the *group* moved.
 */
export interface CrossSection {
  from: number;
  to: number;
  /** Members, N. */
  members: number;
  /** Mean cumulative abnormal return. */
  mean: number;
  /** Mean over its cross-sectional standard error, t(N − 1): no estimation error, no correlation. */
  crossSectional: Tested;
  /** ΣSCAR/√Σ(nᵢ − 2)/(nᵢ − 4), normal (Patell 1976). Assumes independent members. */
  patell: Tested;
  /** Patell's z/√(1 + (N − 1)r̄), normal (Kolari & Pynnönen 2010). */
  adjustedPatell: Tested;
  /** √N·mean(SCAR)/sd(SCAR), t(N − 1): lets the event change the variance (Boehmer, Musumeci & Poulsen 1991). */
  bmp: Tested;
  /** BMP·√((1 − r̄)/(1 + (N − 1)r̄)), t(N − 1): and the members be correlated (Kolari & Pynnönen 2010). */
  kolariPynnonen: Tested;
  /** Mean pairwise correlation of the estimation residuals. */
  meanCorrelation: number;
}

/**
 * The cross-section of members that share one benchmark and event day. Each cumulative abnormal
 * return is standardised by its exact error, parameter uncertainty included.
 *
 * @returns `too-few-days` below two members or where one misses a session of the window,
 *   `no-residual-variance` where the members cannot be told apart or correlate past what a
 *   correction allows
 */
export function crossSection(fits: StudyFit[], from: number, to: number): CrossSection | Absence {
  const count = fits.length;
  if (count < 2) return absence("too-few-days", "A cross-section needs at least two members.");
  const length = to - from + 1;
  const cars: number[] = [];
  const standardised: number[] = [];
  let expectedVariance = 0;
  for (const fit of fits) {
    const days = slice(fit.event, from, to);
    if (days.own.length !== length) return absence("too-few-days", `${fit.symbol} misses a session of the window.`);
    const car = sum(days.own.map((own, i) => abnormalReturn(fit.model, own, days.market[i] ?? NaN)));
    cars.push(car);
    standardised.push(car / cumulativeError(fit.model, length, sum(days.market)));
    expectedVariance += fit.model.df / (fit.model.df - 2);
  }
  const meanCorrelation = meanResidualCorrelation(fits);
  const spread = standardDeviation(standardised);
  const inflation = 1 + (count - 1) * (meanCorrelation ?? NaN);
  if (meanCorrelation === null || !(spread > 0) || !(inflation > 0) || meanCorrelation >= 1) {
    return absence("no-residual-variance", "The members' abnormal returns do not differ, which leaves no error to judge by.");
  }
  const patell = sum(standardised) / Math.sqrt(expectedVariance);
  const bmp = (Math.sqrt(count) * mean(standardised)) / spread;
  const student = (statistic: number): Tested => ({ statistic, p: tTwoSided(statistic, count - 1) });
  const normal = (statistic: number): Tested => ({ statistic, p: normalTwoSided(statistic) });
  return {
    from,
    to,
    members: count,
    mean: mean(cars),
    crossSectional: student((Math.sqrt(count) * mean(cars)) / standardDeviation(cars)),
    patell: normal(patell),
    adjustedPatell: normal(patell / Math.sqrt(inflation)),
    bmp: student(bmp),
    kolariPynnonen: student(bmp * Math.sqrt((1 - meanCorrelation) / inflation)),
    meanCorrelation,
  };
}

function sum(values: number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
