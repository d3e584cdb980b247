import type { ArticleVerdicts } from "../../../domain/judgement/judge.ts";
import type { TestOutcome } from "../../../domain/judgement/outcome.ts";
import { formatCount, formatList } from "../../words/format.ts";

/** The rule by which a test gives its word, as the method has it; no outcome in it. */
export function describeRule(outcome: TestOutcome, { benchmarks }: ArticleVerdicts): string {
  switch (outcome.kind) {
    case "direction":
      return `A word needs ${formatList(benchmarks)} alike: returns beyond what they explain of one sign, and the larger of the two p-values at most 5\u202F% after Holm’s correction over ${formatCount(outcome.family, "test")}. The claimed sign makes it consistent, the other opposite. Stand-ins of one basket must agree, else split; instruments must agree, else mixed.`;
    case "ranking":
      return `${outcome.by === "size" ? "By the size of the move, up or down: a difference and a sum must both be told from zero. " : ""}Consistent when all ${formatCount(outcome.differences.length, "difference")} to the others point the claim’s way and the largest p-value is at most 5\u202F%; opposite when one points the other way after Holm’s correction; else not detectable.`;
    case "pair":
      return `One return less the other, put through the market model on ${formatList(benchmarks)} alike: of one sign, and the larger of the two p-values at most 5\u202F% after Holm’s correction over ${formatCount(outcome.findings.length, "pair")}. Above makes it consistent, below opposite; else not detectable. Pairs must agree, else mixed.`;
    case "relation":
      return `Rank correlation with the exact p-value over every order, on ${formatList(benchmarks)} alike: of one sign, and the larger p-value at most 5\u202F%. The claimed sign makes it consistent, the other opposite; else not detectable.`;
    case "volatility":
      return "Three parts, each one-sided upward, corrected over the three. All three must rise for consistent; where parts differ, mixed.";
    case "horizon":
      return "At each horizon the return must be further from the market’s than chance explains: a p-value of at most 5\u202F% after Holm’s correction over the horizons of a stand-in. The bar drawn is the range before that correction. Stand-ins, horizons and baskets must agree, else split or mixed.";
    case "figure":
      return (
        "Each number is held to one reference named beforehand: it matches within its range, within 10\u202F% of it, or at the digits stated; " +
        "else it is overstated or understated, and “N+” or “<N” can fail on one side only. Disputed where a second admissible reference gives " +
        "another word; unsourced where no source, or memory alone, stands behind it. Figures of one claim must agree, else mixed."
      );
    case "none":
      return "Nothing is judged where there is nothing to hold to a price; the reason stands in the word’s place.";
  }
}
