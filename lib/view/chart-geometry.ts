import { scaleLinear } from "d3-scale";
import { line as lineShape } from "d3-shape";
import type { ChartLine, ChartModel } from "./chart-model.ts";

/**
 * Where the marks of a chart model fall. The plot is drawn in a box of 1000 units wide that stretches
 * with the page, so x positions are also given as percentages for the text that must not stretch.
 */
export interface Geometry {
  height: number;
  paths: { line: ChartLine; d: string }[];
  /** Labels at the right end of the lines, moved apart so that none overlaps. */
  ends: { line: ChartLine; y: number; labelY: number }[];
  zeroY: number;
  percent(offset: number): string;
  y(change: number): number;
}

export const PLOT_UNITS = 1000;

export function geometry(model: ChartModel, height: number, labelGap = 16): Geometry {
  const x = scaleLinear().domain(model.x.domain).range([0, PLOT_UNITS]);
  const y = scaleLinear().domain(model.y.domain).range([height, 0]);
  const draw = lineShape<ChartLine["points"][number]>(
    (p) => round(x(p.offset)),
    (p) => round(y(p.change)),
  );
  return {
    height,
    paths: model.lines.map((line) => ({ line, d: draw(line.points) ?? "" })),
    ends: dodge(
      model.lines.map((line) => ({ line, y: round(y(line.points.at(-1)?.change ?? 0)) })),
      labelGap,
      height,
    ),
    zeroY: round(y(0)),
    percent: (offset) => `${round(x(offset) / (PLOT_UNITS / 100))}%`,
    y: (change) => round(y(change)),
  };
}

/** Push labels apart from the top down, then back up from the bottom edge, keeping their order. */
function dodge(ends: { line: ChartLine; y: number }[], gap: number, height: number): Geometry["ends"] {
  const sorted = [...ends].sort((a, b) => a.y - b.y).map((e) => ({ ...e, labelY: e.y }));
  let floor = 6;
  for (const end of sorted) {
    end.labelY = Math.max(end.labelY, floor);
    floor = end.labelY + gap;
  }
  let ceiling = height - 4;
  for (const end of sorted.toReversed()) {
    end.labelY = Math.min(end.labelY, ceiling);
    ceiling = end.labelY - gap;
  }
  return sorted;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
