import type { Line } from "../../domain/report/line.ts";
import type { Absence } from "../../domain/market/series.ts";
import type { ChartModel } from "./chart-model.ts";
import type { ChartSubject } from "./chart-subject.ts";
import { explored } from "./chart-view.ts";
import { DEFAULT_VIEW } from "./view-state.ts";

/** A subject's chart where there is room for a small one: all lines together, few ticks, no markers. */
export function smallChart(subject: ChartSubject, held: Record<string, Line | Absence>): ChartModel | null {
  const [chart] = explored(subject, { ...DEFAULT_VIEW, layout: "together" }, held).charts;
  if (chart === undefined) return null;
  return { ...chart, y: { ...chart.y, ticks: chart.y.ticks.filter((_, i) => i % 2 === 0) }, markers: [] };
}
