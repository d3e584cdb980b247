import type { ChartModel } from "./chart-model.ts";

/** One row per stop for recharts: `offset` and one column per line id. A missing point is absent, not 0. */
export type ChartRow = { offset: number } & Record<string, number>;

export function chartRows(model: ChartModel): ChartRow[] {
  const rows = new Map(model.stops.map(({ offset }): [number, ChartRow] => [offset, { offset }]));
  for (const { id, points } of model.lines) {
    for (const { offset, value } of points) {
      const row = rows.get(offset);
      if (row !== undefined) row[id] = value;
    }
  }
  return [...rows.values()];
}
