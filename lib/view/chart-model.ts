import { extent, max } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Path } from "../domain/moves.ts";
import type { Day } from "../domain/series.ts";
import { formatAxisMove, formatDay, formatMove } from "./format.ts";

/**
 * The one chart model. The server draws it as SVG, the browser draws it again with recharts, and the
 * sentence beside it is read from it: three views that cannot disagree.
 */
export interface ChartModel {
  title: string;
  /** Sessions from the event day; −1 is the session before it. */
  x: { domain: [number, number]; ticks: Tick[] };
  /** Fractions since the base. */
  y: { domain: [number, number]; ticks: Tick[] };
  lines: ChartLine[];
  /** Where on the x axis the article appeared: between the base close and the event open. */
  publication: { at: number; label: string };
  /** One label per session, for the readout and the keyboard. */
  sessions: { offset: number; label: string }[];
  /** A numbered marker per claim, at the publication. */
  markers: ChartMarker[];
  /** Figures published elsewhere, drawn beside the lines and never part of them. */
  references: { change: number; label: string }[];
  description: string;
}

export interface Tick {
  at: number;
  label: string;
  /** Dropped where the drawing is narrow. */
  minor?: boolean;
}

export interface ChartLine {
  id: string;
  label: string;
  /** Position in the order of emphasis; decides stroke, not meaning. */
  tone: number;
  /** Members of a group behind its portfolio: drawn faint, labelled only in the table. */
  faint: boolean;
  points: { offset: number; day: Day; change: number }[];
}

export interface ChartMarker {
  number: number;
  label: string;
}

/** What a caller hands in: a named path, already counted from the base. */
export interface NamedPath {
  id: string;
  label: string;
  path: Path;
  faint?: boolean;
}

interface ChartText {
  title: string;
  /** What 0 % is: "the close of Fri 24 Jan". */
  since: string;
  /** About how many labels the y axis carries. */
  yTicks?: number;
  publicationLabel: string;
  markers?: ChartMarker[];
  references?: { change: number; label: string }[];
}

/** Where the publication falls on a session axis: after the base close (−1), before the event open (0). */
export const PUBLICATION_AT = -0.5;

/**
 * Draw named paths on one axis of sessions.
 *
 * @param paths changes since the base, as fractions; the first is the main line
 * @returns null when there is no path, so that the caller says so instead of drawing an empty chart
 */
export function chartModel(paths: NamedPath[], text: ChartText): ChartModel | null {
  const first = paths[0];
  if (first === undefined) return null;
  const sessions = sessionsOf(paths);
  const offsets = sessions.map((s) => s.offset);
  const changes = [...paths.flatMap((p) => p.path.change), ...(text.references ?? []).map((r) => r.change)];
  const [low = 0, high = 0] = extent([...changes, 0]);
  const pad = (high - low) * 0.04;
  const y = scaleLinear().domain([low - pad, high + pad]);
  const yTicks = y.ticks(text.yTicks ?? 5);
  const step = (yTicks[1] ?? 0) - (yTicks[0] ?? 0);
  let tone = 0;
  const lines = paths.map((p) => ({
    id: p.id,
    label: p.label,
    tone: p.faint ? 0 : tone++,
    faint: p.faint ?? false,
    points: p.path.offsets.map((offset, i) => ({ offset, day: p.path.days[i] ?? "", change: p.path.change[i] ?? 0 })),
  }));
  return {
    title: text.title,
    x: { domain: [offsets[0] ?? 0, offsets.at(-1) ?? 0], ticks: sessionTicks(sessions) },
    y: {
      domain: [low - pad, high + pad],
      ticks: yTicks.map((at) => ({ at, label: formatAxisMove(at, step) })),
    },
    lines,
    publication: { at: PUBLICATION_AT, label: text.publicationLabel },
    sessions,
    markers: text.markers ?? [],
    references: text.references ?? [],
    description: describe(text, lines),
  };
}

function sessionsOf(paths: NamedPath[]): ChartModel["sessions"] {
  const longest = max(paths, (p) => p.path.offsets.length);
  const path = paths.find((p) => p.path.offsets.length === longest)?.path;
  if (path === undefined) return [];
  return path.offsets.map((offset, i) => ({ offset, label: formatDay(path.days[i] ?? "", "short") }));
}

/** First, event day, then every fifth session: equal steps on an axis of sessions. */
function sessionTicks(sessions: ChartModel["sessions"]): Tick[] {
  return sessions
    .filter(({ offset }) => offset % 5 === 0)
    .map(({ offset, label }) => ({
      at: offset,
      label: label.replace(/^\w+ /, ""),
      ...(offset % 10 === 0 ? {} : { minor: true }),
    }));
}

/** Read from the points, each with its own day, so that it cannot drift from the drawing. */
function describe({ title, since }: ChartText, lines: ChartLine[]): string {
  const said = lines
    .filter((line) => !line.faint)
    .map(({ label, points }) => {
      const event = points.find((p) => p.offset === 0);
      const last = points.at(-1);
      if (event === undefined || last === undefined) return `${label}: no session yet`;
      return `${label} ${formatMove(event.change)} on ${formatDay(event.day, "short")} and ${formatMove(last.change)} by ${formatDay(last.day, "short")}`;
    });
  return `${title}. Change since ${since}: ${said.join("; ")}.`;
}
