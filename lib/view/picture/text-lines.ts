/** About how wide a text is in Inter, in pixels, where nothing can measure it. Errs on the wide side. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) ems += /[iljtfrI.,:;'’|!() \u202F/]/.test(letter) ? 0.36 : /[mwMW%@—]/.test(letter) ? 0.92 : /[A-Z0-9+−=&]/.test(letter) ? 0.69 : 0.59;
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
