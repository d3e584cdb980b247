import { absence } from "../market/series.ts";
import type { Absence } from "../market/series.ts";

/**
 * The market model R = α + β·Rm + ε fitted by least squares over the estimation window (MacKinlay
 * 1997, p. 18). Everything an abnormal return and its error need, and nothing else.
 */
export interface MarketModel {
  /** Fraction per session. */
  alpha: number;
  beta: number;
  /** Residual standard deviation s, divisor n − 2: two parameters were fitted. */
  sigma: number;
  /** Estimation returns, and degrees of freedom n − 2. */
  n: number;
  df: number;
  meanMarket: number;
  /** Σ(Rm − R̄m)² over the estimation window. */
  sxx: number;
}

/** Two parameters leave no degree of freedom below three returns. */
const FEWEST = 3;

/** Variation this small beside the size of the numbers is rounding, not variation. */
const ROUNDING = 1e-24;

/**
 * @param own, market simple returns of equal length, the same days
 * @returns `too-few-days` below three returns, `constant-benchmark` where the market does not vary
 *   (β is then undefined), `no-residual-variance` where the fit is perfect and no error exists
 */
export function fitMarketModel(own: number[], market: number[]): MarketModel | Absence {
  const n = own.length;
  if (n < FEWEST || market.length !== n) {
    return absence("too-few-days", `A market model needs at least ${FEWEST} returns on the same days; there are ${n}.`);
  }
  let sumOwn = 0;
  let sumMarket = 0;
  let sizeOwn = 0;
  let sizeMarket = 0;
  for (let i = 0; i < n; i += 1) {
    const y = own[i] ?? NaN;
    const x = market[i] ?? NaN;
    sumOwn += y;
    sumMarket += x;
    sizeOwn += y * y;
    sizeMarket += x * x;
  }
  const meanOwn = sumOwn / n;
  const meanMarket = sumMarket / n;
  let sxx = 0;
  let sxy = 0;
  for (let i = 0; i < n; i += 1) {
    const dx = (market[i] ?? NaN) - meanMarket;
    sxx += dx * dx;
    sxy += dx * (own[i] ?? NaN);
  }
  if (!(sxx > ROUNDING * sizeMarket)) return absence("constant-benchmark", "The benchmark did not move over the estimation window.");

  const beta = sxy / sxx;
  const alpha = meanOwn - beta * meanMarket;
  let squares = 0;
  for (let i = 0; i < n; i += 1) squares += ((own[i] ?? NaN) - alpha - beta * (market[i] ?? NaN)) ** 2;
  if (!(squares > ROUNDING * sizeOwn)) {
    return absence("no-residual-variance", "The benchmark explains every return of the estimation window, which leaves no error to judge by.");
  }
  return { alpha, beta, sigma: Math.sqrt(squares / (n - 2)), n, df: n - 2, meanMarket, sxx };
}

/** The return in excess of what α and β predict for that market return. */
export function abnormalReturn(model: MarketModel, own: number, market: number): number {
  return own - model.alpha - model.beta * market;
}

/** The abnormal returns of the days the model was fitted on. */
export function residuals(model: MarketModel, own: number[], market: number[]): number[] {
  return own.map((value, i) => abnormalReturn(model, value, market[i] ?? NaN));
}

/**
 * Standard error of one abnormal return outside the estimation window, s·√(1 + 1/n + (Rm − R̄m)²/Sxx):
 * the disturbance plus the error of the two fitted parameters (Patell 1976; MacKinlay 1997, eq. 8).
 */
export function predictionError(model: MarketModel, market: number): number {
  return cumulativeError(model, 1, market);
}

/**
 * Standard error of the abnormal return summed over L days, s·√(L + L²/n + (Σ(Rm − R̄m))²/Sxx). Not
 * √L single errors: all L days share one α and one β, so their parameter errors add up instead of
 * averaging out (Salinger 1992; Campbell, Lo & MacKinlay 1997, eq. 4.4.10).
 *
 * @param marketSum the benchmark's returns summed over the L days
 */
export function cumulativeError(model: MarketModel, length: number, marketSum: number): number {
  const distance = marketSum - length * model.meanMarket;
  return model.sigma * Math.sqrt(length + length ** 2 / model.n + distance ** 2 / model.sxx);
}
