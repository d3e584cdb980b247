import type { AbsentRung, HorizonOutcome, Ladder, Rung } from "../../../domain/judgement/horizon.ts";
import { isAbsent } from "../../../domain/market/series.ts";
import type { Judged } from "../../../domain/judgement/verdict.ts";
import { percentScale } from "../../words/percent-scale.ts";
import type { Tick } from "../../words/percent-scale.ts";
import { formatAxisMove, formatCount, formatDay, formatMove, formatMoveRange } from "../../words/format.ts";
import type { Names } from "../../words/names.ts";
import { unitName } from "../../words/names.ts";

/** One horizon of one unit. X in percent of the width. */
export interface LadderRung {
  horizon: number;
  /** "to Fri 31 Jan" */
  until: string;
  /** "−4.9 %", relative to the benchmark. */
  value: string;
  at: number;
  /** Where it would lie on 95 of 100 such stretches with no skill; null where there is no test. */
  band: { low: number; high: number; label: string } | null;
  /** Beyond the band, before any correction. */
  outside: boolean;
  judged: Judged;
}

export interface UnitLadder {
  unit: string;
  label: string;
  role: Ladder["role"];
  rungs: LadderRung[];
  /** Why it has no place on this ladder; its rungs are then empty. */
  why: string | null;
  /** Read from the rungs. */
  description: string;
}

export interface HorizonLadders {
  benchmark: string;
  from: string;
  /** What each word is corrected over, those past the data too: "six horizons". */
  corrected: string;
  /** Those without a place on the ladder come last, with the reason. */
  exposures: { symbol: string; name: string; ladders: UnitLadder[] }[];
  zero: number;
  ticks: Tick[];
}

/** The chip's ladders, from the event day's open against the first benchmark, all on one axis. */
export function horizonLadders({ fromOpen }: HorizonOutcome, names: Names): HorizonLadders | null {
  const [first] = fromOpen;
  if (first === undefined) return null;
  const reach = fromOpen.flatMap(({ rungs }) => rungs.flatMap(reachOf));
  const { at, zero, ticks } = percentScale(reach, { range: [2, 98], count: 2, label: formatAxisMove });
  const symbols = [...new Set(fromOpen.map(({ symbol }) => symbol))];
  const start = fromOpen.flatMap(({ rungs }) => rungs.flatMap((rung) => (isAbsent(rung) || rung.horizon !== 1 ? [] : [rung.day])))[0];
  return {
    benchmark: first.benchmarks[0] ?? "",
    from: start === undefined ? "the open" : `the open of ${formatDay(start, "full")}`,
    corrected: formatCount(first.rungs.length, "horizon"),
    exposures: symbols.map((symbol) => ({
      symbol,
      name: unitName(symbol, names),
      ladders: fromOpen
        .filter((ladder) => ladder.symbol === symbol)
        .map((ladder) => unitLadder(ladder, names, at))
        .toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null)),
    })),
    zero,
    ticks,
  };
}

function reachOf(rung: Rung | AbsentRung): number[] {
  if (isAbsent(rung)) return [];
  return rung.against.slice(0, 1).flatMap(({ relative, test }) => [relative, ...(isAbsent(test) ? [] : test.band)]);
}

function unitLadder({ unit, role, rungs }: Ladder, names: Names, at: (value: number) => number): UnitLadder {
  const label = unitName(unit, names);
  const drawn = rungs.flatMap((rung) => rungOf(rung, at));
  const missing = rungs.flatMap((rung) => (isAbsent(rung) ? [rung.why] : []));
  return { unit, label, role, rungs: drawn, why: drawn.length === 0 ? (missing[0] ?? null) : null, description: describe(label, drawn) };
}

function rungOf(rung: Rung | AbsentRung, at: (value: number) => number): LadderRung[] {
  if (isAbsent(rung)) return [];
  const [own] = rung.against;
  if (own === undefined) return [];
  const { relative, test } = own;
  const band = isAbsent(test) ? null : { low: at(test.band[0]), high: at(test.band[1]), label: formatMoveRange(test.band[0], test.band[1], 0) };
  return [
    {
      horizon: rung.horizon,
      until: formatDay(rung.day, "long"),
      value: formatMove(relative, 1),
      at: at(relative),
      band,
      outside: !isAbsent(test) && (relative < test.band[0] || relative > test.band[1]),
      judged: rung.judged,
    },
  ];
}

function describe(label: string, rungs: LadderRung[]): string {
  const said = rungs.map(({ horizon, value, band, outside }) => {
    if (band === null) return `${value} after ${horizon}`;
    return `${value} after ${horizon}, ${outside ? "outside" : "inside"} ${band.label}`;
  });
  return `${label} against the benchmark, by sessions: ${said.join("; ")}.`;
}
