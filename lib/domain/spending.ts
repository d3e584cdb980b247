/**
 * What a company was known to spend a year when the article appeared, as the relation test reads it.
 * Only the order enters the test.
 */
export interface Spending {
  symbol: string;
  /** Billions of dollars, or null where the company is placed lowest without a number. */
  amount: number | null;
  standing: "announced" | "last-actual" | "rank-only";
}
