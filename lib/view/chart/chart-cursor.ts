import { bisector } from "d3-array";
import type { ChartModel, Stop } from "./chart-model.ts";

/** Where a reader stands: a stop of the axis, and a line among all lines of all charts. */
export interface Cursor {
  stop: number;
  line: number;
}

const PAGE = 10;

/**
 * Where a key leads: the first one to the event day, then a point, ten, the ends, or another line.
 *
 * @returns null for a key that moves nothing
 */
export function moveCursor(charts: ChartModel[], cursor: Cursor | null, key: string): Cursor | null {
  const [first] = charts;
  if (first === undefined) return null;
  const last = first.stops.length - 1;
  const lines = charts.reduce((sum, chart) => sum + chart.lines.length, 0);
  const home = homeOf(first);
  const { stop, line } = cursor ?? { stop: home, line: 0 };
  const to = (place: number) => ({ stop: Math.min(last, Math.max(0, place)), line });
  switch (key) {
    case "ArrowRight":
      return cursor === null ? to(home) : to(stop + 1);
    case "ArrowLeft":
      return cursor === null ? to(home) : to(stop - 1);
    case "PageUp":
      return to(stop + PAGE);
    case "PageDown":
      return to(stop - PAGE);
    case "Home":
      return to(0);
    case "End":
      return to(last);
    case "ArrowDown":
      return { stop, line: cursor === null ? 0 : (line + 1) % lines };
    case "ArrowUp":
      return { stop, line: (line - 1 + lines) % lines };
    default:
      return null;
  }
}

/** The event day; on an axis of bars the first one after the publication; else the start. */
function homeOf({ stops, publication }: ChartModel): number {
  const after = publication === null ? -1 : stops.findIndex(({ offset }) => offset >= publication.at);
  return Math.max(0, after);
}

const byOffset = bisector((stop: Stop) => stop.offset);

/** The stop nearest to a share of the axis from its left end; halfway between two, the later. */
export function nearestStop({ stops, x }: Pick<ChartModel, "stops" | "x">, share: number): number {
  const [from, to] = x.domain;
  return Math.max(0, Math.min(stops.length - 1, byOffset.center(stops, from + share * (to - from))));
}

/** The line at a place among all lines of all charts. */
export function lineAt(charts: ChartModel[], place: number): { chart: ChartModel; line: number } | undefined {
  let line = place;
  for (const chart of charts) {
    if (line < chart.lines.length) return { chart, line };
    line -= chart.lines.length;
  }
  return undefined;
}
