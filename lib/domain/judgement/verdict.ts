import type { NoTest } from "../article/claim-test.ts";
import type { Absence, AbsenceReason } from "../market/series.ts";

/** What a test says of a claim. The last five belong to figures. */
export const WORDS = [
  "consistent",
  "opposite",
  "not-detectable",
  /** stand-ins for one basket disagree */
  "split",
  /** exposures, horizons, parts or figures of one claim disagree */
  "mixed",
  "not-testable",
  "no-price",
  "matches",
  "overstated",
  "understated",
  "disputed",
  "unsourced",
] as const;
export type Word = (typeof WORDS)[number];

/** Why nothing was detected. */
export type Cause =
  /** the two benchmarks do not agree that there is anything */
  | "benchmark"
  /** both see it alone, but not after counting how many tests were run */
  | "multiplicity"
  /** the move is no larger than what days without news bring */
  | "size";

/** Why a figure with a reference has no source all the same: nothing but memory stands behind it. One without any is `no-reference`. */
type FigureReason = "memory-only";

export type Reason = Cause | NoTest["reason"] | FigureReason | AbsenceReason;

/** A word with what stands behind it where it is no plain yes or no. Empty for the others. */
export interface Judged {
  word: Word;
  reasons: Reason[];
}

export function judged(word: Word, ...reasons: Reason[]): Judged {
  return { word, reasons };
}

/** Did a test speak at all? What could not be tested says why it did not. */
export function isConclusive({ word }: Judged): boolean {
  return word !== "not-testable" && word !== "no-price";
}

/** Reasons that mean there is no price at all, as against one that cannot be tested. */
const PRICELESS: Reason[] = ["no-price", "not-listed", "no-public-quote"];

/** Where nothing could be judged the reason stands in the word's place. */
export function judgedAbsent(absent: Absence): Judged {
  return judged(PRICELESS.includes(absent.absent) ? "no-price" : "not-testable", absent.absent);
}

/** Stand-ins of one basket: their one word, or `split`. */
export function combineProxies(words: Judged[]): Judged {
  return oneWord(words, "split");
}

/** Exposures, horizons, parts or figures of one claim: their one word, or `mixed`. */
export function combineParts(words: Judged[]): Judged {
  return oneWord(words, "mixed");
}

/**
 * One word where all that were judged share it. What could not be judged takes no side as long as
 * something could; where nothing could, its reasons stand.
 */
function oneWord(words: Judged[], otherwise: Word): Judged {
  const conclusive = words.filter(isConclusive);
  const heard = conclusive.length > 0 ? conclusive : words;
  const distinct = [...new Set(heard.map(({ word }) => word))];
  const [only] = distinct;
  if (only === undefined) return judged("not-testable", "not-judged");
  const reasons = [...new Set(heard.flatMap((one) => one.reasons))];
  if (distinct.length === 1) return judged(only, ...reasons);
  // Here a price is missing, there a test: nothing was found, so nothing disagrees.
  return conclusive.length === 0 ? judged("not-testable", ...reasons) : judged(otherwise);
}
