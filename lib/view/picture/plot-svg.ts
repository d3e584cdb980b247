import { geometry, strokeName } from "../chart/chart-geometry.ts";
import type { ChartLine, ChartModel } from "../chart/chart-model.ts";
import type { PictureColours } from "./picture-colours.ts";
import { xmlText } from "../words/text-escape.ts";

/** Where a plot stands in a picture, its axes and labels outside the box. */
export interface PlotBox {
  left: number;
  top: number;
  width: number;
  height: number;
  /** One of several, named by its heading: less ink, less text. */
  small: boolean;
}

const TEXT = 12;
/** From a text's middle to its baseline. */
const MIDDLE = 0.32 * TEXT;

/**
 * A chart model as the marks of a standalone picture: the geometry and the rules of `line-chart.tsx`, in
 * pixels and with its colours written out. Claims' numbers stay out: their list is not in the picture.
 */
export function plotSvg(model: ChartModel, box: PlotBox, colours: PictureColours): string {
  const { height, width, small } = box;
  const plot = geometry(model, height, small ? 13 : 17, width);
  const published = model.publication === null ? null : plot.x(model.publication.at);
  const text = (x: number, y: number, anchor: string, fill: string, content: string, more = "") =>
    `<text x="${x}" y="${y + MIDDLE}" text-anchor="${anchor}" fill="${fill}"${more}>${xmlText(content)}</text>`;
  const rule = (x1: number, x2: number, y1: number, y2: number, stroke: string, more = "") =>
    `<line x1="${x1}" x2="${x2}" y1="${y1}" y2="${y2}" stroke="${stroke}"${more}/>`;
  const crisp = ' shape-rendering="crispEdges"';

  const bands = model.x.bands.map(
    ({ from, to }) => `<rect x="${plot.x(from)}" y="0" width="${plot.x(to) - plot.x(from)}" height="${height}" fill="${colours.raised}"/>`,
  );
  const grid = model.y.ticks.flatMap(({ at, label }) => [
    rule(0, width, plot.y(at), plot.y(at), colours.rule, small ? `${crisp} stroke-opacity="0.6"` : crisp),
    text(-8, plot.y(at), "end", colours.soft, label),
  ]);
  const days = model.x.ticks
    .filter(({ minor }) => width >= 480 || minor !== true || small)
    .map(({ at, label }) => text(plot.x(at), height + 18 - MIDDLE, "middle", colours.soft, label));
  const zero = plot.zeroY === null ? [] : [rule(0, width, plot.zeroY, plot.zeroY, colours.soft, crisp)];
  const mark =
    published === null
      ? []
      : [
          rule(published, published, small ? 0 : -4, height, colours.ink, ' stroke-dasharray="1 3" stroke-linecap="round"'),
          ...(small ? [] : [text(published, -10 - MIDDLE, "middle", colours.ink, model.publication?.label ?? "")]),
        ];
  const beside = plot.x((model.publication?.at ?? 0) + 2);
  const references =
    published === null
      ? []
      : model.references.flatMap(({ value, label }) => [
          rule(published, beside, plot.y(value), plot.y(value), colours.ink, ' stroke-width="3"'),
          text(
            beside + 6,
            plot.y(value),
            "start",
            colours.ink,
            label,
            ` stroke="${colours.paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`,
          ),
        ]);
  const live = model.live.flatMap(({ at, label }) => {
    const x = plot.x(at);
    const near = x > 0.88 * width;
    return [
      rule(x, x, 0, height, colours.faint, ' stroke-dasharray="4 4"'),
      ...(small
        ? []
        : [
            text(
              near ? x - 5 : x + 5,
              height - 10,
              near ? "end" : "start",
              colours.soft,
              label,
              ` stroke="${colours.paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`,
            ),
          ]),
    ];
  });
  const lines = plot.paths.map(({ line, d }) => `<path d="${d}" fill="none" ${strokeOf(line, colours)} data-line="${xmlText(line.id)}"/>`);
  const dots = (model.x.bands.length > 0 ? [] : model.lines).flatMap((line) => {
    const event = line.role === "faint" ? undefined : line.points.find(({ offset }) => offset === 0);
    return event === undefined
      ? []
      : [`<circle cx="${plot.x(0)}" cy="${plot.y(event.value)}" r="${small ? 2.5 : 3.5}" fill="${colours.lines[strokeName(line)]}"/>`];
  });
  const ends = (small ? [] : plot.ends).flatMap(({ line, y, labelY, early }) => [
    ...(early === null ? [] : [rule((parseFloat(early) / 100) * width, width, y, y, colours.faint, ' stroke-dasharray="1 4"')]),
    ...(Math.abs(labelY - y) > 3 ? [rule(width + 2, width + 9, y, labelY, colours.faint)] : []),
    text(width + 12, labelY, "start", labelColour(line, colours), line.label, strokeName(line) === "tone0" ? ' font-weight="600"' : ""),
  ]);
  return `<g transform="translate(${box.left} ${box.top})" font-size="${TEXT}">${[bands, grid, days, zero, mark, live, lines, dots, references, ends].flat().join("")}</g>`;
}

function strokeOf(line: ChartLine, colours: PictureColours): string {
  const name = strokeName(line);
  const width = name === "tone0" ? 2.25 : name === "faint" ? 1 : 1.75;
  const more = name === "benchmark" ? ' stroke-dasharray="5 3"' : name === "faint" ? ' stroke-opacity="0.45"' : "";
  return `stroke="${colours.lines[name]}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"${more}`;
}

function labelColour(line: ChartLine, colours: PictureColours): string {
  const name = strokeName(line);
  return name === "grey" || name === "faint" ? colours.soft : colours.lines[name];
}
