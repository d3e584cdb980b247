/** As much as a page shows of an answer. */
const LONGEST = 12_000;

/** An answer laid out for reading, and whether the end was left off. What is not JSON stands as it came. */
export function shownAnswer(text: string): { text: string; cut: boolean } {
  const laid = laidOut(text);
  return laid.length <= LONGEST ? { text: laid, cut: false } : { text: laid.slice(0, laid.lastIndexOf("\n", LONGEST) + 1), cut: true };
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
