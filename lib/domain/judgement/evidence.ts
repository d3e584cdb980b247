import { crossSection } from "../study/cross-section.ts";
import type { CrossSection } from "../study/cross-section.ts";
import { studyWindow, summariseStudy } from "../study/event-study.ts";
import type { AbsentWindow, StudyFit, StudyOptions, StudySummary, WindowStudy } from "../study/event-study.ts";
import type { StudyFitter } from "../study/study-fitter.ts";
import type { Instrument } from "../market/instruments.ts";
import { levelOf } from "../market/portfolio.ts";
import type { IndexSeries } from "../market/portfolio.ts";
import { pairReturns } from "../study/returns.ts";
import { absence, isAbsent } from "../market/series.ts";
import type { Absence, Day, PriceSeries } from "../market/series.ts";
import { unitLevels } from "../market/units.ts";
import type { Unit } from "../market/units.ts";

/** Windows that carry a word: the event day, and the day after with it. */
export const VERDICT_WINDOWS = [
  { from: 0, to: 0 },
  { from: 0, to: 1 },
];

/** What every test reads: prices, benchmarks and the clock. */
export interface TestContext {
  instruments: Record<string, Instrument>;
  series: Record<string, PriceSeries>;
  /** Symbols; SPY first. */
  benchmarks: string[];
  eventDay: Day;
  /** The session before. */
  baseDay: Day;
  timeZone: string;
  options: StudyOptions;
  /** Fits a market model, each once. */
  fitStudy: StudyFitter;
}

/** A unit with its market model on each benchmark, for the tests to read. Not for the wire. */
export interface Fitted {
  unit: Unit;
  index: IndexSeries | Absence;
  fits: Record<string, StudyFit | Absence>;
}

/** A return less the benchmark's own, where no model could be fitted: no error, so no word. */
export interface MarketAdjusted {
  from: number;
  to: number;
  benchmark: string;
  return: number;
  excess: number;
}

/** What dropping one member does to a group's abnormal return. */
export interface DropOne {
  without: string;
  benchmark: string;
  windows: (WindowStudy | AbsentWindow)[];
}

/** The numbers on one unit, as a page shows them. Intervals and p-values are unadjusted for multiplicity. */
export interface Evidence {
  unit: Unit;
  /** By benchmark. */
  studies: Record<string, StudySummary | Absence>;
  marketAdjusted: MarketAdjusted[];
  /** For lists and groups, by benchmark; empty otherwise. Shown, never a verdict. */
  crossSections: Record<string, (CrossSection | Absence)[]>;
  /** For groups only. */
  dropOne: DropOne[];
}

export function fitUnit(unit: Unit, context: TestContext): Fitted {
  const index = unitLevels(unit, context.instruments, context.series, context.timeZone);
  const fits = context.benchmarks.map((symbol) => [symbol, fitOn(symbol, index, context)] as const);
  return { unit, index, fits: Object.fromEntries(fits) };
}

function fitOn(benchmark: string, index: IndexSeries | Absence, context: TestContext): StudyFit | Absence {
  if (isAbsent(index)) return index;
  const series = context.series[benchmark];
  if (series === undefined) return absence("no-price", `There are no prices of ${benchmark} in the data.`);
  return context.fitStudy(index, levelOf(series), context.eventDay, context.options);
}

/** @param fit how members are fitted, so that a caller may fit each once */
export function evidenceOf(fitted: Fitted, context: TestContext, fit: (unit: Unit) => Fitted = (unit) => fitUnit(unit, context)): Evidence {
  const { unit, index, fits } = fitted;
  const plural = unit.kind === "list" || unit.kind === "group";
  const members = plural ? unit.members.map((member) => fit(single(member.symbol))) : [];
  return {
    unit,
    studies: mapValues(fits, (fit) => (isAbsent(fit) ? fit : summariseStudy(fit))),
    marketAdjusted: isAbsent(index) ? [] : context.benchmarks.flatMap((benchmark) => marketAdjusted(index, benchmark, fits[benchmark], context)),
    crossSections: plural ? Object.fromEntries(context.benchmarks.map((b) => [b, crossSectionsOn(b, members)])) : {},
    dropOne: unit.kind === "group" ? dropOne(unit, context) : [],
  };
}

/** An instrument as a unit of its own, whatever it is a member of. */
export function single(symbol: string): Unit {
  return { id: symbol, symbol, kind: "instrument", role: "judged", members: [{ symbol, weight: 1, reason: "" }] };
}

/** Only where the model was refused for want of days: elsewhere the abnormal return is the better number. */
function marketAdjusted(index: IndexSeries, benchmark: string, fit: StudyFit | Absence | undefined, context: TestContext): MarketAdjusted[] {
  const series = context.series[benchmark];
  if (fit === undefined || !isAbsent(fit) || fit.absent !== "too-few-days" || series === undefined) return [];
  return VERDICT_WINDOWS.flatMap(({ from, to }) => {
    const paired = pairReturns(index, levelOf(series), context.eventDay, from, to);
    if (isAbsent(paired) || paired.own.length !== to - from + 1) return [];
    const own = compound(paired.own);
    return [{ from, to, benchmark, return: own, excess: own - compound(paired.market) }];
  });
}

function compound(returns: number[]): number {
  return returns.reduce((growth, value) => growth * (1 + value), 1) - 1;
}

function crossSectionsOn(benchmark: string, members: Fitted[]): (CrossSection | Absence)[] {
  const fits: StudyFit[] = [];
  for (const { fits: own } of members) {
    const fit = own[benchmark];
    if (fit === undefined) return [];
    if (isAbsent(fit)) return [fit];
    fits.push(fit);
  }
  return VERDICT_WINDOWS.map(({ from, to }) => crossSection(fits, from, to));
}

function dropOne(unit: Unit, context: TestContext): DropOne[] {
  return unit.members.flatMap(({ symbol }) => {
    const rest: Unit = { ...unit, id: `${unit.id} without ${symbol}`, members: unit.members.filter((m) => m.symbol !== symbol) };
    const { fits } = fitUnit(rest, context);
    return Object.entries(fits).flatMap(([benchmark, fit]) =>
      isAbsent(fit) ? [] : [{ without: symbol, benchmark, windows: VERDICT_WINDOWS.map(({ from, to }) => studyWindow(fit, from, to)) }],
    );
  });
}

function mapValues<A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
