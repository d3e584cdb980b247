import type { ChartModel } from "./chart-model.ts";

/** One row per session for recharts: `offset` and one column per line id. A missing point is absent, not 0. */
export type ChartRow = { offset: number } & Record<string, number>;

export function chartRows(model: ChartModel): ChartRow[] {
  return model.sessions.map(({ offset }) => {
    const row: ChartRow = { offset };
    for (const line of model.lines) {
      const point = line.points.find((p) => p.offset === offset);
      if (point !== undefined) row[line.id] = point.change;
    }
    return row;
  });
}
