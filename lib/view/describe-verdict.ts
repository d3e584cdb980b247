/** A plain sentence or two per verdict, read from its numbers. It says what moved and by how much, never why. */
import type { Claim } from "../domain/article.ts";
import type { ClaimTest } from "../domain/claim-test.ts";
import type { ArticleVerdicts } from "../domain/judge.ts";
import type { NoOutcome, TestOutcome } from "../domain/outcome.ts";
import { describeDirection, describeMoves } from "./describe-direction.ts";
import { describeFigures } from "./describe-figures.ts";
import { describeRanking, describeRelation, describeVolatility } from "./describe-group.ts";
import { describeHorizons } from "./describe-horizons.ts";
import { describePairs } from "./describe-pairs.ts";
import type { Names } from "./unit-name.ts";

/** What the sentences read: the verdicts, and how instruments are called. */
export interface Telling {
  verdicts: ArticleVerdicts;
  names: Names;
}

/** The first sentence of a claim's page: what its chip was given for. */
export function describeVerdict(claim: Claim, telling: Telling): string {
  const outcome = telling.verdicts.claims[claim.id]?.outcomes[0];
  return outcome === undefined ? "Not judged." : describeOutcome(outcome, claim.tests[0], claim, telling);
}

/** @param test as it was written down: figures are named there */
export function describeOutcome(outcome: TestOutcome, test: ClaimTest | undefined, claim: Claim, telling: Telling): string {
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
function describeNothing({ note }: NoOutcome, claim: Claim, telling: Telling): string {
  return describeMoves(claim.exposures.map(({ symbol }) => symbol), telling) ?? note;
}
