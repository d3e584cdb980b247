/** More than any known word has: what somebody typed may be of any length. */
const LONGEST = 64;

/** The known words closest to what somebody typed, closest first: capitals, missing dots and one or two slips. */
export function nearest(typed: string, known: string[], count = 3): string[] {
  const wanted = typed.slice(0, LONGEST).toUpperCase();
  return known
    .map((word) => ({ word, edits: editsBetween(wanted, word.toUpperCase()) }))
    // A word that shares too little is no suggestion: half of the longer one has to stand.
    .filter(({ word, edits }) => edits <= Math.max(wanted.length, word.length) / 2)
    .toSorted((a, b) => a.edits - b.edits || (a.word < b.word ? -1 : 1))
    .slice(0, count)
    .map(({ word }) => word);
}

/** Levenshtein's distance, one row of the table at a time. */
function editsBetween(a: string, b: string): number {
  const from = [...a];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of from.entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const swap = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
