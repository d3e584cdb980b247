import { bisector } from "d3-array";
import type { ChartLine, ChartModel, Point, Stop } from "./chart-model.ts";
import { formatDay } from "../words/format.ts";
import { formatValue, speakValue } from "./measure.ts";

/** What the cursor stands on, for the eye: the stop, then every line's value there; faint lines only when chosen. */
export function readout(model: ChartModel, stop: number, chosen: number): { id: string; text: string; chosen: boolean }[] {
  const here = model.stops[stop];
  if (here === undefined) return [];
  const lines = model.lines.flatMap((line, i) => (line.role !== "faint" || i === chosen ? [{ line, chosen: i === chosen }] : []));
  return [
    { id: "stop", text: stopLabel(here, spansYears(model)), chosen: false },
    ...lines.map(({ line, chosen: isChosen }) => {
      const point = pointAt(line, here.offset);
      if (point === undefined) return { id: line.id, text: `${line.label} no price`, chosen: isChosen };
      // Tokyo and Hong Kong count the same sessions on other days.
      const elsewhere = point.day === here.day ? "" : ` (${formatDay(point.day, "short")})`;
      return { id: line.id, text: `${line.label} ${formatValue(point.value, model.scale)}${elsewhere}`, chosen: isChosen };
    }),
  ];
}

/** The same for the ear, of the chosen line alone: "Nvidia, Monday 27 January, minus 17.0 percent". */
export function spokenReadout(model: ChartModel, stop: number, chosen: number): string {
  const here = model.stops[stop];
  const line = model.lines[chosen];
  if (here === undefined || line === undefined) return "";
  const point = pointAt(line, here.offset);
  const day = point?.day ?? here.day;
  const when = `${formatDay(day, "spoken")}${spansYears(model) ? ` ${day.slice(0, 4)}` : ""}${here.time === undefined ? "" : `, ${here.time}`}`;
  return `${line.name}, ${when}, ${point === undefined ? "no price" : speakValue(point.value, model.scale)}`;
}

/** "Mon 27 Jan", "Mon 27 Jan, 06:10", "Mon 27 Jan 2025". */
export function stopLabel({ day, time }: Stop, withYear = false): string {
  return `${formatDay(day, "short")}${withYear ? ` ${day.slice(0, 4)}` : ""}${time === undefined ? "" : `, ${time}`}`;
}

export function spansYears({ stops }: Pick<ChartModel, "stops">): boolean {
  return stops[0]?.day.slice(0, 4) !== stops.at(-1)?.day.slice(0, 4);
}

const byOffset = bisector((point: Point) => point.offset);

/** By halving: points ascend, and a cursor asks for every line on every move. */
export function pointAt({ points }: Pick<ChartLine, "points">, offset: number): Point | undefined {
  const point = points[byOffset.left(points, offset)];
  return point?.offset === offset ? point : undefined;
}
