import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Day } from "../../domain/market/series.ts";
import { formatDay } from "../words/format.ts";
import { BASE_VALUE, formatTick, formatValue } from "./measure.ts";
import type { Scale } from "./measure.ts";
import type { Tick } from "../words/percent-scale.ts";

/**
 * The one chart model. The server draws it as SVG, the browser draws it again with recharts, and the
 * sentence and the table beside it are read from it: views that cannot disagree.
 */
export interface ChartModel {
  title: string;
  scale: Scale;
  /** Positions: sessions from the event day, or 5-minute bars in their order. */
  x: { domain: [number, number]; ticks: Tick[]; bands: Band[] };
  y: { domain: [number, number]; ticks: Tick[]; log: boolean };
  /** What the base is worth on the y axis; null where lines have no common base. */
  zero: number | null;
  lines: ChartLine[];
  /** Where on the x axis the article appeared; null where that lies outside the range. */
  publication: { at: number; label: string } | null;
  /** Where sessions begin that the snapshot does not hold, for the lines named in `label`. */
  live: LiveStart[];
  /** Every position that has a name: for the readout, the keyboard and the table. */
  stops: Stop[];
  /** A numbered marker per claim, at the publication. */
  markers: ChartMarker[];
  /** Figures published elsewhere, drawn beside the lines and never part of them. */
  references: { value: number; label: string }[];
  description: string;
}

/** Between the snapshot's last session of some lines and the first that came from a vendor. */
export interface LiveStart {
  at: number;
  label: string;
  ids: string[];
}

/** A stretch of the x axis with a name: the hours before an open. */
export interface Band {
  from: number;
  to: number;
  label: string;
}

export interface Stop {
  offset: number;
  day: Day;
  /** `HH:MM` on the exchange's clock, of 5-minute bars. */
  time?: string;
}

/** `main` lines are told apart by colour, up to five; the benchmark is dashed; `faint` ones are members behind a portfolio. */
export type LineRole = "main" | "benchmark" | "faint";

export interface Point {
  offset: number;
  day: Day;
  value: number;
}

export interface DrawnLine {
  id: string;
  label: string;
  /** How a sentence calls it. */
  name: string;
  role: LineRole;
  points: Point[];
  /** The first session that is not from the snapshot. */
  liveFrom?: Day | null;
}

export interface ChartLine extends DrawnLine {
  /** Place among the main lines: decides the colour, not the meaning. */
  tone: number;
}

export interface ChartMarker {
  number: number;
  label: string;
  claim: string;
  href: string;
}

/** Everything around the lines. */
export interface ChartFrame {
  title: string;
  scale: Scale;
  /** What the base is: "the close of Fri 24 Jan". */
  since: string;
  stops: Stop[];
  x: ChartModel["x"];
  publication: ChartModel["publication"];
  log?: boolean;
  /** Of several charts on one scale; else the lines' own. */
  yDomain?: [number, number];
  /** About how many labels the y axis carries. */
  yTicks?: number;
  markers?: ChartMarker[];
  references?: ChartModel["references"];
  live?: LiveStart[];
}

/** @returns null when there is no line, so that the caller says so instead of drawing an empty chart */
export function chartModel(drawn: DrawnLine[], frame: ChartFrame): ChartModel | null {
  if (drawn.length === 0) return null;
  const { scale, log = false, references = [] } = frame;
  const domain =
    frame.yDomain ??
    valueDomain(
      drawn,
      scale,
      log,
      references.map((r) => r.value),
    );
  const ticks = scaleLinear()
    .domain(domain)
    .ticks(frame.yTicks ?? 5);
  const step = (ticks[1] ?? 0) - (ticks[0] ?? 0);
  let tone = 0;
  const lines = drawn.map((line) => ({ ...line, tone: line.role === "main" ? tone++ : 0 }));
  return {
    title: frame.title,
    scale,
    x: frame.x,
    y: { domain, ticks: ticks.filter((at) => !log || at > 0).map((at) => ({ at, label: formatTick(at, step, scale) })), log },
    zero: BASE_VALUE[scale.measure],
    lines,
    publication: frame.publication,
    live: (frame.live ?? []).filter(({ ids }) => ids.some((id) => lines.some((line) => line.id === id))),
    stops: frame.stops,
    markers: frame.markers ?? [],
    references,
    description: describe(frame, lines),
  };
}

/** From the lowest value drawn to the highest, the base among them, with a little air. */
export function valueDomain(drawn: Pick<DrawnLine, "points">[], scale: Scale, log: boolean, others: number[] = []): [number, number] {
  const base = BASE_VALUE[scale.measure];
  const values = [...drawn.flatMap(({ points }) => points.map(({ value }) => value)), ...others, ...(base === null ? [] : [base])];
  const [low = 0, high = 0] = extent(values);
  if (log) return [low * 0.97, high * 1.03];
  const air = (high - low) * 0.04 || Math.abs(high) * 0.04 || 0.01;
  return [low - air, high + air];
}

/** Read from the points, each with its own day, so that it cannot drift from the drawing. */
function describe({ title, since, scale }: ChartFrame, lines: ChartLine[]): string {
  const said = lines
    .filter(({ role }) => role !== "faint")
    .map(({ label, points }) => {
      const [first, last] = [points[0], points.at(-1)];
      if (first === undefined || last === undefined) return `${label}: no session in this range`;
      const event = points.find(({ offset }) => offset === 0);
      const start = event !== undefined && event !== last ? event : first;
      return `${label} ${formatValue(start.value, scale)} on ${formatDay(start.day, "short")} and ${formatValue(last.value, scale)} by ${formatDay(last.day, "short")}`;
    });
  const counted = { change: `Change since ${since}`, index: `Index, 100 at ${since}`, price: "Price", abnormal: `Abnormal return since ${since}` }[
    scale.measure
  ];
  return `${title}. ${counted}: ${said.join("; ")}.`;
}
