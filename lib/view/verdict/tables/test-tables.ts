import type { ClaimTest } from "../../../domain/article/claim-test.ts";
import type { ArticleVerdicts } from "../../../domain/judgement/judge.ts";
import type { ClaimVerdict, TestOutcome } from "../../../domain/judgement/outcome.ts";
import { crossSectionTable, dropOneText } from "./cross-section-table.ts";
import { directionTables } from "./direction-table.ts";
import { horizonTables } from "./horizon-table.ts";
import type { NumberTable } from "../../words/number-table.ts";
import { pairTables } from "./pair-table.ts";
import { rankingTables } from "./ranking-table.ts";
import { relationTables } from "./relation-table.ts";
import type { Names } from "../../words/names.ts";
import { volatilityTables } from "./volatility-table.ts";

/**
 * The numbers of one test in full. Figures have none: theirs are in sight already.
 *
 * @param test as it was written down
 */
export function testTables(
  outcome: TestOutcome,
  test: ClaimTest | undefined,
  verdict: ClaimVerdict,
  { evidence }: ArticleVerdicts,
  names: Names,
): { tables: NumberTable[]; notes: string[] } {
  switch (outcome.kind) {
    case "direction": {
      const tested = outcome.findings.flatMap(({ unit }) => evidence[unit] ?? []);
      const together = tested.flatMap((one) => crossSectionTable(one, names) ?? []);
      return { tables: [...directionTables(outcome, names), ...together], notes: tested.flatMap((one) => dropOneText(one, names) ?? []) };
    }
    case "ranking":
      return { tables: rankingTables(outcome, names), notes: [] };
    case "pair":
      return { tables: pairTables(outcome, names), notes: [] };
    case "relation":
      return { tables: relationTables(outcome, names), notes: [] };
    case "volatility":
      return { tables: test?.kind === "volatility" ? volatilityTables(outcome, test, names) : [], notes: [] };
    case "horizon": {
      const { open, close } = horizonTables(outcome, names);
      return { tables: [...open, ...close], notes: [] };
    }
    case "figure":
    case "none":
      return { tables: [], notes: [] };
  }
}
