/** A plain sentence or two per verdict, read from its numbers. It says what moved and by how much, never why. */
import type { Claim } from "../../../domain/article/article.ts";
import type { ClaimTest } from "../../../domain/article/claim-test.ts";
import type { NoOutcome, TestOutcome } from "../../../domain/judgement/outcome.ts";
import { describeDirection, describeMoves } from "./describe-direction.ts";
import { describeFigures } from "./describe-figures.ts";
import { describeRanking, describeRelation, describeVolatility } from "./describe-group.ts";
import { describeHorizons } from "./describe-horizons.ts";
import { describePairs } from "./describe-pairs.ts";
import type { SentenceContext } from "./sentence-context.ts";

/** @param test as it was written down: figures are named there */
export function describeOutcome(outcome: TestOutcome, test: ClaimTest | undefined, claim: Claim, context: SentenceContext): string {
  switch (outcome.kind) {
    case "direction":
      return describeDirection(outcome, context);
    case "ranking":
      return describeRanking(outcome, context);
    case "pair":
      return describePairs(outcome, context);
    case "relation":
      return describeRelation(outcome);
    case "volatility":
      return describeVolatility(outcome, test, context);
    case "horizon":
      return describeHorizons(outcome, context);
    case "figure":
      return describeFigures(outcome, test);
    case "none":
      return describeNothing(outcome, claim, context);
  }
}

/** What its instruments did; where they have nothing to show, why nothing is judged. */
function describeNothing({ note }: NoOutcome, claim: Claim, context: SentenceContext): string {
  return (
    describeMoves(
      claim.exposures.map(({ symbol }) => symbol),
      context,
    ) ?? note
  );
}
