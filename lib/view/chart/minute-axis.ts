import type { Line, Minutes } from "../../domain/report/line.ts";
import type { Instant } from "../../domain/market/series.ts";
import { isAbsent } from "../../domain/market/series.ts";
import { wallClock } from "../../domain/market/calendar.ts";
import type { Band, Stop } from "./chart-model.ts";
import type { Tick } from "../words/percent-scale.ts";
import { formatDay } from "../words/format.ts";

const BAR_MS = 5 * 60_000;

/** An axis of 5-minute bars, equally spaced, nights left out. A stop is named by the end of its bar, when its close stood. */
export interface MinuteAxis {
  stops: Stop[];
  ticks: Tick[];
  bands: Band[];
  domain: [number, number];
  /** Where a bar's start stands on the axis. */
  at: Map<Instant, number>;
  /** Between the last bar that had ended when the article appeared and the next. */
  publication: number;
}

/** The bars of all lines together; null where none has any. */
export function minuteAxis(lines: Line[], publishedAt: Instant): MinuteAxis | null {
  const withMinutes = lines.flatMap(({ minutes, timeZone }) => (isAbsent(minutes) ? [] : [{ minutes, timeZone }]));
  const first = withMinutes[0];
  if (first === undefined) return null;
  const session = new Map<Instant, Minutes["session"][number]>();
  for (const { minutes } of withMinutes) minutes.start.forEach((start, i) => session.set(start, minutes.session[i] ?? "regular"));
  const starts = [...session.keys()].toSorted();
  const stops = starts.map((start, offset): Stop => ({ offset, ...wallClock(new Date(Date.parse(start) + BAR_MS).toISOString(), first.timeZone) }));
  const opens = starts.flatMap((start, i) => (session.get(start) === "regular" && session.get(starts[i - 1] ?? "") !== "regular" ? [i] : []));
  const ended = starts.filter((start) => Date.parse(start) + BAR_MS <= Date.parse(publishedAt)).length;
  return {
    stops,
    ticks: opens.map((at) => ({ at, label: `${formatDay(stops[at]?.day ?? "", "short")}, open` })),
    bands: bandsOf(starts.map((start) => session.get(start) ?? "regular")),
    domain: [0, starts.length - 1],
    at: new Map(starts.map((start, i) => [start, i])),
    publication: ended - 0.5,
  };
}

/** Hours outside the session, shaded: little is dealt then. */
function bandsOf(sessions: Minutes["session"]): Band[] {
  const bands: Band[] = [];
  sessions.forEach((session, i) => {
    if (session === "regular") return;
    const last = bands.at(-1);
    if (last !== undefined && last.to === i - 0.5) last.to = i + 0.5;
    else bands.push({ from: i - 0.5, to: i + 0.5, label: "outside the session" });
  });
  return bands;
}
