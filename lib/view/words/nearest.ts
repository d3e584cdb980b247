import { distance } from "fastest-levenshtein";

/** More than any known word has: what somebody typed may be of any length. */
const LONGEST = 64;

/** The known words closest to what somebody typed, closest first: capitals, missing dots and one or two slips. */
export function nearest(typed: string, known: string[], count = 3): string[] {
  const wanted = typed.slice(0, LONGEST).toUpperCase();
  return (
    known
      .map((word) => ({ word, edits: distance(wanted, word.toUpperCase()) }))
      // A word that shares too little is no suggestion: half of the longer one has to stand.
      .filter(({ word, edits }) => edits <= Math.max(wanted.length, word.length) / 2)
      .toSorted((a, b) => a.edits - b.edits || (a.word < b.word ? -1 : 1))
      .slice(0, count)
      .map(({ word }) => word)
  );
}
