import { dayText } from "../market/day-text.ts";
import { countBefore } from "../market/days.ts";
import type { IndexSeries } from "../market/portfolio.ts";
import { absence } from "../market/series.ts";
import type { Absence, Day } from "../market/series.ts";

/**
 * Simple returns of an instrument and its benchmark, side by side, as columns of equal length.
 * `offsets` count the benchmark's sessions from the event day, which is 0. The return at an offset
 * runs from the last earlier day on which both traded, so a missed session makes one longer return
 * on both sides and no return of its own.
 */
export interface PairedReturns {
  offsets: number[];
  days: Day[];
  own: number[];
  market: number[];
}

/**
 * @param from, to offsets, both included; what the data do not hold is left out, not filled
 * @returns `no-session` where the benchmark did not trade on the event day, `series-ends` where the
 *   instrument's prices end before it, `no-price` where it did not trade that day
 */
export function pairReturns(instrument: IndexSeries, benchmark: IndexSeries, eventDay: Day, from: number, to: number): PairedReturns | Absence {
  const zero = countBefore(benchmark.days, eventDay);
  if (benchmark.days[zero] !== eventDay) return absence("no-session", `${benchmark.symbol} has no session on ${dayText(eventDay)}.`);
  const last = instrument.days.at(-1);
  if (last === undefined || last < eventDay) {
    return absence("series-ends", `The prices of ${instrument.symbol} end before ${dayText(eventDay)}.`);
  }
  if (instrument.days[countBefore(instrument.days, eventDay)] !== eventDay) {
    return absence("no-price", `${instrument.symbol} has no price on ${dayText(eventDay)}.`);
  }

  const paired: PairedReturns = { offsets: [], days: [], own: [], market: [] };
  let base = lastCommonBefore(instrument.days, benchmark.days, zero + from);
  let i = base === null ? 0 : base.instrument + 1;
  for (let b = Math.max(0, zero + from); b <= zero + to && b < benchmark.days.length; b += 1) {
    const day = benchmark.days[b] ?? "";
    while (i < instrument.days.length && (instrument.days[i] ?? "") < day) i += 1;
    if (instrument.days[i] !== day) continue;
    if (base !== null) {
      paired.offsets.push(b - zero);
      paired.days.push(day);
      paired.own.push(change(instrument.level, base.instrument, i));
      paired.market.push(change(benchmark.level, base.benchmark, b));
    }
    base = { instrument: i, benchmark: b };
  }
  return paired;
}

/** The part of the columns whose offsets lie between `from` and `to`, both included. */
export function slice(paired: PairedReturns, from: number, to: number): PairedReturns {
  const start = paired.offsets.findIndex((offset) => offset >= from);
  if (start === -1) return { offsets: [], days: [], own: [], market: [] };
  let end = start;
  while (end < paired.offsets.length && (paired.offsets[end] ?? Infinity) <= to) end += 1;
  return {
    offsets: paired.offsets.slice(start, end),
    days: paired.days.slice(start, end),
    own: paired.own.slice(start, end),
    market: paired.market.slice(start, end),
  };
}

function change(level: number[], from: number, to: number): number {
  return (level[to] ?? NaN) / (level[from] ?? NaN) - 1;
}

/** The last day before the benchmark's place `before` on which both traded, as indexes in both lists. */
function lastCommonBefore(instrument: Day[], benchmark: Day[], before: number): { instrument: number; benchmark: number } | null {
  for (let b = before - 1; b >= 0; b -= 1) {
    const day = benchmark[b] ?? "";
    const i = countBefore(instrument, day);
    if (instrument[i] === day) return { instrument: i, benchmark: b };
    if (i === 0) return null;
  }
  return null;
}
