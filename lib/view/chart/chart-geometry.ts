import { scaleLinear, scaleLog } from "d3-scale";
import { line as lineShape } from "d3-shape";
import type { ChartLine, ChartModel, Point } from "./chart-model.ts";

/**
 * Where the marks of a chart model fall. The plot is drawn in a box of 1000 units wide that stretches
 * with the page, so x positions are also given as percentages for the text that must not stretch.
 */
export interface Geometry {
  height: number;
  paths: { line: ChartLine; d: string }[];
  /** Labels at the right end of the lines, moved apart so that none overlaps. */
  ends: End[];
  zeroY: number | null;
  percent(offset: number): string;
  /** In units of the box. */
  x(offset: number): number;
  /** A stretch of the x axis as percentages. */
  span(from: number, to: number): { x: string; width: string };
  y(value: number): number;
}

interface End {
  line: ChartLine;
  y: number;
  labelY: number;
  /** Where the line stops, if that is well before the right edge: "61.2%". */
  early: string | null;
}

export const PLOT_UNITS = 1000;

/** @param width of the box: units that stretch with a page, or the pixels of a picture, which cannot stretch */
export function geometry(model: ChartModel, height: number, labelGap = 16, width = PLOT_UNITS): Geometry {
  const x = scaleLinear().domain(model.x.domain).range([0, width]);
  const y = (model.y.log ? scaleLog() : scaleLinear()).domain(model.y.domain).range([height, 0]);
  const draw = lineShape<Point>(
    (p) => round(x(p.offset)),
    (p) => round(y(p.value)),
  );
  return {
    height,
    paths: model.lines.map((line) => ({ line, d: draw(line.points) ?? "" })),
    ends: dodge(
      model.lines.flatMap((line) => {
        const last = line.points.at(-1);
        if (last === undefined) return [];
        const at = x(last.offset) / width;
        return [{ line, y: round(y(last.value)), early: at > 0.97 ? null : `${round(at * 100)}%` }];
      }),
      labelGap,
      height,
    ),
    zeroY: model.zero === null ? null : round(y(model.zero)),
    span: (from, to) => ({ x: `${round(x(from) / (width / 100))}%`, width: `${round((x(to) - x(from)) / (width / 100))}%` }),
    percent: (offset) => `${round(x(offset) / (width / 100))}%`,
    x: (offset) => round(x(offset)),
    y: (value) => round(y(value)),
  };
}

/** Push labels apart from the top down, then back up from the bottom edge, keeping their order. */
function dodge(ends: Omit<End, "labelY">[], gap: number, height: number): End[] {
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

/** The class of a line: five are told apart by colour, those after them are grey, a benchmark is dashed. */
export function strokeName({ role, tone }: Pick<ChartLine, "role" | "tone">): "tone0" | "tone1" | "tone2" | "tone3" | "tone4" | "grey" | "benchmark" | "faint" {
  if (role !== "main") return role;
  const tones = ["tone0", "tone1", "tone2", "tone3", "tone4"] as const;
  return tones[tone] ?? "grey";
}
