import type { Word } from "../../domain/judgement/verdict.ts";
import type { ChartModel } from "../chart/chart-model.ts";
import type { Tick } from "../words/percent-scale.ts";
import { chartBody } from "./chart-svg.ts";
import type { ChartView } from "../chart/chart-view.ts";
import { fittedText, textLines, textWidth, newsreaderWidth } from "./text-lines.ts";
import { PICTURE_COLOURS } from "./picture-colours.ts";
import { glyphTone, type Ink, verdictShapes } from "../words/verdict-shapes.ts";
import { xmlText } from "../words/text-escape.ts";

/** What a link shows of itself elsewhere: said on the left, did on the right, as on the page. */
export interface ShareCard {
  /** Who said it and where; or what kind of thing it is. */
  kicker: string;
  /** A claim in our words, an instrument’s or an article’s name. */
  heading: string;
  /** Under the heading, small: whose words they are. */
  note: string;
  /** Verdict words, each with its cause. */
  words: { word: Word; text: string; why: string | null }[];
  /** What the market did: "NVDA", "−16.97 %". */
  moves: { name: string; move: string; note: string | null }[];
  /** "24 Jan close → 27 Jan close" */
  span: string | null;
  seen: Pick<ChartView, "charts" | "apart" | "missing" | "baseLabel"> | null;
  /** What stands where nothing can be drawn. */
  instead: string;
}

export const CARD = { width: 1200, height: 630 } as const;

const colours = PICTURE_COLOURS.light;
const EDGE = 56;
const MIDDLE = 548;
const RIGHT = 588;
const TOP = 116;
const BOTTOM = CARD.height - 44;
/** A chart’s type is made for a page; a card is seen at half its size. */
const ENLARGED = 1.6;
const SAID = "Newsreader, Georgia, serif";
const DID = "Inter, Helvetica, Arial, sans-serif";

/** The card as one SVG document of 1200 × 630. The same card gives the same bytes. */
export function shareCardSvg(card: ShareCard): string {
  const drawn = card.seen !== null && card.seen.charts.length > 0;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}" font-family="${DID}">`,
    `<rect width="${CARD.width}" height="${CARD.height}" fill="${colours.paper}"/>`,
    head(card.span),
    said(card, drawn ? MIDDLE - 36 - EDGE : CARD.width - 2 * EDGE),
    ...(drawn && card.seen !== null
      ? [
          `<line x1="${MIDDLE}" x2="${MIDDLE}" y1="${TOP}" y2="${BOTTOM}" stroke="${colours.ink}" stroke-width="2" stroke-dasharray="1 7" stroke-linecap="round"/>`,
          did(card, card.seen),
        ]
      : []),
    "</svg>",
    "",
  ].join("\n");
}

function head(span: string | null): string {
  const icon = `<g transform="translate(${EDGE} 40) scale(1.125)"><rect width="32" height="32" rx="4" fill="${colours.lines.tone0}"/><path d="M16 5v22" stroke="${colours.paper}" stroke-width="1.5" stroke-dasharray="1.5 3" stroke-linecap="round"/><path d="M5 11h7M5 16h6M5 21h7" stroke="${colours.paper}" stroke-width="2.25" stroke-linecap="round"/><path d="M20 9l3 3 4 11" fill="none" stroke="${colours.paper}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/></g>`;
  const name = text("Claimtape", EDGE + 50, 67, 26, colours.ink, { weight: 600 });
  return icon + name + (span === null ? "" : text(span, CARD.width - EDGE, 66, 22, colours.soft, { anchor: "end" }));
}

/** The words: from the top the claim, at the foot its verdict. */
function said({ kicker, heading, note, words, instead, seen }: ShareCard, width: number): string {
  const rows = [...words.slice(0, 4).flatMap(wordRows(words.length > 1, width)), ...(seen !== null && seen.charts.length > 0 ? [] : plainRows(instead, width))];
  const foot = rows.reduce((sum, { height }) => sum + height, 0);
  const noteLines = note === "" ? [] : textLines(note, 19, width);
  const top = TOP + 44;
  const room = BOTTOM - top - foot - 28 - 27 * noteLines.length;
  const fitted = fittedText(heading, { width, height: room, sizes: [width > 600 ? 68 : 56, 26], leading: 1.16, measure: newsreaderWidth });
  const lines = fitted.lines.map((line, i) =>
    text(line, EDGE, top + fitted.size + i * fitted.leading, fitted.size, colours.ink, { family: SAID, weight: 500 }),
  );
  const under = top + fitted.size + (fitted.lines.length - 1) * fitted.leading + 22;
  const notes = noteLines.map((line, i) => text(line, EDGE, under + 20 + 27 * i, 19, colours.soft));
  let y = BOTTOM - foot;
  const marks = rows.map(({ height, draw }) => {
    y += height;
    return draw(y);
  });
  return [text(kicker, EDGE, TOP + 18, Math.min(21, (21 * width) / textWidth(kicker, 21)), colours.soft), ...lines, ...notes, ...marks].join("");
}

