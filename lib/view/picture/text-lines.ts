/** About how wide a text is in Inter, in pixels, where nothing can measure it. Errs on the wide side. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text)
    ems += /[iljtfrI.,:;'’|!() \u202F/]/.test(letter) ? 0.36 : /[mwMW%@—]/.test(letter) ? 0.92 : /[A-Z0-9+−=&]/.test(letter) ? 0.69 : 0.59;
  return ems * size;
}

/**
 * A text in lines no wider than that; a word that is wider by itself, such as an address, is broken.
 *
 * @param measure the width of a text in the face it is set in; Inter unless given
 */
export function textLines(text: string, size: number, width: number, measure = textWidth): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => pieces(one, size, width, measure))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

function pieces(word: string, size: number, width: number, measure: typeof textWidth): string[] {
  if (measure(word, size) <= width) return [word];
  const letters = Math.max(8, Math.floor(width / (0.62 * size)));
  return Array.from({ length: Math.ceil(word.length / letters) }, (_, i) => word.slice(i * letters, (i + 1) * letters));
}

/** A text set as large as its room allows. */
interface FittedText {
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

/**
 * Widths of Newsreader at weight 500 in thousandths of an em, from the font’s own table, for a picture that
 * nothing measures: from space to tilde, then some letters and marks beyond. An unknown one counts as wide.
 */
const FIRST = 32;
const WIDTHS =
  "224 277 372 588 588 808 729 205 291 291 434 512 246 358 238 403 588 588 588 588 588 588 588 588 588 588 261 273 512 512 512 461 893 732 665 711 774 654 606 760 817 354 460 750 619 1000 776 783 629 783 671 570 684 775 709 996 738 702 643 329 403 329 512 411 500 474 557 449 567 471 361 507 574 291 261 559 280 849 585 534 574 555 411 397 360 553 538 762 520 538 445 323 250 323 512"
    .split(" ")
    .map(Number);
const BEYOND: Record<string, number> = {
  "’": 244,
  "‘": 243,
  "“": 431,
  "”": 432,
  "–": 515,
  "—": 680,
  "−": 512,
  "…": 671,
  "·": 253,
  é: 471,
  ø: 553,
  "\u202F": 112,
};
const WIDE = 800;

/** Pixels across. Kerning, which draws letters nearer, is left out: it errs on the wide side. */
export function newsreaderWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const letter of text) thousandths += WIDTHS[letter.charCodeAt(0) - FIRST] ?? BEYOND[letter] ?? WIDE;
  return (thousandths / 1000) * size;
}
