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
}

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

/** Right of the dot, left of it, above, below; the first that touches nothing. */
function candidates(lines: number): LabelPlace[] {
  const middle = 4 - ((lines - 1) * LINE) / 2;
  return [
    { anchor: "start", dx: 10, dy: middle },
    { anchor: "end", dx: -10, dy: middle },
    { anchor: "middle", dx: 0, dy: -10 - (lines - 1) * LINE },
    { anchor: "middle", dx: 0, dy: 19 },
    { anchor: "start", dx: 6, dy: -10 - (lines - 1) * LINE },
    { anchor: "start", dx: 6, dy: 19 },
    { anchor: "end", dx: -6, dy: -10 - (lines - 1) * LINE },
    { anchor: "end", dx: -6, dy: 19 },
  ];
}

/**
 * Places names so that at every one of the widths none touches another name, a dot or the edge. Where
 * that cannot be, the place with the fewest touches is taken.
 *
 * @param widths px the plot may have
 */
export function placeLabels(points: Labelled[], widths: number[], height: number): LabelPlace[] {
  const placed: LabelPlace[] = [];
  for (const point of points) {
    const ranked = candidates(point.lines.length).map((place) => ({ place, touches: widths.reduce((sum, width) => sum + touchesAt(width, point, place), 0) }));
    const best = ranked.reduce((least, next) => (next.touches < least.touches ? next : least));
    placed.push(best.place);
  }
  return placed;

  function touchesAt(width: number, point: Labelled, place: LabelPlace): number {
    const box = labelBox(point, place, width);
    const outside = box.left < 0 || box.right > width || box.top < 0 || box.bottom > height ? 1 : 0;
    const dots = points.filter((other) => overlap(box, dotBox(other, width))).length;
    const names = placed.filter((there, i) => {
      const other = points[i];
      return other !== undefined && overlap(box, labelBox(other, there, width));
    }).length;
    return outside + dots + names;
  }
}

export function labelBox({ x, y, lines }: Labelled, { anchor, dx, dy }: LabelPlace, width: number): Box {
  const wide = Math.max(...lines.map((line) => line.length)) * LETTER;
  const at = (x / 100) * width + dx;
  const left = anchor === "start" ? at : anchor === "end" ? at - wide : at - wide / 2;
  return { left, right: left + wide, top: y + dy - 11, bottom: y + dy + 3 + (lines.length - 1) * LINE };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function dotBox({ x, y, range }: Labelled, width: number): Box {
  const [from, to] = range ?? [x, x];
  return { left: (Math.min(from, x) / 100) * width - DOT, right: (Math.max(to, x) / 100) * width + DOT, top: y - DOT, bottom: y + DOT };
}
