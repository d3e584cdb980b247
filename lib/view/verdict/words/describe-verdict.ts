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

/** The first sentence of a claim's page: what its chip was given for. */
export function describeVerdict(claim: Claim, telling: SentenceContext): string {
  const outcome = telling.verdicts.claims[claim.id]?.outcomes[0];
  return outcome === undefined ? "Not judged." : describeOutcome(outcome, claim.tests[0], claim, telling);
}

/** @param test as it was written down: figures are named there */
export function describeOutcome(outcome: TestOutcome, test: ClaimTest | undefined, claim: Claim, telling: SentenceContext): string {
  switch (outcome.kind) {
    case "direction":
      return describeDirection(outcome, telling);
    case "ranking":
      return describeRanking(outcome, telling);
    case "pair":
      return describePairs(outcome, telling);
    case "relation":
      return describeRelation(outcome);
    case "volatility":
      return describeVolatility(outcome, test, telling);
    case "horizon":
      return describeHorizons(outcome, telling);
    case "figure":
      return describeFigures(outcome, test);
    case "none":
      return describeNothing(outcome, claim, telling);
  }
}

/** What its instruments did; where they have nothing to show, why nothing is judged. */
function describeNothing({ note }: NoOutcome, claim: Claim, telling: SentenceContext): string {
  return describeMoves(claim.exposures.map(({ symbol }) => symbol), telling) ?? note;
}
