import { textLines, textWidth } from "./text-lines.ts";

/** A text set as large as its room allows. */
export interface FittedText {
  lines: string[];
  size: number;
  leading: number;
}

interface Room {
  width: number;
  height: number;
  /** Largest and smallest size of the type, pixels. */
  sizes: [number, number];
  /** Line to line, in sizes. */
  leading: number;
  measure?: typeof textWidth;
}

/**
 * The largest size at which a text stands in its room, its lines about equally long. A text too long for
 * the smallest size ends in an ellipsis.
 */
export function fittedText(text: string, { width, height, sizes: [most, least], leading, measure = textWidth }: Room): FittedText {
  for (let size = most; size >= least; size -= 2) {
    const lines = textLines(text, size, width, measure);
    const whole = lines.join(" ") === text; // a word that had to be broken asks for a smaller size
    if (whole && lines.length * size * leading <= height) return { lines: balanced(text, size, width, lines.length, measure), size, leading: size * leading };
  }
  const lines = textLines(text, least, width, measure);
  const mostLines = Math.max(1, Math.floor(height / (least * leading)));
  return { lines: lines.length <= mostLines ? lines : cut(lines, mostLines, (line) => measure(line, least) <= width), size: least, leading: least * leading };
}

/** The narrowest measure that takes no more lines. */
function balanced(text: string, size: number, width: number, count: number, measure: typeof textWidth): string[] {
  let best = textLines(text, size, width, measure);
  for (let narrower = width; narrower > width * 0.6; narrower -= width * 0.02) {
    const lines = textLines(text, size, narrower, measure);
    if (lines.length > count || lines.join(" ") !== text) return best;
    best = lines;
  }
  return best;
}

function cut(lines: string[], count: number, fits: (line: string) => boolean): string[] {
  const words = (lines[count - 1] ?? "").split(" ");
  while (words.length > 1 && !fits(`${words.join(" ")}…`)) words.pop();
  return [...lines.slice(0, count - 1), `${words.join(" ").replace(/[,;:.]$/, "")}…`];
}
