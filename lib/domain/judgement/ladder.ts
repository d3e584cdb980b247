import { dayText } from "../market/day-text.ts";
import type { Fitted, TestContext } from "./evidence.ts";
import { factorOn } from "../market/levels.ts";
import { indexOfDay } from "../market/days.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, Day, PriceSeries } from "../market/series.ts";
import { standardDeviation, tQuantile, tTwoSided } from "../study/stats.ts";

/** From the event day's opening price, the first a reader could deal at, or from the close before it. */
export type LadderBase = "open" | "close";

/** Whether a holding beat its benchmark by more than the noise of that many days. */
export interface RelativeTest {
  /** ln of the relative growth. */
  z: number;
  /** Standard deviation of daily log relative returns over the estimation window. */
  s: number;
  t: number;
  df: number;
  p: number;
  /** Where the relative return would lie on 95 of 100 such stretches with no drift, as fractions. */
  band: [number, number];
}

/** A buy-and-hold return beside the benchmark's over the same stretch, from bases of the same kind. Fractions. */
export interface Holding {
  benchmark: string;
  return: number;
  benchmarkReturn: number;
  /** Simple difference of the two. */
  excess: number;
  /** (1 + return)/(1 + benchmarkReturn) − 1: what the test is on. */
  relative: number;
}

/**
 * The value on `day` of one unit of money put into a unit's members in equal amounts at the base and
 * never rebalanced.
 *
 * @returns `no-open` where a member has no opening price, `series-ends` or `no-price` where one has no close
 */
export function growthOf(members: { symbol: string }[], base: LadderBase, day: Day, context: TestContext): number | Absence {
  let sum = 0;
  for (const { symbol } of members) {
    const series = context.series[symbol];
    if (series === undefined) return absence("no-price", `There are no prices of ${symbol} in the data.`);
    const start = base === "open" ? adjustedOpen(series, context.eventDay) : adjustedClose(series, context.baseDay);
    if (isAbsent(start)) return start;
    const end = adjustedClose(series, day);
    if (isAbsent(end)) return end;
    sum += end / start;
  }
  return members.length === 0 ? absence("no-price", "Nothing was bought.") : sum / members.length;
}

/** The unit against one benchmark from the base to the close of `day`. */
export function holdingOf(members: { symbol: string }[], benchmark: string, base: LadderBase, day: Day, context: TestContext): Holding | Absence {
  const own = growthOf(members, base, day, context);
  if (isAbsent(own)) return own;
  const other = growthOf([{ symbol: benchmark }], base, day, context);
  if (isAbsent(other)) return other;
  return { benchmark, return: own - 1, benchmarkReturn: other - 1, excess: own - other, relative: own / other - 1 };
}

/**
 * z = ln(1 + relative) against zero drift: t = z/(s√h) with n − 1 degrees of freedom, for independent
 * daily log relative returns (Campbell, Lo & MacKinlay 1997, ch. 1.4). No α is carried forward, and
 * volatility clusters, so the band is if anything too narrow. A list's s is that of its equal-weight
 * portfolio: the weights it is bought with.
 *
 * @param h sessions; the first ladder's first day starts at the open and is counted whole
 * @returns the reason why the unit has no estimation window on that benchmark, or `no-residual-variance`
 */
export function testRelative(fitted: Fitted, holding: Holding, h: number): RelativeTest | Absence {
  const fit = fitted.fits[holding.benchmark];
  if (fit === undefined || isAbsent(fit)) return fit ?? absence("no-benchmark", `There is no study on ${holding.benchmark}.`);
  const { own, market } = fit.estimation;
  const s = standardDeviation(own.map((value, i) => Math.log1p(value) - Math.log1p(market[i] ?? NaN)));
  if (!(s > 0)) return absence("no-residual-variance", `${fitted.unit.id} never moved apart from ${holding.benchmark}.`);
  const df = own.length - 1;
  const z = Math.log1p(holding.relative);
  const t = z / (s * Math.sqrt(h));
  const reach = tQuantile(0.975, df) * s * Math.sqrt(h);
  return { z, s, t, df, p: tTwoSided(t, df), band: [Math.expm1(-reach), Math.expm1(reach)] };
}

/** The last day on which every member and every benchmark has a price, or null. */
export function lastCommonDay(members: { symbol: string }[], benchmarks: string[], context: TestContext): Day | null {
  const lists = [...members.map(({ symbol }) => symbol), ...benchmarks].map((symbol) => context.series[symbol]?.days ?? []);
  const [first, ...others] = lists;
  return first?.findLast((day) => others.every((days) => indexOfDay(days, day) !== -1)) ?? null;
}

function adjustedOpen(series: PriceSeries, day: Day): number | Absence {
  const open = series.open[indexOfDay(series.days, day)] ?? null;
  const factor = factorOn(series, day);
  if (open === null || factor === null) return absence("no-open", `The source has no opening price of ${series.symbol} for ${dayText(day)}.`);
  return open * factor;
}

function adjustedClose(series: PriceSeries, day: Day): number | Absence {
  const close = series.adjclose[indexOfDay(series.days, day)];
  if (close !== undefined) return close;
  const last = series.days.at(-1) ?? "";
  return day > last
    ? absence("series-ends", `Prices of ${series.symbol} end on ${dayText(last)}.`)
    : absence("no-price", `No price of ${series.symbol} on ${dayText(day)}.`);
}
