import type { Line } from "../../domain/report/line.ts";
import { AROUND } from "../../domain/moves/path.ts";
import type { Reach } from "../../domain/moves/path.ts";
import type { Day } from "../../domain/market/series.ts";
import type { Stop } from "./chart-model.ts";
import type { Tick } from "../words/percent-scale.ts";
import { formatDay } from "../words/format.ts";
import type { Range, RangePreset } from "./view-state.ts";

/** Sessions before and after the event day of each preset. A year is 252 sessions, a month 21. */
const REACH: Record<Exclude<RangePreset, "day">, Reach> = {
  event: AROUND,
  "3m": { before: 21, after: 42 },
  "1y": { before: 63, after: 189 },
  all: { before: Infinity, after: Infinity },
};

/** An axis of sessions, equally spaced, counted from the event day. */
export interface SessionAxis {
  stops: Stop[];
  ticks: Tick[];
  domain: [number, number];
}

/**
 * The sessions of a range on the clock of the first line that trades where most do; what trades
 * elsewhere is counted by its own sessions from its own event day.
 *
 * @param lines at least one; the range is of days on the clock of the first
 */
export function sessionAxis(lines: Line[], range: Range): SessionAxis {
  const longest = lines.toSorted((a, b) => b.offsets.length - a.offsets.length)[0];
  const inRange = withinRange(range);
  const stops = (longest?.offsets ?? []).flatMap((offset, i): Stop[] => {
    const day = longest?.days[i] ?? "";
    return inRange(offset, day) ? [{ offset, day }] : [];
  });
  return { stops, ticks: ticksOf(stops), domain: [stops[0]?.offset ?? 0, stops.at(-1)?.offset ?? 0] };
}

function withinRange(range: Range): (offset: number, day: Day) => boolean {
  if ("from" in range) return (_, day) => day >= range.from && day <= range.to;
  const { before, after } = REACH[range.preset === "day" ? "event" : range.preset];
  return (offset) => offset >= -before && offset <= after;
}

/** Few sessions: every fifth from the event day. More: the first session of a month, then of a quarter. */
function ticksOf(stops: Stop[]): Tick[] {
  if (stops.length <= 40) {
    return stops
      .filter(({ offset }) => offset % 5 === 0)
      .map(({ offset, day }) => ({ at: offset, label: formatDay(day, "plain"), ...(offset % 10 === 0 ? {} : { minor: true }) }));
  }
  const every = stops.length > 300 ? 3 : 1;
  const starts = stops.filter(({ day }, i) => i > 0 && day.slice(0, 7) !== stops[i - 1]?.day.slice(0, 7) && (monthOf(day) - 1) % every === 0);
  const leastGap = ((stops.at(-1)?.offset ?? 0) - (stops[0]?.offset ?? 0)) / 12;
  // A label with a year is wide: what stands too near it gives way.
  const years = starts.filter(({ day }) => monthOf(day) === 1);
  const kept = starts.filter((stop) => years.includes(stop) || years.every(({ offset }) => Math.abs(offset - stop.offset) >= leastGap));
  return kept.map(({ offset, day }, i) => ({
    at: offset,
    label: monthOf(day) === 1 || (i === 0 && years.length === 0) ? formatDay(day, "month-year") : formatDay(day, "month"),
    ...(i % 2 === 0 ? {} : { minor: true }),
  }));
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}
