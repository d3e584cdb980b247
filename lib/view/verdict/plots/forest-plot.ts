import type { Evidence } from "../../../domain/judgement/evidence.ts";
import type { WindowStudy } from "../../../domain/study/event-study.ts";
import type { PairOutcome } from "../../../domain/judgement/pairwise.ts";
import type { RankingOutcome } from "../../../domain/judgement/ranking.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import { percentScale } from "../../words/percent-scale.ts";
import type { Tick } from "../../words/percent-scale.ts";
import type { Judged } from "../../../domain/judgement/verdict.ts";
import { formatList, formatSignedPoints, bareAxisPoints, pointRange } from "../../words/format.ts";
import type { Names } from "../../words/names.ts";
import { pairName, unitName } from "../../words/names.ts";

/** One estimate with its interval on one benchmark. X in percent of the width. */
export interface ForestMark {
  benchmark: string;
  at: number;
  low: number;
  high: number;
  /** "−13.4 points" and "−17.9 to −8.8". */
  value: string;
  interval: string;
  /** The interval leaves out zero. */
  clear: boolean;
}

export interface ForestRow {
  id: string;
  label: string;
  marks: ForestMark[];
  /** Why there is no mark. */
  why: string | null;
  /** Its own word where the test is on it; null for what stands beside. */
  judged: Judged | null;
}

export interface ForestPlot {
  /** Those under test first, each part from its lowest. */
  rows: ForestRow[];
  benchmarks: string[];
  zero: number;
  ticks: Tick[];
  description: string;
}

interface Estimates {
  id: string;
  label: string;
  estimates: { benchmark: string; window: WindowStudy }[];
  why: string | null;
  judged: Judged | null;
}

/**
 * Abnormal returns of units over [0,0], lowest first; those without a study keep a row with the reason.
 *
 * @param judged the words of those under test, by unit: they come before what stands beside them
 */
export function unitForest(evidence: Evidence[], names: Names, judged: Record<string, Judged> = {}): ForestPlot | null {
  const rows = evidence.map(({ unit, studies }): Estimates => {
    const found = Object.entries(studies).flatMap(([benchmark, study]) => {
      if (isAbsent(study)) return [];
      const window = study.windows.find(({ from, to }) => from === 0 && to === 0);
      return window === undefined || isAbsent(window) ? [] : [{ benchmark, window }];
    });
    const why = Object.values(studies).flatMap((study) => (isAbsent(study) ? [study.why] : []))[0] ?? null;
    return { id: unit.id, label: unitName(unit.id, names), estimates: found, why, judged: judged[unit.id] ?? null };
  });
  return forest(rows, "Return beyond what the benchmark explains, on the event day");
}

/** The instrument's return minus each other member's, lowest first. */
export function rankingForest(outcome: RankingOutcome, names: Names): ForestPlot | null {
  const own = unitName(outcome.symbol, names);
  const rows = outcome.differences.map(({ other, estimates }): Estimates => ({
    id: other,
    label: unitName(other, names),
    estimates: estimates.map((window) => ({ benchmark: window.benchmark, window })),
    why: null,
    judged: null,
  }));
  return forest(rows, `${own} minus each of the others on the event day`);
}

/** Each pair's difference with its word, lowest first; one that could not be tested keeps a row with the reason. */
export function pairForest({ findings }: PairOutcome, names: Names): ForestPlot | null {
  const rows = findings.map(({ higher, lower, windows: [day] }): Estimates => {
    const estimate = day?.estimate;
    const found = estimate === undefined || isAbsent(estimate) ? [] : estimate.estimates;
    return {
      id: `${higher}-${lower}`,
      label: pairName({ higher, lower }, names),
      estimates: found.map((window) => ({ benchmark: window.benchmark, window })),
      why: estimate !== undefined && isAbsent(estimate) ? estimate.why : null,
      judged: day?.judged ?? null,
    };
  });
  return forest(rows, "One return minus the other beyond what the benchmark explains, on the event day");
}

function forest(rows: Estimates[], what: string): ForestPlot | null {
  const windows = rows.flatMap(({ estimates }) => estimates.map(({ window }) => window));
  if (windows.length === 0) return null;
  const { at, zero, ticks } = percentScale(
    windows.flatMap(({ ci95 }) => ci95),
    { range: [2, 98], count: 3, label: bareAxisPoints, halved: true },
  );
  const sorted = rows.toSorted(
    (a, b) => Number(a.judged === null) - Number(b.judged === null) || (a.estimates[0]?.window.car ?? Infinity) - (b.estimates[0]?.window.car ?? Infinity),
  );
  return {
    rows: sorted.map(({ id, label, estimates, why, judged }) => ({
      id,
      label,
      judged,
      why: estimates.length === 0 ? why : null,
      marks: estimates.map(({ benchmark, window }) => ({
        benchmark,
        at: at(window.car),
        low: at(window.ci95[0]),
        high: at(window.ci95[1]),
        value: formatSignedPoints(window.car),
        interval: pointRange(window.ci95[0], window.ci95[1]),
        clear: window.ci95[0] > 0 || window.ci95[1] < 0,
      })),
    })),
    benchmarks: [...new Set(rows.flatMap(({ estimates }) => estimates.map(({ benchmark }) => benchmark)))],
    zero,
    ticks,
    description: describe(what, sorted),
  };
}

/** Which intervals leave out zero on every benchmark, and which do not. */
function describe(what: string, rows: Estimates[]): string {
  const sideOf = ({ estimates }: Estimates) => {
    const sides = new Set(estimates.map(({ window }) => (window.ci95[1] < 0 ? "below" : window.ci95[0] > 0 ? "above" : "across")));
    return sides.size === 1 ? [...sides][0] : "across";
  };
  const drawn = rows.filter(({ estimates }) => estimates.length > 0);
  const named = (side: string) => drawn.filter((row) => sideOf(row) === side).map(({ label }) => label);
  const parts = [
    { names: named("below"), says: "below zero on every benchmark for" },
    { names: named("above"), says: "above zero on every benchmark for" },
    { names: named("across"), says: "reaching zero on at least one for" },
  ];
  const said = parts.filter(({ names }) => names.length > 0).map(({ names, says }) => `${says} ${formatList(names)}`);
  return `${what}, with 95\u202F% intervals: ${said.join("; ")}.`;
}
