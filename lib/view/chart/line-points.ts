import type { Line } from "../../domain/report/line.ts";
import type { Base } from "../../domain/moves/moves.ts";
import { absence, isAbsent } from "../../domain/market/series.ts";
import type { Absence, Day } from "../../domain/market/series.ts";
import type { Point } from "./chart-model.ts";
import type { MinuteAxis } from "./minute-axis.ts";
import type { Measure, ViewState } from "./view-state.ts";

type Asked = Pick<ViewState, "base" | "measure" | "against">;

/** A line's points between two offsets, counted from the base in the asked measure, or why there are none. */
export function sessionPoints(line: Line, asked: Asked, [from, to]: [number, number]): Point[] | Absence {
  const value = valuesOf(line, asked);
  if (isAbsent(value)) return value;
  return line.offsets.flatMap((offset, i) => {
    const at = offset < from || offset > to ? null : value(i);
    return at === null ? [] : [{ offset, day: line.days[i] ?? "", value: at }];
  });
}

/** The same for the 5-minute bars of the days around the event. */
export function minutePoints(line: Line, asked: Asked, axis: MinuteAxis): Point[] | Absence {
  const { minutes } = line;
  if (isAbsent(minutes)) return minutes;
  const base = asked.measure === "price" ? 1 : levelAt(line, asked.base);
  if (isAbsent(base)) return base;
  return minutes.start.flatMap((start, i) => {
    const offset = axis.at.get(start);
    const change = minutes.change[i];
    const close = minutes.close[i];
    if (offset === undefined || change === undefined || close === undefined) return [];
    const value = asked.measure === "price" ? close : inMeasure(asked.measure, (1 + change) / base);
    return [{ offset, day: axis.stops[offset]?.day ?? "", value }];
  });
}

function valuesOf(line: Line, { base, measure, against }: Asked): ((i: number) => number | null) | Absence {
  if (measure === "price") {
    const { close } = line;
    return isAbsent(close) ? close : (i) => close[i] ?? null;
  }
  if (measure === "abnormal") {
    const sums = line.abnormal[against] ?? absence("no-benchmark", `${against} is no benchmark here.`);
    if (isAbsent(sums)) return sums;
    const zero = sums[lastOn(line, baseDayOf(line, base))];
    if (zero === undefined || zero === null) return absence("no-price", `${line.label} has no abnormal return on the base day.`);
    return (i) => {
      const sum = sums[i] ?? null;
      return sum === null ? null : asHeld(sum - zero, 6);
    };
  }
  const level = levelAt(line, base);
  if (isAbsent(level)) return level;
  return (i) => inMeasure(measure, (1 + (line.change[i] ?? NaN)) / level);
}

function inMeasure(measure: Measure, ratio: number): number {
  return measure === "index" ? asHeld(100 * ratio, 4) : asHeld(ratio - 1, 6);
}

/** To the digits that lines are held to: beyond them is dust, and page and file must round the same number. */
function asHeld(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}

/** Where the base stands, the base close being 1. */
function levelAt(line: Line, base: Base | Day): number | Absence {
  if (base === "close") return 1;
  if (base === "publication" || base === "open") return line.bases[base];
  const change = line.change[lastOn(line, base)];
  return change === undefined ? absence("no-price", `Prices of ${line.label} begin on ${line.days[0] ?? "no day"}.`) : 1 + change;
}

function baseDayOf(line: Line, base: Base | Day): Day {
  return base === "close" || base === "publication" || base === "open" ? line.baseDay : base;
}

/** The last session on or before a day, or −1. */
function lastOn(line: Line, day: Day): number {
  return line.days.findLastIndex((session) => session <= day);
}
