import type { ChartModel } from "../chart/chart-model.ts";
import type { ChartView } from "../chart/chart-view.ts";
import { PICTURE_COLOURS } from "./picture-colours.ts";
import type { PictureTheme } from "./picture-colours.ts";
import { plotSvg } from "./plot-svg.ts";
import { textLines, textWidth } from "./text-lines.ts";
import { xmlText } from "../words/text-escape.ts";
import type { Edition } from "../../domain/edition.ts";
import type { ChartSubject } from "../chart/chart-subject.ts";
import { chartSubtitle, chartTitle, permanentLink, sourceText } from "../chart/chart-words.ts";

/** What is written around a chart that leaves its page. */
export interface PictureWords {
  title: string;
  /** Under the title, after the base; may be empty. */
  subtitle: string;
  /** Where the figures come from, as of when, by which version of the method. */
  source: string;
  /** Where the view is to be found again. */
  address: string;
  theme: PictureTheme;
  /** Pixels of the picture, 320 or more. */
  width: number;
  /** Pixels of the picture; null: as high as its parts ask for. */
  height: number | null;
}

const FONT = "Inter, system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const TITLE = 20;
const TEXT = 14;
const FOOT = 12;

/**
 * What a view shows, as one SVG document that needs nothing else: the same chart models as the page, colours
 * written out, title, base, source, address and the name Claimtape in the picture. The same input gives
 * the same bytes.
 */
export function chartSvg(seen: Pick<ChartView, "charts" | "apart" | "baseLabel" | "missing">, words: PictureWords): string {
  const { width, theme } = words;
  const colours = PICTURE_COLOURS[theme];
  const edge = width < 600 ? 16 : 32;
  const inside = width - 2 * edge;
  const rows: string[] = [];
  let y = edge;
  const write = (lines: string[], size: number, leading: number, fill: string, more = "") => {
    for (const line of lines) {
      y += leading;
      rows.push(`<text x="${edge}" y="${round(y - (leading - size))}" font-size="${size}" fill="${fill}"${more}>${xmlText(line)}</text>`);
    }
  };
  write(textLines(words.title, TITLE, inside), TITLE, 27, colours.ink, ' font-weight="600"');
  write(textLines(`${seen.baseLabel}.`, TEXT * 1.05, inside), TEXT, 20, colours.ink, ' font-weight="600"');
  write(textLines(words.subtitle, TEXT, inside), TEXT, 20, colours.soft);

  const source = textLines(words.source, FOOT, inside);
  const address = textLines(words.address, FOOT, inside - 100);
  const foot = 14 + 17 * (source.length + address.length);
  const room = words.height === null ? null : words.height - y - foot - edge;
  const body = chartBody(seen, inside, room);
  rows.push(`<g transform="translate(${edge} ${round(y)})">${body.draw(colours)}</g>`);
  y = words.height === null ? y + body.height + 14 : words.height - edge - foot + 14;
  write(source, FOOT, 17, colours.soft);
  write(address, FOOT, 17, colours.soft);
  rows.push(`<text x="${width - edge}" y="${round(y - 4)}" font-size="15" text-anchor="end" font-weight="600" fill="${colours.ink}">Claimtape</text>`);
  const height = words.height ?? Math.ceil(y + edge);
  const said = seen.charts.map(({ description }) => description).join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FONT}">`,
    `<title>${xmlText(words.title)}</title><desc>${xmlText([said, words.source, words.address].join(" "))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    ...rows,
    "</svg>",
    "",
  ].join("\n");
}

/** What of a view is drawn, without words around it: one chart, small ones, or why there is none. @param room pixels down, or null for what it asks for */
export function chartBody(seen: Pick<ChartView, "charts" | "apart" | "missing">, width: number, room: number | null): Body {
  if (seen.charts.length === 0) return nothing(seen.missing, width);
  return seen.apart ? cells(seen.charts, width, room) : whole(seen.charts, width, room);
}

interface Body {
  height: number;
  draw(colours: (typeof PICTURE_COLOURS)["light"]): string;
}

const labelRoom = (charts: ChartModel[], size: number) => 18 + Math.max(0, ...charts.flatMap(({ lines }) => lines.map(({ label }) => textWidth(label, size))));
const axisRoom = (charts: ChartModel[]) => 12 + Math.max(0, ...charts.flatMap(({ y }) => y.ticks.map(({ label }) => textWidth(label, FOOT))));

/** One chart: over it the name of the publication's line, under it the days. */
function whole(charts: ChartModel[], width: number, room: number | null): Body {
  const [above, below] = [34, 28];
  const height = Math.max(60, (room ?? 460) - above - below);
  const left = axisRoom(charts);
  const box = { left, top: above, width: Math.round(width - left - labelRoom(charts, FOOT)), height: Math.round(height), small: false };
  return { height: above + box.height + below, draw: (colours) => charts.map((chart) => plotSvg(chart, box, colours)).join("") };
}

/** Small ones on one scale, as many beside each other as are legible. */
function cells(charts: ChartModel[], width: number, room: number | null): Body {
  const gap = 16;
  const [above, below] = [38, 26];
  const columns = Math.min(charts.length, Math.max(1, Math.floor((width + gap) / (272 + gap))));
  const down = Math.ceil(charts.length / columns);
  const cell = { width: (width - gap * (columns - 1)) / columns, height: room === null ? 186 : Math.max(above + below + 24, room / down) };
  const [left, right] = [axisRoom(charts), 22];
  return {
    height: cell.height * down,
    draw: (colours) =>
      charts
        .map((chart, i) => {
          const [x, y] = [round((i % columns) * (cell.width + gap)), round(Math.floor(i / columns) * cell.height)];
          const box = {
            left: x + left,
            top: y + above,
            width: Math.round(cell.width - left - right),
            height: Math.round(cell.height - above - below),
            small: true,
          };
          const label = chart.lines[0]?.label ?? chart.title;
          const [title = ""] = textLines(label === chart.title ? label : `${chart.title}, ${label}`, TEXT, cell.width);
          return `<text x="${x}" y="${y + 26}" font-size="13" font-weight="600" fill="${colours.ink}">${xmlText(title)}</text>${plotSvg(chart, box, colours)}`;
        })
        .join(""),
  };
}

/** A view that nothing can be drawn in says so, and why. */
function nothing(missing: { id: string; why: string }[], width: number): Body {
  const lines = ["Nothing here can be drawn this way.", ...missing.slice(0, 12).map(({ id, why }) => `${id}: ${why}`)].flatMap((one) =>
    textLines(one, TEXT, width),
  );
  return {
    height: 40 + 22 * lines.length,
    draw: (colours) => lines.map((line, i) => `<text x="0" y="${48 + 22 * i}" font-size="${TEXT}" fill="${colours.soft}">${xmlText(line)}</text>`).join(""),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A view in an edition. */
interface PicturedView {
  subject: ChartSubject;
  seen: ChartView;
  edition: Edition;
}

/** What a picture of a view says of itself. */
export function pictureWords({ subject, seen, edition }: PicturedView, theme: PictureTheme): Omit<PictureWords, "width" | "height"> {
  return {
    title: chartTitle(subject, seen),
    subtitle: chartSubtitle(seen),
    source: sourceText(seen, edition.method),
    address: permanentLink(subject, seen, edition),
    theme,
  };
}