interface Row {
  height: number;
  /** @param y its lower edge */
  draw(y: number): string;
}

function wordRows(several: boolean, width: number): (word: ShareCard["words"][number]) => Row[] {
  const size = several ? 25 : 36;
  const glyph = size * 0.82;
  return ({ word, text: said, why }) => {
    const tone = glyphTone(word);
    const fill = tone === "agrees" ? colours.lines.tone0 : tone === "soft" ? colours.soft : colours.ink;
    const row: Row = {
      height: size * 1.45,
      draw: (y) =>
        shapes(word, EDGE, y - size * 0.3 - glyph * 0.88, glyph, fill) + text(said, EDGE + glyph + 14, y - size * 0.3, size, colours.ink, { weight: 600 }),
    };
    return why === null ? [row] : [row, ...plainRows(why, width, several ? 18 : 21)];
  };
}

function plainRows(said: string, width: number, size = 22): Row[] {
  return textLines(said, size, width).map((line) => ({ height: size * 1.4, draw: (y) => text(line, EDGE, y - size * 0.36, size, colours.soft) }));
}

function shapes(word: Word, x: number, y: number, size: number, fill: string): string {
  const stroke = (ink: Ink) =>
    ink === "full"
      ? `fill="${fill}"`
      : `fill="none" stroke="${fill}" stroke-linecap="round" stroke-width="${ink === "heavy" ? 2.1 : ink === "dotted" ? 1.8 : 1.6}"${ink === "dotted" ? ' stroke-dasharray="0.2 3"' : ""}`;
  const marks = verdictShapes[word].map((shape) =>
    "circle" in shape
      ? `<circle cx="${shape.circle[0]}" cy="${shape.circle[1]}" r="${shape.circle[2]}" ${stroke(shape.ink)}/>`
      : `<path d="${shape.path}" ${stroke(shape.ink)}/>`,
  );
  return `<g transform="translate(${round(x)} ${round(y)}) scale(${round(size / 14)})">${marks.join("")}</g>`;
}

/** The move, large where it is one; under it the chart the page shows. */
function did({ moves }: ShareCard, seen: NonNullable<ShareCard["seen"]>): string {
  const width = CARD.width - EDGE - RIGHT;
  const shown = moves.slice(0, 3);
  const top = TOP + (shown.length === 0 ? 0 : shown.length === 1 ? 96 : 74);
  const charts = seen.charts.map((chart) => ({ ...chart, x: { ...chart.x, ticks: apartTicks(chart.x, width / ENLARGED - 110) } }));
  const body = chartBody({ ...seen, charts, apart: false }, width / ENLARGED, (BOTTOM - top - 30) / ENLARGED);
  const chart = `<g transform="translate(${RIGHT} ${top}) scale(${ENLARGED})">${body.draw(colours)}</g>`;
  return `${figures(shown, width)}${chart}${text(seen.baseLabel, RIGHT, BOTTOM, 18, colours.soft)}`;
}

/** Labels that do not touch, from the left. @param width of the plot, about */
function apartTicks({ domain: [first, last], ticks }: ChartModel["x"], width: number): Tick[] {
  let free = -Infinity;
  return ticks
    .filter(({ minor }) => minor !== true)
    .filter(({ at, label }) => {
      const middle = ((at - first) / (last - first)) * width;
      const half = textWidth(label, 12) / 2;
      if (middle - half < free) return false;
      free = middle + half + 6;
      return true;
    });
}

const COLUMN_GAP = 24;

const nameSize = (size: number) => Math.min(20, Math.max(15, size * 0.62));

/** Side by side, each name over its move, as large as the width allows. */
function figures(moves: ShareCard["moves"], width: number): string {
  const named = moves.map(({ name, move, note }) => ({ name: note === null ? name : `${name} ${note}`, move }));
  const widths = (scale: number) => named.map(({ name, move }) => Math.max(textWidth(name, nameSize(scale)), textWidth(move, scale)) + COLUMN_GAP);
  let size = moves.length === 1 ? 72 : 40;
  while (size > 20 && widths(size).reduce((sum, one) => sum + one, -COLUMN_GAP) > width) size -= 2;
  let x = RIGHT;
  return named
    .map(({ name, move }, i) => {
      const drawn = text(name, x, TOP + 18, nameSize(size), colours.soft) + text(move, x, TOP + 31 + size * 0.74, size, colours.ink, { weight: 600 });
      x += widths(size)[i] ?? 0;
      return drawn;
    })
    .join("");
}

function text(
  content: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  { weight = 400, family, anchor }: { weight?: number; family?: string; anchor?: "end" } = {},
): string {
  const more = `${weight === 400 ? "" : ` font-weight="${weight}"`}${family === undefined ? "" : ` font-family="${family}"`}${anchor === undefined ? "" : ` text-anchor="${anchor}"`}`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(size)}" fill="${fill}"${more}>${xmlText(content)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
