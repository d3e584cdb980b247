import { fitReturns } from "./event-study.ts";
import type { StudyFit } from "./event-study.ts";
import type { PairedReturns } from "./returns.ts";
import type { Absence } from "../market/series.ts";

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
