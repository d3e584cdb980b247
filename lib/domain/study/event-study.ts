import { abnormalReturn, cumulativeError, fitMarketModel, predictionError, residuals } from "./market-model.ts";
import type { MarketModel } from "./market-model.ts";
import type { IndexSeries } from "../market/portfolio.ts";
import { rankAmong } from "./rank-test.ts";
import type { RankTest } from "./rank-test.ts";
import { pairReturns, slice } from "./returns.ts";
import type { PairedReturns } from "./returns.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, Day } from "../market/series.ts";
import { tQuantile, tTwoSided } from "./stats.ts";

/** Lengths in sessions: the estimation window ends `gap` sessions before the event day. */
export interface StudyOptions {
  estimation: number;
  /** Sessions −gap … −1 stay out of the estimation: news may leak before it is news. */
  gap: number;
  /** Fewer estimation returns than this refuse the study. */
  minimum: number;
}

export const STUDY_OPTIONS: StudyOptions = { estimation: 250, gap: 10, minimum: 120 };

/** Event windows as offsets, both ends included. The first is primary: publication precedes the open. */
export const WINDOWS = [
  { from: 0, to: 0 },
  { from: 0, to: 1 },
  { from: -1, to: 1 },
  { from: 0, to: 4 },
  { from: 0, to: 20 },
];

/** A market model with the days around the event: what every test on abnormal returns starts from. */
export interface StudyFit {
  symbol: string;
  benchmark: string;
  eventDay: Day;
  model: MarketModel;
  estimation: PairedReturns;
  /** From −gap to the end of the longest window, as far as the data reach. */
  event: PairedReturns;
}

/** One abnormal return with its error, Student's t with n − 2 degrees of freedom, two-sided p. Unadjusted for multiplicity. */
export interface StudyDay {
  offset: number;
  day: Day;
  return: number;
  benchmarkReturn: number;
  abnormal: number;
  se: number;
  t: number;
  p: number;
}

/** A cumulative abnormal return. `ci95` is low and high, unadjusted for multiplicity. */
export interface WindowStudy {
  from: number;
  to: number;
  /** Compounded over the window, as a holder saw it; `car` is a sum. */
  return: number;
  benchmarkReturn: number;
  car: number;
  se: number;
  t: number;
  p: number;
  ci95: [number, number];
  /** The companion without a normality assumption. */
  rank: RankTest;
}

export interface AbsentWindow extends Absence {
  from: number;
  to: number;
}

export interface Study {
  symbol: string;
  benchmark: string;
  eventDay: Day;
  estimation: { from: Day; to: Day; sessions: number };
  alpha: number;
  beta: number;
  sigma: number;
  days: StudyDay[];
  windows: (WindowStudy | AbsentWindow)[];
  /** That of the event day alone. */
  rank: RankTest;
}

/** A study without its days: those are the study API's. */
export type StudySummary = Omit<Study, "days">;

/**
 * The event study of one instrument on one benchmark around one day.
 *
 * @returns the reasons of `fitStudy`
 */
export function studyOf(instrument: IndexSeries, benchmark: IndexSeries, eventDay: Day, options: Partial<StudyOptions> = {}): Study | Absence {
  const fit = fitStudy(instrument, benchmark, eventDay, options);
  return isAbsent(fit) ? fit : reportStudy(fit);
}

/**
 * Fits the market model over the estimation window and keeps the days around the event.
 *
 * @param instrument, benchmark total-return levels; the benchmark's days are the sessions
 * @returns `same-as-benchmark` for an instrument on itself, `too-few-days` below `minimum` estimation
 *   returns, or a reason of `pairReturns` or `fitMarketModel`
 */
export function fitStudy(instrument: IndexSeries, benchmark: IndexSeries, eventDay: Day, options: Partial<StudyOptions> = {}): StudyFit | Absence {
  const { estimation, gap, minimum } = { ...STUDY_OPTIONS, ...options };
  const { symbol } = instrument;
  if (symbol === benchmark.symbol) return absence("same-as-benchmark", `${symbol} is the benchmark: it cannot differ from itself.`);
  const last = Math.max(...WINDOWS.map((window) => window.to));
  const paired = pairReturns(instrument, benchmark, eventDay, -(gap + estimation), last);
  if (isAbsent(paired)) return paired;
  const sample = slice(paired, -(gap + estimation), -(gap + 1));
  if (sample.own.length < minimum) {
    return absence("too-few-days", `${symbol} has ${sample.own.length} returns in the estimation window; the market model asks for at least ${minimum}.`);
  }
  return fitReturns(symbol, benchmark.symbol, eventDay, sample, slice(paired, -gap, last));
}

