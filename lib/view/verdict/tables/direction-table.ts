import type { BenchmarkEstimate, DirectionFinding, DirectionOutcome } from "../../../domain/judgement/direction.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import { bareP, barePointSize, formatSigned, barePoints, pointRange } from "../../words/format.ts";
import type { NumberRow, NumberTable } from "../../words/number-table.ts";
import type { Names } from "../../words/names.ts";
import { unitName } from "../../words/names.ts";

/** One table per window that carries a word; [0,0] first. */
export function directionTables(outcome: DirectionOutcome, names: Names): NumberTable[] {
  return outcome.windows.map(({ from, to }, i) => ({
    caption: `${windowName(from, to)}: points beyond what each benchmark explains, unadjusted 95\u202F% interval; p corrected over ${outcome.family} tests.${to > from ? " Counts with * are among overlapping sums of ordinary days." : ""}`,
    columns: [
      { label: "Beyond", to: "benchmarks" },
      { label: "Points", to: i === 0 ? "abnormal" : "windows" },
      { label: "95\u202F% interval", to: "abnormal" },
      { label: "Error", to: i === 0 ? "abnormal" : "windows" },
      { label: "t", to: "abnormal" },
      { label: "p", to: "abnormal" },
      { label: "As far, rank p", to: "rank" },
      { label: "Pair p", to: "direction" },
      { label: "Holm p", to: "holm" },
      { label: "Word", to: "words" },
    ],
    rows: outcome.findings.flatMap((finding) => rowsOf(finding, i, names)),
  }));
}

/** "Event day [0,0]" */
export function windowName(from: number, to: number): string {
  const label = `[${signless(from)},${to === 0 ? "0" : `+${to}`}]`;
  return from === 0 && to === 0 ? `Event day ${label}` : `${to - from + 1} days ${label}`;
}

function signless(offset: number): string {
  return offset < 0 ? `−${-offset}` : `${offset}`;
}

function rowsOf(finding: DirectionFinding, i: number, names: Names): NumberRow[] {
  const window = finding.windows[i];
  const name = unitName(finding.unit, names);
  if (window === undefined) return [];
  const { estimate, judged } = window;
  if (isAbsent(estimate)) return [{ id: finding.unit, name, cells: [], why: estimate.why }];
  return estimate.estimates.map((found, at) => ({
    id: `${finding.unit}-${found.benchmark}`,
    name,
    under: at > 0,
    cells: [...estimateCells(found), ...(at === 0 ? [bareP(estimate.pair.p), bareP(estimate.adjusted), { judged }] : ["", "", ""])],
  }));
}

/** Benchmark, estimate, interval, error, t, p, and beside it how many days went as far either way, with their p: both p are two-sided. */
export function estimateCells({ benchmark, car, ci95, se, t, p, rank }: BenchmarkEstimate): string[] {
  return [
    benchmark,
    barePoints(car),
    pointRange(ci95[0], ci95[1]),
    barePointSize(se),
    formatSigned(t),
    bareP(p),
    `${rank.asFar} / ${rank.n}${rank.overlapping ? " *" : ""} (${bareP(rank.p)})`,
  ];
}
