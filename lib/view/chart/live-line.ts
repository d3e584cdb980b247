import type { Line } from "../../domain/report/line.ts";
import type { Absence, Day } from "../../domain/market/series.ts";
import type { ChartView } from "./chart-view.ts";
import { isMinutes } from "./view-constraints.ts";
import type { ViewProblem } from "./view-state.ts";

/** May a line be better in a moment? Some of it stands in for an answer of the vendor's, or is being asked for again. */
export function isProvisional(line: Line | Absence): boolean {
  if ("absent" in line || line.live === null) return false;
  return Object.values(line.live.statuses).some((status) => status.kind === "yahoo-unreachable" || ("cached" in status && status.cached !== null));
}

/** Is an answer of the vendor's on its way, which was not waited for? */
export function isPending(line: Line | Absence): boolean {
  if ("absent" in line || line.live === null) return false;
  return Object.values(line.live.statuses).some(
    (status) => (status.kind === "yahoo-unreachable" && status.reason === "timeout") || ("cached" in status && status.cached?.reason === "renewing"),
  );
}

/** Does a view reach where newer sessions would follow? Lines drawn to their last day, or an address that asks for a later one. */
export function reachesEnd({ view, charts, drawn }: Pick<ChartView, "view" | "charts" | "drawn">, problems: ViewProblem[], last: Day): boolean {
  if (isMinutes(view)) return false;
  const models = charts.flatMap(({ lines }) => lines);
  const toTheEnd = drawn.some(({ line }) => models.some(({ id, points }) => id === line.id && points.at(-1)?.day === line.days.at(-1)));
  return toTheEnd || problems.some(({ parameter, value }) => ["from", "to", "base"].includes(parameter) && /^\d{4}-\d\d-\d\d$/.test(value) && value > last);
}
