import type { Day } from "../../domain/market/series.ts";
import type { ChartModel } from "./chart-model.ts";
import { spansYears, stopLabel } from "./chart-readout.ts";
import { formatDay } from "../words/format.ts";
import { formatValue } from "./measure.ts";
import type { ViewState } from "./view-state.ts";

/** What the charts show, as rows of stops and columns of lines: the same points, none more. */
export interface ChartTable {
  columns: { id: string; label: string }[];
  rows: ChartTableRow[];
}

interface ChartTableRow {
  offset: number;
  stop: string;
  day: Day;
  /** Of a 5-minute bar; null for a session. */
  time: string | null;
  /** One per column; null where a line has no point. `elsewhere` is its own day, in words, where that is another. */
  cells: ({ day: Day; value: number; text: string; elsewhere: string | null } | null)[];
}

/** @param sort of a column that is not there sorts nothing */
export function chartTable(charts: ChartModel[], sort: ViewState["sort"]): ChartTable {
  const [first] = charts;
  if (first === undefined) return { columns: [], rows: [] };
  const lines = charts.flatMap((chart) => chart.lines);
  const at = lines.map(({ points }) => new Map(points.map((point) => [point.offset, point])));
  const withYear = spansYears(first);
  const rows = first.stops.map((stop): ChartTableRow => {
    const { offset, day } = stop;
    const cells = at.map((points) => {
      const point = points.get(offset);
      return point === undefined
        ? null
        : { day: point.day, value: point.value, text: formatValue(point.value, first.scale), elsewhere: elsewhere(point.day, day) };
    });
    return { offset, stop: stopLabel(stop, withYear), day, time: stop.time ?? null, cells };
  });
  return {
    columns: lines.map(({ id, label }) => ({ id, label })),
    rows: sorted(
      rows,
      lines.findIndex(({ id }) => id === sort?.column),
      sort,
    ),
  };
}

function elsewhere(own: Day, day: Day): string | null {
  return own === day ? null : formatDay(own, "short");
}

/** Rows without a value come last, whichever way. */
function sorted(rows: ChartTableRow[], column: number, sort: ViewState["sort"]): ChartTableRow[] {
  if (sort === null) return rows;
  const way = sort.descending ? -1 : 1;
  if (sort.column === "day") return sort.descending ? rows.toReversed() : rows;
  if (column === -1) return rows;
  return rows.toSorted((a, b) => {
    const [one, other] = [a.cells[column], b.cells[column]];
    if (one === null || one === undefined) return other === null || other === undefined ? 0 : 1;
    if (other === null || other === undefined) return -1;
    return way * (one.value - other.value) || a.offset - b.offset;
  });
}