/** As `fitStudy`, from returns that are already paired and cut: a difference of two instruments has no level of its own. */
export function fitReturns(symbol: string, benchmark: string, eventDay: Day, estimation: PairedReturns, event: PairedReturns): StudyFit | Absence {
  const model = fitMarketModel(estimation.own, estimation.market);
  return isAbsent(model) ? model : { symbol, benchmark, eventDay, model, estimation, event };
}

/** The fit as numbers for a reader: every day and window with its error, t and p. */
export function reportStudy(fit: StudyFit): Study {
  return { ...summariseStudy(fit), days: fit.event.offsets.map((offset, i) => studyDay(fit, offset, i)) };
}

/** The same without the days, most of whose p-values nobody reads. */
export function summariseStudy(fit: StudyFit): StudySummary {
  const { model, estimation, event } = fit;
  return {
    symbol: fit.symbol,
    benchmark: fit.benchmark,
    eventDay: fit.eventDay,
    estimation: { from: estimation.days[0] ?? "", to: estimation.days.at(-1) ?? "", sessions: model.n },
    alpha: model.alpha,
    beta: model.beta,
    sigma: model.sigma,
    windows: WINDOWS.map(({ from, to }) => studyWindow(fit, from, to)),
    rank: rankAmong(residualsOf(fit), abnormalReturn(model, ...returnsAt(event, event.offsets.indexOf(0))), 1),
  };
}

/** One window's cumulative abnormal return, or why the data do not hold it: every session of it must be there. */
export function studyWindow(fit: StudyFit, from: number, to: number): WindowStudy | AbsentWindow {
  const { model } = fit;
  const days = slice(fit.event, from, to);
  const length = to - from + 1;
  if (days.own.length !== length) {
    return { from, to, ...absence("series-ends", `${fit.symbol} has prices on ${days.own.length} of the ${length} sessions of the window.`) };
  }
  let car = 0;
  let marketSum = 0;
  let growth = 1;
  let benchmarkGrowth = 1;
  for (let i = 0; i < length; i += 1) {
    const [own, market] = returnsAt(days, i);
    car += abnormalReturn(model, own, market);
    marketSum += market;
    growth *= 1 + own;
    benchmarkGrowth *= 1 + market;
  }
  const se = cumulativeError(model, length, marketSum);
  const t = car / se;
  const reach = tQuantile(0.975, model.df) * se;
  return {
    from,
    to,
    return: growth - 1,
    benchmarkReturn: benchmarkGrowth - 1,
    car,
    se,
    t,
    p: tTwoSided(t, model.df),
    ci95: [car - reach, car + reach],
    rank: rankAmong(residualsOf(fit), car, length),
  };
}

/** The abnormal returns of the estimation days: the strip the event day is set among. */
export function residualsOf(fit: StudyFit): number[] {
  return residuals(fit.model, fit.estimation.own, fit.estimation.market);
}

function studyDay({ model, event }: StudyFit, offset: number, i: number): StudyDay {
  const [own, market] = returnsAt(event, i);
  const abnormal = abnormalReturn(model, own, market);
  const se = predictionError(model, market);
  const t = abnormal / se;
  return { offset, day: event.days[i] ?? "", return: own, benchmarkReturn: market, abnormal, se, t, p: tTwoSided(t, model.df) };
}

function returnsAt(paired: PairedReturns, i: number): [number, number] {
  return [paired.own[i] ?? NaN, paired.market[i] ?? NaN];
}

/** The market model of one instrument's return less another's, over the days both have. */
export function fitDifference(a: StudyFit, b: StudyFit): StudyFit | Absence {
  return fitReturns(`${a.symbol} − ${b.symbol}`, a.benchmark, a.eventDay, plus(a.estimation, b.estimation, -1), plus(a.event, b.event, -1));
}

/** The same of the two returns added up: half of it is the portfolio of both. */
export function fitSum(a: StudyFit, b: StudyFit): StudyFit | Absence {
  return fitReturns(`${a.symbol} + ${b.symbol}`, a.benchmark, a.eventDay, plus(a.estimation, b.estimation, 1), plus(a.event, b.event, 1));
}

function plus(a: PairedReturns, b: PairedReturns, sign: 1 | -1): PairedReturns {
  const other = new Map(b.offsets.map((offset, i) => [offset, b.own[i] ?? NaN]));
  const kept = a.offsets.map((_, i) => i).filter((i) => other.has(a.offsets[i] ?? NaN));
  return {
    offsets: kept.map((i) => a.offsets[i] ?? NaN),
    days: kept.map((i) => a.days[i] ?? ""),
    own: kept.map((i) => (a.own[i] ?? NaN) + sign * (other.get(a.offsets[i] ?? NaN) ?? NaN)),
    market: kept.map((i) => a.market[i] ?? NaN),
  };
}
