import type { TestOutcome } from "../../domain/judgement/outcome.ts";
import type { Judged, Reason, Word } from "../../domain/judgement/verdict.ts";
import type { InstrumentKind } from "../../domain/market/instruments.ts";
import type { Exposure } from "../../domain/article/article.ts";

/** Verdict words as a reader meets them, in the order a list of them keeps. */
export const wordLabels: Record<Word, string> = {
  consistent: "consistent",
  opposite: "opposite",
  "not-detectable": "not detectable",
  split: "split",
  mixed: "mixed",
  matches: "matches",
  overstated: "overstated",
  understated: "understated",
  disputed: "disputed",
  unsourced: "unsourced",
  "not-testable": "not testable",
  "no-price": "no price",
};

/** What a kind of test is called beside its word. */
export const testLabels: Record<TestOutcome["kind"], string> = {
  direction: "direction",
  ranking: "rank",
  pair: "pair",
  relation: "relation",
  volatility: "volatility",
  horizon: "horizons",
  figure: "figure",
  none: "the rest",
};

/** What a word says, for whoever meets it first. */
export const wordMeanings: Record<Word, string> = {
  consistent: "prices moved the way the claim points, by more than ordinary days bring",
  opposite: "prices moved the other way, by more than ordinary days bring",
  "not-detectable": "nothing that could be told from an ordinary day",
  split: "stand-ins for one basket disagree",
  mixed: "parts of the claim come out differently",
  matches: "the number agrees with its reference",
  overstated: "the number is above its reference",
  understated: "the number is below its reference",
  disputed: "two admissible references disagree about it",
  unsourced: "no source measures it, or its reference rests on memory alone",
  "not-testable": "nothing in it can be held to a price",
  "no-price": "what it is about has no price",
};

/** The cause or reason behind a word, short enough to stand beside it. */
const reasonLabels: Record<Reason, string> = {
  benchmark: "the benchmarks disagree",
  multiplicity: "not after correction",
  size: "too small to tell",
  "no-direction": "no direction given",
  "no-date": "no date given",
  "condition-not-met": "its condition is not met",
  "no-price": "no price exists",
  "not-listed": "not listed",
  "no-public-quote": "no public quote",
  "no-open": "no opening price",
  "no-intraday": "no intraday prices",
  "no-benchmark": "no benchmark for it",
  "no-session": "no session",
  "stub-session": "half a session",
  "too-few-days": "too few days",
  "series-ends": "the data end before",
  "same-as-benchmark": "it is the benchmark",
  "constant-benchmark": "the benchmark never moved",
  "no-residual-variance": "no variation of its own",
  "no-reference": "no source measures this",
  "memory-only": "rests on memory alone",
  "no-amount": "no amount known",
  "not-judged": "not judged",
};

/** "too small to tell; not after correction", or null where the word says it all. */
export function reasonText({ word, reasons }: Judged): string | null {
  // "no price: no price exists" would say the same thing twice.
  const telling = reasons.filter((reason) => !(word === "no-price" && reason === "no-price"));
  return telling.length === 0 ? null : telling.map((reason) => reasonLabels[reason]).join("; ");
}

/** What kind of thing an instrument is, at the head of its page and on its card. */
export const kindLabels: Record<InstrumentKind, string> = {
  equity: "Listed company",
  etf: "Exchange-traded fund",
  index: "Index",
  basket: "Private basket, no public quote",
  group: "Group, as an equal-weight portfolio",
  private: "Private company, not listed",
};

/**
 * What was said of an instrument, without putting words into a mouth: "said down" only where the text
 * names it, "read as down" where the link is our own reading, "said of MAG7: down" through a group.
 */
export function saidText({ grade, direction }: Pick<Exposure, "grade" | "direction">, through: string | null = null): string {
  const way = direction ?? "no direction";
  if (through !== null) return `${grade === "implied" ? "read" : "said"} of ${through}: ${way}`;
  if (grade !== "implied") return direction === null ? "named, no direction" : `said ${direction}`;
  return direction === null ? "our reading, no direction" : `read as ${direction}`;
}
