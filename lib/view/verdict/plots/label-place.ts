/** Where a name stands beside its dot, as an offset from the dot in px. */
export interface LabelPlace {
  anchor: "start" | "middle" | "end";
  dx: number;
  /** Of the first line's baseline. */
  dy: number;
}

export interface Labelled {
  /** Percent of the width. */
  x: number;
  /** Px from the top. */
  y: number;
  /** What stands there beside the dot: a range, in percent of the width. */
  range: [number, number] | null;
  /** One entry per line of text. */
  lines: string[];
  /** Its name belongs under it wherever that is free. */
  under?: boolean;
}

/** A line of the plot that no name may touch: across at so many px, or down at so many percent of the width. */
export type PlotLine = { y: number } | { x: number };

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export const LINE = 15;
/** A generous mean width of a 12 px letter: names may only turn out shorter. */
const LETTER = 6.7;
const DOT = 6;
const ROUNDS = 6;
/** A name that could be read as another dot’s is bad, one that touches something worse. */
const DOUBT = 0.4;

/** Right of the dot, left of it, above, below, at a slant, and a little farther; the first that touches nothing. */
function candidates({ lines, under }: Labelled): LabelPlace[] {
  const more = (lines.length - 1) * LINE;
  const middle = 4 - more / 2;
  const below: LabelPlace = { anchor: "middle", dx: 0, dy: 19 };
  const all: LabelPlace[] = [
    { anchor: "start", dx: 10, dy: middle },
    { anchor: "end", dx: -10, dy: middle },
    { anchor: "start", dx: 16, dy: middle },
    { anchor: "end", dx: -16, dy: middle },
    { anchor: "middle", dx: 0, dy: -10 - more },
    below,
  ];
  const slants = [0, 3, 6, 9, 12, 15, 18, 21].flatMap((far): LabelPlace[] => [
    { anchor: "start", dx: 6, dy: -10 - far - more },
    { anchor: "start", dx: 6, dy: 19 + far },
    { anchor: "end", dx: -6, dy: -10 - far - more },
    { anchor: "end", dx: -6, dy: 19 + far },
    { anchor: "middle", dx: 0, dy: -10 - far - more },
    { anchor: "middle", dx: 0, dy: 19 + far },
  ]);
  return under === true ? [below, ...all, ...slants] : [...all, ...slants];
}

/**
 * Places names so that at every one of the widths none touches another name, a dot, a line or the edge.
 * Each is placed in turn and then again beside all the others, until nobody would move. Where a free
 * place cannot be found, the one with the fewest touches is taken.
 *
 * @param widths px the plot may have
 */
export function placeLabels(points: Labelled[], widths: number[], height: number, plotLines: PlotLine[] = []): LabelPlace[] {
  const placed: LabelPlace[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = [...placed];
    points.forEach((point, at) => {
      placed[at] = bestPlace(point, at);
    });
    if (before.length > 0 && placed.every((place, at) => place === before[at])) break;
  }
  return placed;

  /** The place it has is kept unless another is better, so that the rounds come to rest. */
  function bestPlace(point: Labelled, at: number): LabelPlace {
    const had = placed[at];
    let best: { place: LabelPlace; touches: number } | null = had === undefined ? null : { place: had, touches: touchesOf(point, had, at) };
    for (const place of candidates(point)) {
      if (best?.touches === 0) break;
      const touches = touchesOf(point, place, at);
      if (best === null || touches < best.touches) best = { place, touches };
    }
    return best?.place ?? { anchor: "start", dx: 10, dy: 4 };
  }

  /** Another dot lies as near to the name as its own does. */
  function readsAsAnother(box: Box, point: Labelled, width: number): boolean {
    const own = distance(box, point, width);
    return points.some((other) => other !== point && distance(box, other, width) < own + DOT);
  }

  function touchesOf(point: Labelled, place: LabelPlace, at: number): number {
    return widths.reduce((sum, width) => sum + touchesAt(width, point, place, at), 0);
  }

  function touchesAt(width: number, point: Labelled, place: LabelPlace, at: number): number {
    const box = labelBox(point, place, width);
    const outside = box.left < 0 || box.right > width || box.top < 0 || box.bottom > height ? 1 : 0;
    const dots = points.filter((other) => overlap(box, dotBox(other, width))).length;
    const names = placed.filter((there, i) => {
      const other = points[i];
      return i !== at && other !== undefined && overlap(box, labelBox(other, there, width));
    }).length;
    const crossed = plotLines.filter((line) => crosses(box, line, width)).length;
    return outside + dots + names + crossed + (readsAsAnother(box, point, width) ? DOUBT : 0);
  }
}

/** Two px of air on either side. */
export function crosses({ left, right, top, bottom }: Box, line: PlotLine, width: number): boolean {
  if ("y" in line) return top - 2 < line.y && line.y < bottom + 2;
  const at = (line.x / 100) * width;
  return left - 2 < at && at < right + 2;
}

export function labelBox({ x, y, lines }: Labelled, { anchor, dx, dy }: LabelPlace, width: number): Box {
  const wide = Math.max(...lines.map((line) => line.length)) * LETTER;
  const at = (x / 100) * width + dx;
  const left = anchor === "start" ? at : anchor === "end" ? at - wide : at - wide / 2;
  return { left, right: left + wide, top: y + dy - 11, bottom: y + dy + 3 + (lines.length - 1) * LINE };
}

function distance({ left, right, top, bottom }: Box, { x, y }: Labelled, width: number): number {
  const at = (x / 100) * width;
  return Math.hypot(Math.max(left - at, 0, at - right), Math.max(top - y, 0, y - bottom));
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function dotBox({ x, y, range }: Labelled, width: number): Box {
  const [from, to] = range ?? [x, x];
  return { left: (Math.min(from, x) / 100) * width - DOT, right: (Math.max(to, x) / 100) * width + DOT, top: y - DOT, bottom: y + DOT };
}
