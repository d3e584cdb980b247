import type { Day } from "../market/series.ts";

export type Direction = "up" | "down";

/**
 * The test a claim is held to, written down in the article file before any price is looked at.
 * An exhaustive union: one file in this folder evaluates each kind.
 */
export type ClaimTest = DirectionTest | RankingTest | PairTest | RelationTest | VolatilityTest | HorizonTest | FigureTest | NoTest;

/** The abnormal return over [0,0] (chip) and [0,+1] (beside) has the claimed sign. */
export interface DirectionTest {
  kind: "direction";
  /** One expectation per instrument. A basket is judged on each of its proxies. */
  expected: { symbol: string; direction: Direction }[];
}

/** `symbol` is at one end of a set. */
export interface RankingTest {
  kind: "ranking";
  symbol: string;
  /** A group's symbol, or the instruments the claim itself names, `symbol` among them. */
  among: string | string[];
  claimed: "highest" | "lowest";
  /**
   * `sign`, also where nothing is said: the highest or lowest abnormal return ("hit hardest" is the
   * lowest). `size`: the largest or smallest one, up or down ("most at risk" is the highest).
   */
  by?: "sign" | "size";
}

/** In each pair the abnormal return of one is above that of the other. */
export interface PairTest {
  kind: "pair";
  expected: ExpectedPair[];
  /** Sessions over which the one is also held against the other, from the close before: beside the word. */
  horizons?: number[];
}

/** Two instruments with a price, or groups. */
export interface ExpectedPair {
  higher: string;
  lower: string;
}

/** Rank correlation between announced capex and abnormal return inside a group has the claimed sign. */
export interface RelationTest {
  kind: "relation";
  among: string;
  /** Left out of the primary test by the claim's own words. */
  without: string[];
  variable: "announced-capex";
  claimedSign: "negative" | "positive";
}

/** Volatility rose: the implied index, the dispersion inside the group, and realised variance. */
export interface VolatilityTest {
  kind: "volatility";
  index: string;
  group: string;
}

/** Return in excess of the benchmark from the first price after publication, at several horizons. */
export interface HorizonTest {
  kind: "horizon";
  expected: { symbol: string; direction: Direction }[];
  /** Sessions; horizon h ends at the close of offset h − 1. */
  horizons: number[];
}

/** Stated numbers against references named beforehand. */
export interface FigureTest {
  kind: "figure";
  figures: Figure[];
}

/** Nothing is judged, and this is why. */
export interface NoTest {
  kind: "none";
  reason: "no-direction" | "no-date" | "no-price" | "condition-not-met";
  note: string;
}

/** A number with where it comes from. A `price` input is read from the price file at run time. */
export type FigureInput =
  | { label: string; value: number; unit: string; source: Source }
  | { label: string; date: Day; source: Source }
  | { label: string; price: { symbol: string; day: Day }; source: Source };

export interface Source {
  title: string;
  url: string | null;
  /** When the source was published, where known. */
  day: Day | null;
  /** `remembered`: general knowledge, nothing found to cite. `computed`: from other inputs. */
  standing: "found" | "computed" | "remembered";
}

/** How a reference is worked out of its inputs; the arithmetic is ours, the inputs are sourced. */
export type ReferenceRule =
  | "value" // the one input
  | "range" // lowest to highest input
  | "product" // of all inputs
  | "share" // first / second
  | "reduction" // 1 − second / first
  | "mean" // of all inputs
  | "mean-share" // first / mean of the rest
  | "per-year" // first / second (an amount over years)
  | "days-between"; // from the first date to the second

export interface Reference {
  rule: ReferenceRule;
  inputs: FigureInput[];
  unit: string;
  note?: string;
}

export interface Figure {
  id: string;
  /** What the number is of, as the head of a row: "Price of one data-centre GPU". */
  what: string;
  /** The same inside a sentence: "the price of one data-centre GPU". */
  subject: string;
  stated: {
    /** As a reader would see it: "$2T", "100,000 → 2,000". Not a sentence of the article. */
    text: string;
    value: number;
    unit: string;
    /** `at-least` for "N+", `less-than` for "<N". */
    bound: "exact" | "at-least" | "less-than";
    /** Decimal digits the statement carries in its unit, where it may be equal at the stated digits. */
    digits?: number;
  };
  /** The one reference named beforehand, or null: no source measures the number. */
  reference: Reference | null;
  /** A second admissible reference: where it gives another word than the first, the figure is `disputed`. */
  alternative?: Reference;
  note?: string;
}
