import type { NoTest } from "../article/claim-test.ts";
import type { DirectionOutcome } from "./direction.ts";
import type { FigureOutcome } from "./figure.ts";
import type { HorizonOutcome } from "./horizon.ts";
import type { PairOutcome } from "./pairwise.ts";
import type { RankingOutcome } from "./ranking.ts";
import type { RelationOutcome } from "./relation.ts";
import { isConclusive } from "./verdict.ts";
import type { Judged, Reason, Word } from "./verdict.ts";
import type { VolatilityOutcome } from "./volatility.ts";

/** Nothing was judged, and this is why. */
export interface NoOutcome {
  kind: "none";
  judged: Judged;
  reason: NoTest["reason"];
  note: string;
}

/** One test's word and everything it was given for. */
export type TestOutcome = DirectionOutcome | RankingOutcome | PairOutcome | RelationOutcome | VolatilityOutcome | HorizonOutcome | FigureOutcome | NoOutcome;

export interface ClaimVerdict {
  claim: string;
  /** The chip: the word of the claim's first test. */
  word: Word;
  reasons: Reason[];
  /** The kind of test that gave it; its rule is written at /method. */
  rule: TestOutcome["kind"];
  /** In the order of the claim's tests. */
  outcomes: TestOutcome[];
  /** Ids into the evidence: the units that speak for its exposures and tests. */
  units: string[];
  /** Keys of the distinct tests the chip rests on. */
  restsOn: string[];
}

/**
 * The distinct questions an outcome answers, as keys: two claims with one key rest on one test. What
 * could not be tested gave no word, so nothing rests on it.
 */
export function testsBehind(claim: string, outcome: TestOutcome): string[] {
  switch (outcome.kind) {
    case "direction":
      return outcome.findings.filter(({ windows }) => windows[0] !== undefined && isConclusive(windows[0].judged)).map(({ unit }) => `direction:${unit}`);
    case "ranking":
      return isConclusive(outcome.judged) ? [rankingKey(outcome)] : [];
    case "pair":
      return outcome.findings
        .filter(({ windows }) => windows[0] !== undefined && isConclusive(windows[0].judged))
        .map(({ higher, lower }) => `pair:${higher}:${lower}`);
    case "relation":
      return isConclusive(outcome.judged) ? [`relation:${outcome.claimedSign}`] : [];
    case "volatility":
      return outcome.findings.filter(({ judged }) => isConclusive(judged)).map(({ part }) => `volatility:${part}`);
    case "horizon":
      return outcome.fromOpen
        .filter(({ role, rungs }) => role === "judged" && rungs.some(({ judged }) => isConclusive(judged)))
        .map(({ unit }) => `horizon:${unit}`);
    case "figure":
      return outcome.findings.filter(({ judged }) => isConclusive(judged)).map(({ figure }) => `figure:${claim}:${figure}`);
    case "none":
      return [];
  }
}

/** Another set, or the other reading, is another question. */
function rankingKey({ symbol, claimed, among, by }: RankingOutcome): string {
  const set = typeof among === "string" ? [] : [among.toSorted().join("+")];
  return ["ranking", symbol, claimed, ...set, ...(by === "size" ? ["size"] : [])].join(":");
}
